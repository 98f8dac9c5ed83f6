package scot.fort.platform.service;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import scot.fort.platform.lifecycle.Told;

/** An Avro event as the status of a referral is followed from it. */
public record ToldEvent(SpecificRecord event) implements Told {

    @Override
    public String type() {
        return event.getSchema().getName();
    }

    @Override
    public Optional<String> text(String field) {
        return Optional.ofNullable(value(field)).map(Object::toString);
    }

    @Override
    public Optional<Integer> number(String field) {
        return Optional.ofNullable(value(field)).map(Number.class::cast).map(Number::intValue);
    }

    @Override
    public List<String> texts(String field) {
        return value(field) instanceof Collection<?> items
                ? items.stream().<String>map(Object::toString).toList()
                : List.of();
    }

    private @Nullable Object value(String name) {
        Schema.Field field = event.getSchema().getField(name);
        return field == null ? null : event.get(field.pos());
    }
}
