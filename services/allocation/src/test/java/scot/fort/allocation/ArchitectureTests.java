package scot.fort.allocation;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import scot.fort.platform.testing.FortArchitecture;

@AnalyzeClasses(packages = "scot.fort.allocation", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule FEATURES_ARE_PLAIN_JAVA = FortArchitecture.FEATURES_ARE_PLAIN_JAVA;

    @ArchTest
    static final ArchRule NOTHING_IS_SENT_BUT_THROUGH_THE_OUTBOX =
            FortArchitecture.NOTHING_IS_SENT_BUT_THROUGH_THE_OUTBOX;
}
