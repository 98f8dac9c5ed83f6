package scot.fort.platform.testing;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMembers;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;

/**
 * Rules of the house that a compiler does not know. A service checks its own classes against all of them with {@code
 * @ArchTest static final ArchTests HOUSE = ArchTests.in(FortArchitecture.class)}.
 */
public final class FortArchitecture {

    private static final String WEB_BINDING = "org.springframework.web.bind.annotation.";

    /** A feature's own package, {@code scot.fort.<service>.<feature>}, holds plain Java; what is not is in an adapter below it. */
    @ArchTest
    public static final ArchRule FEATURES_ARE_PLAIN_JAVA = noClasses()
            .that()
            .resideInAPackage("scot.fort.*.*")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..",
                    "org.apache.avro..",
                    "org.apache.kafka..",
                    "com.mongodb..",
                    "org.bson..",
                    "jakarta..",
                    "scot.fort.events..")
            .allowEmptyShould(true);

    /** What leaves a service leaves through the outbox of an aggregate. */
    @ArchTest
    public static final ArchRule NOTHING_IS_SENT_BUT_THROUGH_THE_OUTBOX = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka.clients.producer..", "org.springframework.kafka.core..");

    /** Services share topics, schemas and the platform; of each other they know nothing. */
    @ArchTest
    public static final ArchRule SERVICES_DO_NOT_KNOW_EACH_OTHER = classes().should(new KnowNoOtherService());

    @ArchTest
    public static final ArchRule KAFKA_STAYS_IN_ITS_ADAPTER =
            staysIn("..kafka..", "org.apache.kafka..", "org.springframework.kafka..");

    @ArchTest
    public static final ArchRule MONGODB_STAYS_IN_ITS_ADAPTER = staysIn(
            "..mongo..",
            "com.mongodb..",
            "org.bson..",
            "org.springframework.data.mongodb..",
            "org.springframework.boot.mongodb..");

    @ArchTest
    public static final ArchRule HTTP_STAYS_IN_ITS_ADAPTER =
            staysIn("..web..", "org.springframework.web..", "org.springframework.http..", "jakarta.servlet..");

    @ArchTest
    public static final ArchRule MAIL_STAYS_IN_ITS_ADAPTER =
            staysIn("..mail..", "org.springframework.mail..", "jakarta.mail..", "org.eclipse.angus..");

    /** Time, ids and chance come in from outside, so that a test can say what they are. */
    @ArchTest
    public static final ArchRule TIME_AND_IDS_ARE_INJECTED =
            noClasses().should().accessTargetWhere(new AmbientSource());

    @ArchTest
    public static final ArchRule NOTHING_IS_PRINTED = noClasses().should(GeneralCodingRules.ACCESS_STANDARD_STREAMS);

    /** What a service needs from another comes as an event. */
    @ArchTest
    public static final ArchRule NO_SERVICE_CALLS_ANOTHER = noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.net.http..", "org.springframework.web.reactive..")
                    .or(describe("are HTTP clients", type -> type.getFullName()
                            .matches("org\\.springframework\\.web\\.client\\..*"
                                    + "|org\\.springframework\\.http\\.client\\..*"
                                    + "|java\\.net\\.(Http)?URLConnection|java\\.net\\.URL"))));

    /** A dependency is an argument of the one constructor, which needs no annotation. */
    @ArchTest
    public static final ArchRule NOTHING_IS_AUTOWIRED = noMembers()
            .should()
            .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
            .orShould()
            .beAnnotatedWith("jakarta.inject.Inject")
            .orShould()
            .beAnnotatedWith("jakarta.annotation.Resource");

    /** Settings come as typed and validated properties. */
    @ArchTest
    public static final ArchRule NO_FIELD_IS_INJECTED = GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

    @ArchTest
    public static final ArchRule CONTROLLERS_ARE_IN_WEB_PACKAGES = classes()
            .that()
            .areMetaAnnotatedWith("org.springframework.stereotype.Controller")
            .should()
            .resideInAPackage("..web..")
            .allowEmptyShould(true);

    /** Who may call is said where the call is taken. */
    @ArchTest
    public static final ArchRule EVERY_CALL_SAYS_WHO_MAY_MAKE_IT = methods()
            .that()
            .areMetaAnnotatedWith(WEB_BINDING + "RequestMapping")
            .should()
            .beAnnotatedWith("scot.fort.platform.web.security.Allow")
            .orShould()
            .beDeclaredInClassesThat()
            .areAnnotatedWith("scot.fort.platform.web.security.Allow")
            .allowEmptyShould(true);

    /** The shape of a body concerns its controller alone. */
    @ArchTest
    public static final ArchRule BODIES_ARE_PACKAGE_PRIVATE = methods()
            .that()
            .areMetaAnnotatedWith(WEB_BINDING + "RequestMapping")
            .should(new KeepTheirBodiesPrivate())
            .allowEmptyShould(true);

    /** Names that say nothing of the work. */
    @ArchTest
    public static final ArchRule NAMES_SAY_WHAT_IT_IS =
            noClasses().should().haveNameMatching(".*(Impl|Manager|Helper|Utils?)");

    private FortArchitecture() {}

    private static ArchRule staysIn(String adapter, String... technology) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(adapter)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(technology)
                .allowEmptyShould(true);
    }
}
