package scot.fort.platform.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;

/** Rules of the house that a compiler does not know; every service checks its own classes against them. */
public final class FortArchitecture {

    /** A feature's own package, {@code scot.fort.<service>.<feature>}, holds plain Java; what is not is in an adapter below it. */
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
                    "scot.fort.events..");

    /** What leaves a service leaves through the outbox of an aggregate. */
    public static final ArchRule NOTHING_IS_SENT_BUT_THROUGH_THE_OUTBOX = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka.clients.producer..", "org.springframework.kafka.core..");

    private FortArchitecture() {}
}
