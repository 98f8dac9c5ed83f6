package scot.fort.platform.messaging.consume;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.ServerAddress;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a database answers is tried again, but for what it answers to a document that is too large. */
class EventDecoderTests {

    @ParameterizedTest
    @ValueSource(ints = {10334, 17419, 17420})
    void takesADocumentThatIsTooLargeForContent(int code) {
        assertThat(EventDecoder.isAboutContent(bulk(code))).isTrue();
        assertThat(EventDecoder.isAboutContent(new MongoException(code, "too large")))
                .isTrue();
        assertThat(EventDecoder.isPassing(new IllegalStateException(bulk(code))))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {11600, 189, 91, 50})
    void triesAgainWhateverElseADatabaseAnswers(int code) {
        assertThat(EventDecoder.isPassing(bulk(code))).isTrue();
        assertThat(EventDecoder.isAboutContent(new MongoException(code, "not now")))
                .isFalse();
    }

    private static MongoBulkWriteException bulk(int code) {
        return new MongoBulkWriteException(
                BulkWriteResult.unacknowledged(),
                List.of(new BulkWriteError(code, "refused", new BsonDocument(), 0)),
                null,
                new ServerAddress(),
                Set.of());
    }
}
