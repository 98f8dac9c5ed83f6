package scot.fort.intake.reference.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import scot.fort.intake.reference.CodeSet;
import scot.fort.intake.reference.ReferenceData;
import scot.fort.intake.reference.ReferenceFiles;

/** Gathers the sets of the files, and those that features know themselves. */
@Configuration(proxyBeanMethods = false)
class ReferenceConfiguration {

    @Bean
    ReferenceData referenceData(List<CodeSet> ofFeatures) {
        List<CodeSet> sets = new ArrayList<>(ReferenceFiles.all());
        sets.addAll(ofFeatures);
        return new ReferenceData(sets);
    }
}
