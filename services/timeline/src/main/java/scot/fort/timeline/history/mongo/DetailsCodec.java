package scot.fort.timeline.history.mongo;

import org.bson.BsonReader;
import org.bson.BsonWriter;
import org.bson.Document;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.DocumentCodec;
import org.bson.codecs.EncoderContext;
import scot.fort.timeline.history.Details;

/** Stores details as the document that they are, so that a query may look into them. */
final class DetailsCodec implements Codec<Details> {

    private final DocumentCodec documents = new DocumentCodec();

    @Override
    public void encode(BsonWriter writer, Details details, EncoderContext context) {
        documents.encode(writer, new Document(details.fields()), context);
    }

    @Override
    public Details decode(BsonReader reader, DecoderContext context) {
        return new Details(documents.decode(reader, context));
    }

    @Override
    public Class<Details> getEncoderClass() {
        return Details.class;
    }
}
