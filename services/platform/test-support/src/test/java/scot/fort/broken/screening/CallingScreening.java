package scot.fort.broken.screening;

import java.net.http.HttpClient;
import org.springframework.web.client.RestClient;

/** A feature that asks another service. */
record CallingScreening(HttpClient client, RestClient spring) {}
