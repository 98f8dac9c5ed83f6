package scot.fort.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A token that is not good in every respect is as none, and its bearer is not told in which. */
@ExtendWith(OutputCaptureExtension.class)
class TokenTests extends SampleServiceTest {

    private static final RSAKey FOREIGN = foreignKey();

    static Stream<Arguments> claims() {
        var now = Instant.now();
        return Stream.of(
                argumentSet("expired", valid().expirationTime(Date.from(now.minusSeconds(300)))),
                argumentSet("for ever", valid().expirationTime(null)),
                argumentSet("expired before it was issued", valid().issueTime(Date.from(now.plus(Duration.ofDays(1))))),
                argumentSet("not valid yet", valid().notBeforeTime(Date.from(now.plusSeconds(300)))),
                argumentSet("an expiry that is no time", valid().claim("exp", "tomorrow")),
                argumentSet("an expiry beyond time", valid().claim("exp", Long.MAX_VALUE)),
                argumentSet("for another audience", valid().audience("another")),
                argumentSet("for no audience", valid().audience((String) null)),
                argumentSet("of another issuer", valid().issuer("http://127.0.0.1:1")),
                argumentSet("of an issuer whose name begins the same", valid().issuer(ISSUER.uri() + "/")),
                argumentSet("of no issuer", valid().issuer(null)),
                argumentSet("of nobody", valid().subject(null)),
                argumentSet("of no organisation", valid().claim("org", null)),
                argumentSet("of an organisation that is a number", valid().claim("org", 7)),
                argumentSet("of several organisations", valid().claim("org", List.of("mash", "school-rosebank"))),
                argumentSet("roles that are no list", valid().claim("roles", "OPERATOR")));
    }

    @ParameterizedTest
    @MethodSource("claims")
    void refusesClaimsThatAreNotGood(JWTClaimsSet.Builder claims) throws Exception {
        assertUnauthorized(ISSUER.sign(claims.build()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", " mash", "mash\n", "ma\u0000sh", "ma\u202esh", "ma\u200bsh", "ma\u2028sh", "\ue000"})
    void refusesNamesThatLookLikeOthersOrBreakALine(String name) throws Exception {
        assertUnauthorized(ISSUER.sign(valid().claim("org", name).build()));
        assertUnauthorized(ISSUER.sign(valid().subject(name).build()));
    }

    @Test
    void takesANameInAnyLanguageOfUpTo255Characters() throws Exception {
        for (var name : List.of("Sgoil Ghàidhlig Dhùn Dè / 1", "o".repeat(255))) {
            assertThat(json(bearing(ISSUER.token("kim", name)))
                            .get("organisation")
                            .stringValue())
                    .isEqualTo(name);
        }
        assertUnauthorized(ISSUER.token("kim", "o".repeat(256)));
    }

    @Test
    void refusesATokenWithoutASignature() throws Exception {
        assertUnauthorized(new PlainJWT(valid().build()).serialize());
        var signed = ISSUER.sign(valid().build());
        assertUnauthorized(signed.substring(0, signed.lastIndexOf('.') + 1));
        assertUnauthorized(signed.substring(0, signed.length() - 8) + "AAAAAAAA");
    }

    @Test
    void refusesOtherAlgorithmsOfTheSameKeyAndThePublicKeyAsASecret() throws Exception {
        var published = issuersKey();
        for (var secret : List.of(
                published.toRSAPublicKey().getEncoded(),
                published.toJSONString().getBytes())) {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.HS256)
                            .keyID(published.getKeyID())
                            .build(),
                    valid().build());
            token.sign(new MACSigner(secret));
            assertUnauthorized(token.serialize());
        }
        assertUnauthorized(ISSUER.sign(valid().build(), JWSAlgorithm.RS512));
        assertUnauthorized(ISSUER.sign(valid().build(), JWSAlgorithm.PS256));
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "../../../../dev/null", "' OR '1'='1", "http://evil.example/key", "", "\u0000"})
    void refusesAKeyThatTheIssuerDoesNotPublish(String keyId) throws Exception {
        assertUnauthorized(foreign(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(keyId)));
    }

