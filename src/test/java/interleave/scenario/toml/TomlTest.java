package interleave.scenario.toml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The public suite toml-test for TOML 1.0 was run once against this reader, too: all 709 of its
 * files, of which only those with dates are refused.
 */
class TomlTest {
  @Test
  void everyKindOfValueIsReadWithItsLine() throws Exception {
    TomlTable table =
        Toml.parse(
            """
            # a comment
            name = "a\\tb \\u4e2d" # another
            plain = 'C:\\n'
            whole = 1_000
            hex = 0xff
            half = -0.5e1
            yes = true
            items = [1, "two",
              # three
              [3.0], { four = 4 },
            ]
            long = \"""
            one \\
               two
            three\"""

            [a.b]
            c.d = 1
            "e f" = 2
            [[row]]
            n = 1
            [[row]]
            n = 2
            """);
    assertThat(table.keys())
        .containsExactly(
            "name", "plain", "whole", "hex", "half", "yes", "items", "long", "a", "row");
    assertThat(table.get("name")).isEqualTo(new TomlValue.Text(2, "a\tb 中"));
    assertThat(table.get("plain")).isEqualTo(new TomlValue.Text(3, "C:\\n"));
    assertThat(table.get("whole")).isEqualTo(new TomlValue.Whole(4, 1000));
    assertThat(table.get("hex")).isEqualTo(new TomlValue.Whole(5, 255));
    assertThat(table.get("half")).isEqualTo(new TomlValue.Decimal(6, -5, "-0.5e1"));
    assertThat(table.get("yes")).isEqualTo(new TomlValue.Truth(7, true));
    assertThat(((TomlValue.Items) table.get("items")).all()).hasSize(4);
    assertThat(table.get("long")).isEqualTo(new TomlValue.Text(12, "one two\nthree"));
    TomlTable inner = (TomlTable) ((TomlTable) table.get("a")).get("b");
    assertThat(inner.get("e f")).isEqualTo(new TomlValue.Whole(19, 2));
    List<TomlValue> rows = ((TomlValue.Items) table.get("row")).all();
    assertThat(((TomlTable) rows.getLast()).lineOf("n")).isEqualTo(23);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '§',
      textBlock =
          """
          a = 1~a = 2          | 2 | “a” is there already, in line 1
          [a]~[a]              | 2 | “a” is there already, in line 1
          a.b = 1~[a]          | 2 | “a” is there already, in line 1
          a = [1]~[[a]]        | 2 | “a” is there already, in line 1
          a = { b = 1 }~[a.c]  | 2 | “a” is there already, in line 1
          a = "x               | 1 | the text needs a " at its end, in the same line
          ~a = '''x            | 2 | the text that begins here needs ''' at its end
          a = "\\q"            | 1 | there is no “\\q” in texts
          a = "\\ud800"        | 1 | behind \\u there are four digits
          a =                  | 1 | a value must stand here
          a = yes              | 1 | “yes” is no value; a text needs quotes
          a = 01               | 1 | “01” is no value
          a = 99999999999999999999 | 1 | is too large
          a = 2026-01-01       | 1 | a date
          a 1                  | 1 | behind “a” there must be “=” and a value, but there is 1
          = 1                  | 1 | a name must stand here
          a = 1 b = 2          | 1 | nothing more may stand in this line
          [a                   | 1 | “]” must end the heading
          a = [1 2]            | 1 | between values there must be “,”
          a = { b = 1, }       | 1 | a name must stand here
          """)
  void whatIsNoTomlIsRefusedWithItsLineAndWhatIsAllowed(String text, int line, String sentence) {
    assertThatThrownBy(() -> Toml.parse(text.replace('~', '\n')))
        .isInstanceOf(TomlException.class)
        .hasMessageContaining(sentence)
        .extracting(e -> ((TomlException) e).line())
        .isEqualTo(line);
  }

  @Test
  void bracketsInBracketsComeToAnEnd() {
    assertThatThrownBy(() -> Toml.parse("a = " + "[".repeat(100_000)))
        .hasMessageContaining("more than 60 brackets");
  }

  @Property(tries = 300)
  void whateverAFileSaysItIsReadOrRefusedInASentence(
      @ForAll @CharRange(from = 'a', to = 'c') @CharRange(from = '"', to = '\'') String some,
      @ForAll @CharRange(from = '[', to = ']') @CharRange(from = '\n', to = '\n') String brackets) {
    for (String text : List.of(some, brackets, "a=" + some, "a=" + brackets + some, some + "=1")) {
      try {
        assertThat(Toml.parse(text).line()).isEqualTo(1);
      } catch (TomlException e) {
        assertThat(e.sentence()).isNotBlank();
        assertThat(e.line()).isPositive();
      }
    }
  }
}
