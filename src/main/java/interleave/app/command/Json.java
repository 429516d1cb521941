package interleave.app.command;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The JSON that people and programs read. */
public final class Json {
  private static final JsonFactory FACTORY = new JsonFactory();

  private Json() {}

  /** Writes what is to be printed. */
  public interface Content {
    void write(JsonGenerator to) throws IOException;
  }

  /** Prints it, indented and in UTF-8; a terminal obeys nothing in it. */
  public static void print(Terminal terminal, Content content) throws IOException {
    byte[] bytes = bytes(content);
    terminal.out().write(bytes, 0, bytes.length);
    terminal.out().flush();
  }

  /** Writes it into that file, or prints it where that is {@code -}. */
  public static void write(Terminal terminal, Path file, Content content) throws IOException {
    if (file.toString().equals("-")) {
      print(terminal, content);
    } else {
      Files.write(file, bytes(content));
    }
  }

  private static byte[] bytes(Content content) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator to = FACTORY.createGenerator(text).useDefaultPrettyPrinter()) {
      content.write(to);
    }
    return (PlainText.json(text.toString()) + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
