package scot.fort.intake.referral.content;

import static scot.fort.intake.referral.form.ReferralForm.orNone;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import scot.fort.events.content.AddedInformation;
import scot.fort.events.content.Address;
import scot.fort.events.content.Adult;
import scot.fort.events.content.Answer;
import scot.fort.events.content.Child;
import scot.fort.events.content.Correction;
import scot.fort.events.content.ReferralContent;
import scot.fort.events.content.Referrer;
import scot.fort.events.content.Views;
import scot.fort.intake.referral.form.AddressForm;
import scot.fort.intake.referral.form.ChildForm;
import scot.fort.intake.referral.form.InformationRequest;
import scot.fort.intake.referral.form.ReferralForm;

/** Puts what is personal into content records, still in clear. */
final class ContentRecords {

    private ContentRecords() {}

    /** @param extensions as JSON */
    static ReferralContent referral(ReferralForm form, @Nullable String extensions) {
        ReferralForm.Referrer referrer = form.referrer();
        ReferralForm.Views views = form.views();
        return new ReferralContent(
                new Referrer(referrer.name(), referrer.email(), referrer.phone()),
                form.children().stream().map(ContentRecords::child).toList(),
                orNone(form.adults()).stream().map(ContentRecords::adult).toList(),
                form.narrative(),
                views == null ? null : new Views(views.child(), views.parentCarer()),
                extensions);
    }

    static AddedInformation information(InformationRequest information) {
        List<Answer> answers = orNone(information.answers()).stream()
                .map(answer -> new Answer(answer.question(), answer.text()))
                .toList();
        return new AddedInformation(information.text(), answers);
    }

    static Correction correction(InformationRequest.CorrectionForm correction) {
        return new Correction(
                correction.ref(),
                iso(correction.dateOfBirth()),
                iso(correction.expectedDateOfBirth()),
                correction.chi(),
                correction.scn(),
                address(correction.address()));
    }

    private static Child child(ChildForm child) {
        return new Child(
                child.ref(),
                child.givenName(),
                child.familyName(),
                child.knownAs(),
                iso(child.dateOfBirth()),
                iso(child.expectedDateOfBirth()),
                child.ageEstimate(),
                child.sex(),
                child.chi(),
                child.scn(),
                address(child.address()),
                child.establishment(),
                child.careExperienced(),
                orNone(child.languages()),
                child.communicationNeeds());
    }

    private static Adult adult(ReferralForm.Adult adult) {
        return new Adult(
                adult.ref(),
                adult.givenName(),
                adult.familyName(),
                adult.relationship(),
                adult.parentalResponsibility(),
                adult.phone(),
                adult.contactSafety());
    }

    private static @Nullable Address address(@Nullable AddressForm address) {
        return address == null ? null : new Address(orNone(address.lines()), address.postcode(), address.ward());
    }

    private static @Nullable String iso(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }
}
