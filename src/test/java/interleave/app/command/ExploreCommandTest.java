package interleave.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExploreCommandTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "--schedule|deadlock: 0 1 what",
        "deadlock|--fail-on|slowness",
        "deadlock|--bound|-1",
        "deadlock|--runs|0",
        "deadlock|--seconds|-5",
        "deadlock|--steps|0",
        "deadlock|--uncontrolled|perhaps",
        "deadlock|-p|meals=none",
        "no-such-thing",
        "--schedule|: 0 1",
      })
  void whatMakesNoSenseIsRefusedInASentence(String line) {
    Said said = Said.by(("explore|" + line).split("\\|"));
    assertThat(said.code()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(said.out()).isEmpty();
    assertThat(said.err()).startsWith("interleave: ").hasLineCount(1);
  }

  @Test
  void endingsAreToldWithTheirShortestSchedules() {
    Said said = Said.by("explore", "deadlock", "--fail-on", "deadlocks", "--again", "2");
    assertThat(said.code()).isEqualTo(ExitCode.FOUND);
    assertThat(said.err()).contains("Small values of the lesson are explored: meals=1.");
    assertThat(said.err()).contains("--fail-on names: deadlocks");
    assertThat(said.out().lines())
        .contains(
            "    10 of 128 interleavings · 1 preemption · played again 2 of 2 times",
            "    deadlock meals=1: 0 2 1",
            "A deadlock is an ending of 1 of 3 interleavings run: deadlock meals=1: 0 2 1",
            "No ending is an exception, all 128 interleavings tried.",
            "Threads: 0 main, 1 Anna, 2 Ben")
        .anyMatch(line -> line.contains("Anna waits for knife, which Ben has"));
    assertThat(said.out()).doesNotContainIgnoringCase("correct");
  }

  @Test
  void aScheduleIsPlayedStepByStepAndNamesItsProgram() {
    Said said = Said.by("explore", "--schedule", "deadlock meals=1: 0 2 1", "--again", "2");
    assertThat(said.code()).isZero();
    assertThat(said.out().lines().map(String::strip))
        .anyMatch(line -> line.matches("3 +2 +Ben: acquires knife .*\\(of 1, 2\\)"))
        .contains("played again 2 of 2 times")
        .anyMatch(line -> line.startsWith("deadlock: "));
  }

  @Test
  void aProgramThatCannotBeReadIsToldAndIsNoSuccess(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("broken.py"), "def f(:\n");
    Said said = Said.by("explore", file.toString());
    assertThat(said.code()).isEqualTo(ExitCode.NOT_STARTED);
    assertThat(said.out()).isEmpty();
    assertThat(said.err()).contains("SyntaxError").hasLineCount(1);
  }

  @Test
  void aProgramWithoutThreadsHasOneInterleaving(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("alone.py"), "x = 1\n");
    Said said = Said.by("explore", file.toString(), "--again", "1");
    assertThat(said.code()).isZero();
    assertThat(said.out())
        .contains("Only MainThread ran: with one thread there is nothing to choose")
        .doesNotContain("1 interleavings");
  }

  @Test
  void asJsonItIsAsItsSchemaSays() throws IOException {
    Map<String, Object> schema =
        JsonTree.read(Path.of("src/main/resources/interleave/file/exploration.schema.json"));
    for (List<String> how : List.of(List.of("--bound", "1"), List.of("--random", "7"))) {
      Said said =
          Said.by(
              "explore",
              "deadlock",
              "-p",
              "meals=1",
              "--runs",
              "6",
              "--again",
              "1",
              "--json",
              "-",
              how.get(0),
              how.get(1));
      assertThat(said.code()).isZero();
      Map<String, Object> told = JsonTree.read(said.out());
      assertThat(JsonSchema.faults(schema, told)).isEmpty();
      assertThat(told).containsEntry("target", "deadlock meals=1");
      assertThat(JsonTree.list(told, "endings")).isNotEmpty();
    }
  }

  @Test
  void ofALessonThatExploringShowsNothingOfItIsSaidWhy() {
    Said said = Said.by("explore", "gil");
    assertThat(said.code()).isEqualTo(ExitCode.NOT_STARTED);
    assertThat(said.out()).isEmpty();
    assertThat(said.err())
        .startsWith("interleave: gil is about how long things take.")
        .contains("interleave run gil shows it; --anyway explores it all the same.");
    for (String each :
        List.of("fork: is about processes", "visibility: is about what compilers and processors")) {
      String[] words = each.split(":");
      assertThat(Said.by("explore", words[0]).err()).contains(words[0] + words[1]);
    }
  }

  @Test
  void whatIsWrongIsSaidBeforeAnythingIsRun(@TempDir Path folder) {
    for (List<String> each :
        List.of(
            List.of("--schedule", "0 two 1", "is no schedule, by “two”"),
            List.of("--random", "7", "--bound", "1", "does not go with --bound"),
            List.of("--json", folder.resolve("none/f.json").toString(), "--json"))) {
      String[] words = new String[each.size() + 1];
      words[0] = "explore";
      words[1] = "deadlock";
      for (int i = 0; i < each.size() - 1; i++) {
        words[i + 2] = each.get(i);
      }
      Said said = Said.by(words);
      assertThat(said.code()).as("%s", each).isEqualTo(ExitCode.WRONG_USAGE);
      assertThat(said.err()).contains(each.getLast());
      assertThat(said.out()).isEmpty();
    }
  }

  @Test
  void whereAScheduleCannotBeFollowedIsTold() {
    Said said = Said.by("explore", "--schedule", "deadlock meals=1: 0 7", "--again", "0");
    assertThat(said.code()).isEqualTo(1);
    assertThat(said.out().lines())
        .contains("At choice 2 it names thread 7, which is not there or could not go on.");
  }
}
