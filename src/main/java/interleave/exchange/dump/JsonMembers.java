package interleave.exchange.dump;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * Values of members, of whatever shape they are: what is none that one looks for is counted and
 * skipped, so that what comes after it is read as what it is.
 */
record JsonMembers(JsonParser json, Consumer<String> unknown) {
  /** Reads one element of an array, whose first token is the current one. */
  @FunctionalInterface
  interface Element {
    void read() throws IOException;
  }

  /** A text, a number or a truth; empty where it is none, and nothing. */
  String text(String member) throws IOException {
    JsonToken token = json.currentToken();
    if (token == null || token == JsonToken.VALUE_NULL) {
      return "";
    }
    if (!token.isScalarValue()) {
      skip(member);
      return "";
    }
    return json.getText();
  }

  boolean truth(String member) throws IOException {
    return Boolean.parseBoolean(text(member));
  }

  /** -1 where it is none that is small and whole. */
  int number(String member) throws IOException {
    String text = text(member);
    return text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
  }

  void each(String member, Element element) throws IOException {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      skip(member);
      return;
    }
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (json.currentToken() == null) {
        return; // the end of the file, which the parser says with an error mostly
      }
      element.read();
      if (json.currentToken() != null && json.currentToken().isStructStart()) {
        json.skipChildren();
      }
    }
  }

  void eachObject(String member, Element element) throws IOException {
    each(
        member,
        () -> {
          if (json.currentToken() == JsonToken.START_OBJECT) {
            element.read();
          } else {
            skip(member);
          }
        });
  }

  void skip(String member) throws IOException {
    if (json.currentToken() != JsonToken.VALUE_NULL) {
      unknown.accept("member " + member);
    }
    json.skipChildren();
  }
}
