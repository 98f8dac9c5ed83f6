package scot.fort.triage.screening.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import scot.fort.triage.screening.GlassAttempts;

/** One small document for each person who has ever tried: {@code {_id: subject, until}}. */
final class MongoGlassAttempts implements GlassAttempts.UsedUntil {

    private static final String UNTIL = "until";

    private final MongoCollection<Document> people;

    MongoGlassAttempts(MongoCollection<Document> people) {
        this.people = people;
    }

    @Override
    public @Nullable Instant find(String person) {
        Document found = people.find(eq("_id", person)).first();
        return found == null ? null : found.getDate(UNTIL).toInstant();
    }

    @Override
    public boolean move(String person, @Nullable Instant found, Instant to) {
        return found == null ? insert(person, to) : update(person, found, to);
    }

    private boolean insert(String person, Instant until) {
        try {
            people.insertOne(new Document("_id", person).append(UNTIL, Date.from(until)));
            return true;
        } catch (MongoWriteException fault) {
            if (fault.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw fault;
        }
    }

    private boolean update(String person, Instant found, Instant to) {
        return people.updateOne(and(eq("_id", person), eq(UNTIL, Date.from(found))), set(UNTIL, Date.from(to)))
                        .getMatchedCount()
                == 1;
    }
}
