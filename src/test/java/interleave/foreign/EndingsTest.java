package interleave.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import foreign.Ending;
import interleave.BesideOthers;
import interleave.engine.CommandProgram;
import interleave.engine.JavaProgram;
import interleave.foreign.BothWays.Seen;
import interleave.timeline.summary.Summaries;
import interleave.timeline.summary.Summary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However a program ends, it ends so with us too, and the recording tells how. */
@BesideOthers
class EndingsTest {
  @TempDir Path folder;

  @Test
  void aFloodComesThroughWhole() throws Exception {
    Seen seen = ends("flood", "100000");
    assertThat(seen.out()).hasLineCount(100_000);
    assertThat(seen.lines()).hasSize(200_000).contains("line 99999 of very many", "error 99999");
    assertExit(seen, 0);
  }

  @Test
  void exitFromAnotherThreadRunsTheHooksOfTheProgram() throws Exception {
    Seen seen = ends("exit");
    assertThat(seen.out()).isEqualTo("bye\n");
    assertExit(seen, 42);
  }

  @Test
  void haltEndsInTheMidstOfALine() throws Exception {
    Seen seen = ends("halt");
    assertThat(seen.out()).isEqualTo("no end of line");
    assertThat(seen.lines()).containsExactly("no end of line");
    assertExit(seen, 9);
  }

  @Test
  void anExceptionInMainEndsItAfterTheOtherThreads() throws Exception {
    assertExit(ends("throw"), 1);
  }

  @Test
  void anExceptionInAnotherThreadDoesNot() throws Exception {
    Seen seen = ends("throw elsewhere");
    assertThat(seen.behaviour().err()).contains("thrown elsewhere");
    assertExit(seen, 0);
  }

  @Test
  void aStackThatOverflowsInMonitorsUnwinds() throws Exception {
    assertThat(ends("stack").out()).isEqualTo("deep enough: true\n");
  }

  @Test
  void runningOutOfMemoryEndsItAsEver() throws Exception {
    Seen seen = run(List.of("-Xmx40m"), "memory");
    assertThat(seen.behaviour().err()).contains("OutOfMemoryError: Java heap space");
    assertExit(seen, 1);
    Path other = folder.resolve("other");
    Seen exits =
        BothWays.run(program(List.of("-Xmx40m", "-XX:+ExitOnOutOfMemoryError"), "memory"), other);
    assertThat(exits.lines()).contains("before");
    assertExit(exits, 3);
  }

  @Test
  void whatIsTypedIsReadToItsEnd() throws Exception {
    Seen seen = BothWays.run(program(List.of(), "input"), folder, "Ada\nBob\nno end");
    assertThat(seen.out()).isEqualTo("Who are you? Hello Ada!\nHello Bob!\nHello no end!\n");
    assertExit(seen, 5);
  }

  @Test
  void aStreamThatTheProgramClosesStaysClosed() throws Exception {
    Seen seen = ends("closed");
    assertThat(seen.out()).isEqualTo("before\n");
    assertThat(seen.behaviour().err()).isEqualTo("true\n");
  }

  @Test
  void aSignalIsNamed() throws Exception {
    Seen asked = ends("kill", "TERM");
    assertThat(asked.out()).isEqualTo("before\nbye\n");
    assertThat(exit(asked)).isEqualTo(new Summary.Exit(null, "SIGTERM"));
    Seen killed = BothWays.run(program(List.of(), "kill", "KILL"), folder.resolve("other"));
    assertThat(killed.lines()).containsExactly("before");
    assertThat(exit(killed)).isEqualTo(new Summary.Exit(null, "SIGKILL"));
  }

  @Test
  void aCrashOfTheJvmLeavesWhatWasRecordedBefore() throws Exception {
    List<String> quiet = List.of("--enable-native-access=ALL-UNNAMED", "-XX:ErrorFile=/dev/null");
    List<String> command = new ArrayList<>(List.of("sh", "-c", "ulimit -c 0; exec \"$@\"", "sh"));
    command.addAll(program(quiet, "crash").command());
    Seen seen = BothWays.only(CommandProgram.of(command.toArray(String[]::new)).in(folder));
    assertThat(seen.behaviour().exit()).isEqualTo(134);
    assertThat(seen.out()).startsWith("before\n").contains("SIGSEGV").doesNotContain("never said");
    assertThat(seen.lines()).contains("before");
    assertThat(exit(seen)).isEqualTo(new Summary.Exit(null, "SIGABRT"));
  }

  private Seen ends(String... arguments) throws Exception {
    return run(List.of(), arguments);
  }

  private Seen run(List<String> options, String... arguments) throws Exception {
    return BothWays.run(program(options, arguments), folder);
  }

  private static JavaProgram program(List<String> options, String... arguments) throws Exception {
    JavaProgram program = BothWays.program(Ending.class, List.of(), arguments);
    List<String> all = new ArrayList<>(program.call().options());
    all.addAll(options);
    return program.jvmOptions(all);
  }

  private static void assertExit(Seen seen, int code) {
    assertThat(seen.behaviour().exit()).isEqualTo(code);
    assertThat(exit(seen)).isEqualTo(new Summary.Exit(code, null));
  }

  private static Summary.Exit exit(Seen seen) {
    return Summaries.of(seen.timeline()).processes().getFirst().exit();
  }
}
