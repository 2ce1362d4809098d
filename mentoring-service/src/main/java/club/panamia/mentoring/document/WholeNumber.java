package club.panamia.mentoring.document;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;

/** A number that was written without a fraction: half a minute is refused, not cut off. */
public class WholeNumber extends StdDeserializer<Integer> {

    private static final long serialVersionUID = 1L;

    public WholeNumber() {
        super(Integer.class);
    }

    @Override
    public Integer deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        return parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                ? Integer.valueOf(parser.getIntValue())
                : (Integer) context.handleUnexpectedToken(Integer.class, parser);
    }
}