    @Test
    void takesNoKeyFromTheTokenItself() throws Exception {
        var elsewhere = URI.create("http://evil.example/keys");
        assertUnauthorized(foreign(new JWSHeader.Builder(JWSAlgorithm.RS256)));
        assertUnauthorized(foreign(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(issuersKey().getKeyID())));
        assertUnauthorized(foreign(new JWSHeader.Builder(JWSAlgorithm.RS256).jwk(FOREIGN.toPublicJWK())));
        assertUnauthorized(foreign(new JWSHeader.Builder(JWSAlgorithm.RS256).jwkURL(elsewhere)));
        assertUnauthorized(foreign(new JWSHeader.Builder(JWSAlgorithm.RS256).x509CertURL(elsewhere)));
        assertUnauthorized(foreign(new JWSHeader.Builder(JWSAlgorithm.RS256).type(new JOSEObjectType("at+jwt"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "a.b.c", "..", "eyJhbGciOiJSUzI1NiJ9.e30.", "a.b.c.d.e"})
    void refusesWhatIsNoToken(String token) throws Exception {
        assertUnauthorized(token);
    }

    @Test
    void refusesATokenWhoseHeaderOrClaimsHaveNoEnd() throws Exception {
        var deep = Base64URL.encode("{\"alg\":\"RS256\",\"x\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}")
                .toString();

        assertThat(bearing(deep + ".e30.AA").statusCode()).isIn(400, 401);
        assertThat(bearing("eyJhbGciOiJSUzI1NiJ9." + "A".repeat(14_000) + ".AA").statusCode())
                .isEqualTo(401);
        assertThat(bearing("A".repeat(20_000)).statusCode()).isEqualTo(400);
    }

    @Test
    void takesNoTokenFromTheQueryAndNoPassword() throws Exception {
        var token = ISSUER.token("kim", "mash");
        var inQuery = send(anonymous("/v1/caller?access_token=" + token).build());
        var basic = send(anonymous("/v1/caller")
                .header("Authorization", "Basic a2ltOmtpbQ==")
                .build());

        assertThat(inQuery.statusCode()).isEqualTo(401);
        assertThat(basic.statusCode()).isEqualTo(401);
    }

    @Test
    void logsNothingOfATokenThatItRefuses(CapturedOutput log) throws Exception {
        assertUnauthorized(
                ISSUER.sign(valid().issuer(PLANTED).claim("org", null).build()));
        assertUnauthorized(foreign(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(PLANTED)));
        assertUnauthorized(PLANTED);

        assertThat(log).doesNotContain(PLANTED);
    }

    private static JWTClaimsSet.Builder valid() {
        return ISSUER.claims("kim", "mash", "SCREENER");
    }

    private static String foreign(JWSHeader.Builder header) throws Exception {
        var token = new SignedJWT(header.build(), valid().build());
        token.sign(new RSASSASigner(FOREIGN));
        return token.serialize();
    }

    private static RSAKey foreignKey() {
        try {
            return new RSAKeyGenerator(2048).keyID("foreign").generate();
        } catch (Exception noKey) {
            throw new IllegalStateException(noKey);
        }
    }

    private static RSAKey issuersKey() throws Exception {
        var keys = JWKSet.load(URI.create(ISSUER.uri() + "/keys").toURL());
        return keys.getKeys().getFirst().toRSAKey();
    }

    private HttpResponse<String> bearing(String token) throws Exception {
        return send(anonymous("/v1/caller")
                .header("Authorization", "Bearer " + token)
                .build());
    }

    private void assertUnauthorized(String token) throws Exception {
        HttpRequest request = anonymous("/v1/caller")
                .header("Authorization", "Bearer " + token)
                .build();

        var response = send(request);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(401);
        assertThat(response.headers().firstValue("WWW-Authenticate")).hasValue("Bearer error=\"invalid_token\"");
        assertThat(response.body())
                .isEqualTo("{\"type\":\"urn:fort:problem:unauthorized\","
                        + "\"title\":\"A valid access token is required\",\"status\":401,"
                        + "\"instance\":\"/v1/caller\",\"code\":\"unauthorized\"}");
    }
}
