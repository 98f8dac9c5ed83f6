package scot.fort.platform.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Times in query parameters: RFC 3339 and nothing else, in years of four digits, which every store can hold. */
@AutoConfiguration
class RequestTimes implements WebMvcConfigurer {

    private static final int LAST_YEAR = 9999;

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, Instant.class, RequestTimes::parse);
    }

    private static Instant parse(String text) {
        OffsetDateTime time = OffsetDateTime.parse(text);
        if (time.getYear() < 0 || time.getYear() > LAST_YEAR) {
            throw new DateTimeParseException("Not a year of four digits", text, 0);
        }
        return time.toInstant();
    }
}
