package scot.fort.benchmark.bare;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Stores a referral, and promises nothing more: no retry is recognised, nothing is sealed, nobody is told. */
@RestController
class ReferralController {

    private final MongoCollection<StoredReferral> referrals;

    ReferralController(MongoClient client, @Value("${bare.database}") String database) {
        referrals = client.getDatabase(database)
                .getCollection("referrals", StoredReferral.class)
                .withWriteConcern(WriteConcern.MAJORITY);
    }

    @PostMapping("/v1/referrals")
    ResponseEntity<Receipt> submit(@Valid @RequestBody Referral referral, @AuthenticationPrincipal Jwt token) {
        String id = UUID.randomUUID().toString();
        Instant now = Instant.now();
        referrals.insertOne(
                new StoredReferral(id, Objects.requireNonNull(token.getClaimAsString("org")), now, referral));
        return ResponseEntity.created(URI.create("/v1/referrals/" + id)).body(new Receipt(id, now));
    }

    record Receipt(String id, Instant receivedAt) {}
}
