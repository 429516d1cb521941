package interleave.laboratory;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.explore.Limits;
import interleave.explore.Model;
import interleave.explore.Operation;
import interleave.explore.Search;
import interleave.explore.Subject;
import interleave.explore.Trace;
import interleave.words.Language;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What came of an exploration, as it is read. */
class ReportTest {
  private static Trace.Told told(int line, String key, String... arguments) {
    return new Trace.Told(new Operation.Place("x.py", line), key, List.of(arguments));
  }

  /** The report of all orders of a model that tells that, whatever the order. */
  private static List<String> report(Model model, boolean isSure, Trace.Told... told)
      throws IOException {
    Subject subject =
        order -> {
          Trace trace = model.run(order);
          return new Trace(
              trace.threads(),
              trace.objects(),
              trace.steps(),
              trace.stands(),
              trace.ending(),
              Arrays.asList(told));
        };
    Search search = new Search(subject, Limits.USUAL, false);
    while (search.advance()) {}
    Map<interleave.explore.Ending, Experiment.Again> again =
        Map.of(
            search.endings().groups().getFirst().ending(), new Experiment.Again(2, isSure ? 2 : 1));
    Experiment.Findings findings =
        new Experiment.Findings(
            search.endings(),
            search.progress(),
            again,
            Experiment.End.TRIED,
            Optional.empty(),
            0,
            Duration.ofMillis(1500));
    return Language.ENGLISH.speaking(() -> new Report(findings, search, Limits.USUAL, "x").lines());
  }

  @Test
  void whatIsSaidBesideStandsUnderWhatItIsAbout() throws IOException {
    Model model = Model.started("read x;write x 1", "read x;write x 2");
    assertThat(
            report(
                model,
                true,
                told(9, "switch", "CPython 3.12.1"),
                told(8, "unobserved", "n"),
                told(7, "random.seeded"),
                told(6, "input"),
                told(5, "network")))
        .containsSubsequence(
            "Not controlled:",
            "    x.py:5: the network is not controlled: what comes from there may differ from run"
                + " to run (in 4 runs)",
            "    x.py:6: what is typed is not controlled; there is none (in 4 runs)",
            "Tried all the same, though this interpreter would not do so by itself:",
            "    x.py:9: CPython 3.12.1 itself would let no other thread come between these reads"
                + " and writes; another interpreter may (in 4 runs)",
            "As the laboratory has it, the same in each run:",
            "Not seen:")
        .contains("Updates are lost in 2 of 4 interleavings run: x: 0 1 2");
    assertThat(report(model, true)).noneMatch(each -> each.startsWith("Not controlled"));
  }

  @Test
  void ofOneThreadIsSaidThatThereIsNothingToChoose() throws IOException {
    List<String> lines = report(Model.of("print a"), false, told(3, "process"));
    assertThat(lines)
        .contains(
            "Only T0 ran: with one thread there is nothing to choose, so this is the one order"
                + " there is. Tasks of an event loop take turns as the loop has it, and other"
                + " orders of theirs are not tried.",
            "This program has to do with processes, whose turns nobody controls: explore is for"
                + " threads.",
            "Not deterministic: played again, it ended so 1 of 2 times.")
        .noneMatch(each -> each.contains("interleaving") || each.startsWith("No ending"));
  }
}
