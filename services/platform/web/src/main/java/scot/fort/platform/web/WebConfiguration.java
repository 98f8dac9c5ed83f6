package scot.fort.platform.web;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** The form of answers: times in UTC with milliseconds, always three digits of them. */
@AutoConfiguration(before = JacksonAutoConfiguration.class)
class WebConfiguration {

    @Bean
    JsonMapperBuilderCustomizer utcMilliseconds() {
        var module = new SimpleModule("fort-times").addSerializer(new UtcMillisecondSerializer());
        return builder -> builder.addModule(module);
    }

    private static final class UtcMillisecondSerializer extends StdSerializer<Instant> {

        private static final DateTimeFormatter FORMAT =
                DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

        UtcMillisecondSerializer() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant instant, JsonGenerator generator, SerializationContext context) {
            generator.writeString(FORMAT.format(instant));
        }
    }
}
