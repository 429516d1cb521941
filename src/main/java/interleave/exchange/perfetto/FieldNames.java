package interleave.exchange.perfetto;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** What the format calls the fields of its messages, so that what is not drawn can be named. */
final class FieldNames {
  private final Properties names = new Properties();

  FieldNames() {
    try (InputStream in = FieldNames.class.getResourceAsStream("fields.properties")) {
      if (in != null) {
        names.load(in);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The name of a field, or its number where it is of a newer or another's format. */
  String of(String message, int field) {
    String of = message.equals("event") ? "field of events" : message; // which are drawn
    return of + " " + names.getProperty(message + "." + field, String.valueOf(field));
  }

  /** Whether the format of that time had such a field. */
  boolean has(String message, int field) {
    return names.containsKey(message + "." + field);
  }
}
