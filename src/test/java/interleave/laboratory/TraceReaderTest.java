package interleave.laboratory;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.explore.Ending;
import interleave.explore.Operation;
import interleave.explore.Trace;
import java.io.IOException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TraceReaderTest {
  private static Trace read(String... lines) throws IOException {
    TraceReader reader = new TraceReader("1");
    for (String line : lines) {
      reader.take(Line.fields(line));
    }
    assertThat(reader.isOver()).isTrue();
    return reader.trace();
  }

  @Test
  void whatARunTellsIsItsTrace() throws IOException {
    Trace trace =
        read(
            "thread\t0\tmain",
            "object\t1\tvariable\tbalance",
            "next\t0\twrite\t1\t5\tA.java\t7",
            "step\t0\t0",
            "did\t0\t5",
            "out\ta\\tb\\n\\\\",
            "told\tA.java\t9\ttime\tnow",
            "value\tbalance\t5",
            "ended\texit\t3",
            "over\t1");
    assertThat(trace.steps()).hasSize(1);
    assertThat(trace.steps().getFirst().operation())
        .isEqualTo(new Operation(Operation.Kind.WRITE, 1, "5", new Operation.Place("A.java", 7)));
    assertThat(trace.steps().getFirst().did()).isEqualTo("5");
    assertThat(trace.ending().kind()).isEqualTo(Ending.Kind.EXIT);
    assertThat(trace.ending().text()).isEqualTo("3");
    assertThat(trace.ending().output()).isEqualTo("a\tb\n\\");
    assertThat(trace.ending().values()).containsEntry("balance", "5");
    assertThat(trace.told().getFirst().arguments()).containsExactly("now");
    assertThat(trace.standing()).isEmpty();
  }

  @Test
  void whatAProgramPrintsWithoutEndIsHeardSoFar() throws IOException {
    String[] lines = new String[2003];
    lines[0] = "thread\t0\tmain";
    for (int i = 1; i <= 2000; i++) {
      lines[i] = "out\t" + "x".repeat(1000);
    }
    lines[2001] = "ended\tdone\t";
    lines[2002] = "over\t1";
    assertThat(read(lines).ending().output()).hasSize(1 << 20);
  }

  @Property(tries = 300)
  void whateverIsSaidIsUnderstoodOrRefused(@ForAll("lines") List<String> lines) {
    TraceReader reader = new TraceReader("1");
    try {
      for (String line : lines) {
        reader.take(Line.fields(line));
      }
    } catch (IOException e) {
      assertThat(e).isInstanceOf(BrokenLineException.class).hasMessageContaining("understood");
    }
    assertThat(reader.trace().steps()).hasSizeLessThanOrEqualTo(lines.size());
  }

  @Provide
  Arbitrary<List<String>> lines() {
    Arbitrary<String> word =
        Arbitraries.of(
            "thread object next step did out told value ended over ask nonsense".split(" "));
    Arbitrary<String> field =
        Arbitraries.of(
            "0",
            "1",
            "1.1",
            "",
            "x",
            "99999999999",
            "-1",
            "lock",
            "read",
            "0 1",
            "\\",
            "done",
            "1\\n");
    return word.flatMap(
            first ->
                field
                    .list()
                    .ofMaxSize(7)
                    .map(rest -> rest.isEmpty() ? first : first + "\t" + String.join("\t", rest)))
        .list()
        .ofMaxSize(12);
  }

  @Property(tries = 300)
  void whatIsEscapedIsReadAsItWas(@ForAll("texts") List<String> fields) {
    String line = Line.of(fields.toArray(new String[0]));
    assertThat(line).endsWith("\n");
    String inner = line.substring(0, line.length() - 1);
    assertThat(inner).doesNotContain("\n").doesNotContain("\r");
    assertThat(Line.fields(inner)).isEqualTo(fields);
  }

  @Provide
  Arbitrary<List<String>> texts() {
    return Arbitraries.strings()
        .withChars('a', '\\', '\t', '\n', '\r', 't', 'n', '值')
        .ofMaxLength(8)
        .list()
        .ofMinSize(1)
        .ofMaxSize(5)
        .filter(fields -> !fields.getFirst().isEmpty());
  }
}
