package scot.fort.benchmark.bare;

import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;

/** A referral as the driver's own record codec stores it. */
public record StoredReferral(@BsonId String id, String organisation, Instant receivedAt, Referral referral) {}
