package interleave.agent;

import static interleave.event.EventKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.BesideOthers;
import interleave.agent.fixture.Flooding;
import interleave.agent.fixture.Printing;
import interleave.event.Flags;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is recorded of output, and that it arrives as without us. */
@BesideOthers
class OutputTest {
  private static Traced run;

  @BeforeAll
  static void runOnce() throws Exception {
    run = Traced.run(Printing.class);
  }

  @Test
  void everyByteArrivesAsItWas() throws Exception {
    Traced plain = Traced.launch().untraced().run(Printing.class);
    assertThat(run.out).isEqualTo(plain.out);
    assertThat(run.err).isEqualTo(plain.err);
    assertThat(run.exit).isEqualTo(plain.exit).isEqualTo(1);
  }

  @Test
  void linesAreRecordedAsTheyWerePrinted() {
    assertThat(run.of(OUTPUT, "main"))
        .filteredOn(event -> event.flags() == 0)
        .extracting(event -> Objects.requireNonNullElse(event.text(), ""))
        .startsWith(
            "one 2",
            "th",
            "4th",
            "größer 漢字 😀",
            "bytes",
            "b",
            "appended",
            "null",
            "half d != java.lang.String")
        .contains("by way of another stream");
    assertThat(run.printedBy("half")).containsExactly("half a line");
  }

  @Test
  void errorsAreMarkedAndTheLastHalfLineIsNotLost() {
    assertThat(run.of(OUTPUT))
        .filteredOn(event -> (event.flags() & Flags.STDERR) != 0)
        .extracting(event -> event.text())
        .startsWith("error", "true", "the last words")
        .contains("Exception in thread \"main\" java.io.IOException: and out");
  }

  @Test
  void whatIsPrintedFastArrivesAndIsRecordedOrCounted() throws Exception {
    Traced flood = Traced.run(Flooding.class);
    assertThat(flood.out.lines()).hasSize(Flooding.LINES);
    long recorded = flood.of(OUTPUT).stream().filter(it -> it.flags() == 0).count();
    long counted =
        flood.of(OUTPUT).stream()
            .filter(it -> it.flags() == Flags.COUNTED)
            .map(it -> String.valueOf(it.text()))
            .filter(it -> it.contains(" lines, "))
            .mapToLong(it -> Long.parseLong(it.substring(1, it.indexOf(' '))))
            .sum();
    assertThat(recorded).isGreaterThan(10_000);
    assertThat(recorded + counted).isEqualTo(Flooding.LINES);
  }

  @Test
  void aMainThatThrowsEndsTheProcessWithOne() {
    assertThat(run.of(THREAD_END, "main").getFirst().text())
        .isEqualTo("java.io.IOException: and out");
    assertThat(run.only(PROCESS_END).value()).isEqualTo(1);
  }
}
