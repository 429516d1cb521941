package interleave.app.command;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.OutputStream;

/** Writers of the JSON that people and programs read. */
final class Json {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  private Json() {}

  /** Indented UTF-8; closing it flushes {@code out} and leaves it open. */
  static JsonGenerator to(OutputStream out) throws IOException {
    return FACTORY.createGenerator(out).useDefaultPrettyPrinter();
  }
}
