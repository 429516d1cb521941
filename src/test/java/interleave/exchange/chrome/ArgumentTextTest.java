package interleave.exchange.chrome;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ArgumentTextTest {
  private static final List<String> KEYS =
      List.of("a", "", "size of it", "größe", "q\\\"", "tab\\t", "x\u0001y", "a,b:{");
  private static final List<String> VALUES =
      List.of(
          "1",
          "-2.5e+3",
          "\"\"",
          "\"x,y\"",
          "\"[1]\"",
          "\"ü\"",
          "\"\\\\\"",
          "true",
          "null",
          "{}",
          "{\"b\":\"}\"}",
          "[1,\"]\"]",
          "\"a longer text than most are, of some eighty bytes\"");

  private static String text(String json, String category) {
    byte[] bytes = (category + json).getBytes(StandardCharsets.UTF_8);
    Batch batch = new Batch();
    batch.bytes = Arrays.copyOf(bytes, bytes.length + 32);
    int from = category.length();
    ArgumentText text = new ArgumentText();
    int length =
        text.of(
            batch,
            from == 0 ? 0 : Batch.place(0, from, false),
            Batch.place(from, bytes.length, false));
    return new String(text.bytes(), 0, length, StandardCharsets.UTF_8);
  }

  private static String json(List<String> members, String blank) {
    return "{" + blank + String.join("," + blank, members) + "}";
  }

  @Test
  void argumentsAreToldAsTheyStandThere() {
    assertThat(text("{\"size\":12,\"url\":\"a b\"}", "")).isEqualTo("size=12 url=a b");
    assertThat(text("{\"size\":12}", "app")).isEqualTo("[app] size=12");
    assertThat(text("{\"a\":{\"b\":1},\"c\":null}", "")).isEqualTo("a={\"b\":1} c=");
    assertThat(text("{}", "app")).isEqualTo("[app]");
  }

  @Test
  void whatIsJustAsLongAsMayBeIsWhole() {
    String most = "x".repeat(398);
    for (String blank : List.of("", " ")) {
      assertThat(text("{" + blank + "\"a\":\"" + most + "\"}", "")).isEqualTo("a=" + most);
      assertThat(text("{" + blank + "\"a\":\"" + most + "y\"}", "")).isEqualTo("a=" + most + "…");
      assertThat(text("{" + blank + "\"a\":\"" + most + "\",\"b\":1}", ""))
          .isEqualTo("a=" + most + "…");
    }
  }

  @Test
  void blanksBetweenThemMakeNoDifference() {
    Random random = new Random(4);
    for (int round = 0; round < 5000; round++) {
      List<String> members = new ArrayList<>();
      for (int i = random.nextInt(round % 50 == 0 ? 60 : 4); i >= 0; i--) {
        String key = KEYS.get(random.nextInt(KEYS.size()));
        members.add('"' + key + "\":" + VALUES.get(random.nextInt(VALUES.size())));
      }
      String category = random.nextBoolean() ? "" : "some category";
      assertThat(text(json(members, ""), category))
          .as(() -> members.toString())
          .isEqualTo(text(json(members, " "), category));
    }
  }
}
