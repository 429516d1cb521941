package interleave.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import interleave.file.SmallJson.Bare;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SmallJsonTest {
  @Test
  void objectsListsTextsAndWhatElseThereIsAreRead() throws IOException {
    String text =
        " {\"a\" : \"x\\n\\u00e9\\\"\", \"b\":[1, -2.5e3,true,null,[]],\"c\":{\"d\":{}}} ,";
    assertThat(SmallJson.object(text))
        .isEqualTo(
            Map.of(
                "a",
                "x\né\"",
                "b",
                List.of(
                    new Bare("1"),
                    new Bare("-2.5e3"),
                    new Bare("true"),
                    new Bare("null"),
                    List.of()),
                "c",
                Map.of("d", Map.of())));
  }

  @Property(tries = 200)
  void whatTheLibraryWritesComesBack(@ForAll String name, @ForAll String value) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text).useDefaultPrettyPrinter()) {
      json.writeStartObject();
      json.writeStringField(name, value);
      json.writeNumberField(name + "2", value.length());
      json.writeEndObject();
    }
    assertThat(SmallJson.object(text.toString()))
        .containsEntry(name, value)
        .containsEntry(name + "2", new Bare(Integer.toString(value.length())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "{\"a\"",
        "{\"a\":",
        "{\"a\":\"",
        "{\"a\":1",
        "{\"a\":1 \"b\":2}",
        "{\"a\":,}",
        "{\"a\":x}",
        "{\"a\":\"\\q\"}",
        "{\"a\":\"\\u12g4\"}",
        "{\"a\":\"\n\"}",
        "{a:1}",
        "{\"a\":[1,2}"
      })
  void whatIsNoJsonIsRefused(String text) {
    assertThatIOException().isThrownBy(() -> SmallJson.object(text));
  }

  @Test
  void whatIsNestedAbsurdlyIsRefused() {
    assertThatIOException().isThrownBy(() -> SmallJson.object("{\"a\":" + "[".repeat(100_000)));
  }
}
