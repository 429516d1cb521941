package interleave.python;

import static interleave.event.EventKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.BesideOthers;
import interleave.event.Flags;
import interleave.python.PythonRun.Recorded;
import interleave.timeline.PipeTrack;
import interleave.timeline.ProcessTrack;
import interleave.timeline.ThreadLane;
import interleave.timeline.Timeline;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Processes of Python programs: who started whom and how, and how each ended. */
@BesideOthers
class ProcessesTest {
  @Test
  void everyProcessHasItsNameItsMethodItsParentAndItsEndWithEachStartMethod() throws Exception {
    for (String method : List.of("fork", "spawn", "forkserver")) {
      for (Map.Entry<Path, PythonRun> each :
          Pythons.each(
                  Pythons.some(), python -> PythonRun.of(python, "started_processes.py", method))
              .entrySet()) {
        PythonRun run = each.getValue();
        String version = method + " " + each.getKey();
        wentWell(run, version);
        Timeline timeline = run.timeline();
        List<ProcessTrack> shown = programs(timeline);
        assertThat(shown)
            .as(version)
            .extracting(it -> it.name() + " " + it.origin().method() + " " + ending(it))
            .containsExactlyInAnyOrder(
                "started_processes.py  ",
                "returns " + method + " exit 0",
                "exits " + method + " exit 3",
                "fails " + method + " exit 1",
                "kills itself " + method + " SIGKILL",
                "leaves " + method + " exit 7",
                "sleeps " + method + " SIGTERM");
        ProcessTrack root = named(timeline, "started_processes.py");
        assertThat(shown.stream().filter(it -> it != root))
            .as(version)
            .hasSize(6)
            .allMatch(it -> it.parent() == root.index())
            .allMatch(it -> it.origin().daemon());
        assertThat(services(timeline))
            .as(version)
            .isEqualTo(
                switch (method) {
                  case "fork" -> List.of();
                  case "spawn" -> List.of("resource tracker");
                  default -> List.of("forkserver", "resource tracker");
                });
        ProcessTrack failed = named(timeline, "fails");
        assertThat(failed.origin().systemParent() == root.pid())
            .as(version)
            .isEqualTo(!method.equals("forkserver"));
        assertThat(run.where(it -> it.kind() == THREAD_END && it.pid() == failed.pid()))
            .as(version)
            .extracting(Recorded::text)
            .containsExactly("ValueError: no luck");
        assertThat(run.where(it -> it.kind() == OUTPUT && it.text().startsWith("child")))
            .as(version)
            .filteredOn(it -> !it.text().equals("child sleeps"))
            .hasSize(5)
            .allMatch(it -> it.site().equals("started_processes.py:10 run"));
      }
    }
  }

  @Test
  void childrenOfAllKindsAreSeenWithTheirEndsAndTheirPipes() throws Exception {
    for (Map.Entry<Path, PythonRun> each :
        Pythons.each(Pythons.some(), python -> PythonRun.of(python, "children_of_all_kinds.py"))
            .entrySet()) {
      PythonRun run = each.getValue();
      String version = each.getKey().toString();
      wentWell(run, version);
      Timeline timeline = run.timeline();
      assertThat(timeline.processes().stream().filter(it -> it.parent() >= 0))
          .as(version)
          .extracting(it -> it.command().replaceFirst(".*/bin/", "") + " " + ending(it))
          .containsExactlyInAnyOrder(
              "false exit 1",
              "sort exit 0",
              "sleep 60 SIGTERM",
              "sleep 61 SIGKILL",
              "python -c print('from within') exit 0",
              "python -I -c print('untraced') exit 0",
              "echo one; echo two exit 0",
              "cat exit 0",
              "exit 4 exit 4",
              "echo popped exit 0",
              "sh -c exit 5 exit 5",
              "sh -c exit 6 exit 6",
              "sh -c exit 8 exit 8",
              "python " + script(timeline) + " exit 1");
      assertThat(timeline.processes().stream().filter(ProcessTrack::traced))
          .as(version)
          .extracting(ProcessTrack::name)
          .containsExactlyInAnyOrder(
              "children_of_all_kinds.py", "python", "sh", "sh", "copy of children_of_all_kinds.py");
      assertThat(run.of(CHILD_START_FAILED))
          .as(version)
          .hasSize(1)
          .allMatch(it -> it.text().contains("interleave-has-no-such-program"))
          .allMatch(it -> it.site().equals("children_of_all_kinds.py:11 <module>"));
      assertThat(run.where(it -> it.kind() == CHILD_TERMINATE).stream().map(Recorded::flags))
          .as(version)
          .containsExactly(0, Flags.KILL);
      assertThat(timeline.pipes().stream().filter(it -> it.closed() != Timeline.OPEN))
          .as(version)
          .extracting(it -> child(timeline, it) + " " + it.stream() + " " + it.bytes())
          .contains("sort INPUT 4", "sort OUTPUT 4", "sort ERROR 0")
          .contains("cat INPUT 6", "cat OUTPUT 6", "echo one; echo two OUTPUT 8");
    }
  }

  @Test
  void eachLineThatIsPrintedIsRecordedOnceWhateverPrintsIt() throws Exception {
    PythonRun run = PythonRun.of(Pythons.newest(), "children_of_all_kinds.py");
    assertThat(run.out().lines().toList())
        .isEqualTo(
            run.where(it -> it.kind() == OUTPUT && it.flags() % 2 == 0).stream()
                .filter(it -> !it.text().equals("from within")) // that goes into a pipe
                .map(Recorded::text)
                .toList());
    assertThat(run.where(it -> it.kind() == OUTPUT && it.flags() % 2 == 1))
        .extracting(Recorded::text)
        .containsExactly("said at the end");
    assertThat(run.err()).isEqualTo("said at the end\n");
  }

  private static void wentWell(PythonRun run, String version) {
    assertThat(run.exit()).as(version + run.err()).isZero();
    assertThat(run.problems()).as(version).isEmpty();
    assertThat(run.notes()).as(version).isEmpty();
  }

  private static List<ProcessTrack> programs(Timeline timeline) {
    return timeline.processes().stream().filter(it -> !it.origin().service()).toList();
  }

  private static List<String> services(Timeline timeline) {
    List<ProcessTrack> services =
        timeline.processes().stream().filter(it -> it.origin().service()).toList();
    assertThat(services)
        .allMatch(
            it -> it.lanes().stream().map(timeline.lanes()::get).allMatch(ThreadLane::service));
    return services.stream().map(ProcessTrack::name).sorted().toList();
  }

  private static ProcessTrack named(Timeline timeline, String name) {
    return timeline.processes().stream()
        .filter(it -> it.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static String child(Timeline timeline, PipeTrack pipe) {
    return timeline.processes().get(pipe.child()).command();
  }

  private static String script(Timeline timeline) {
    return named(timeline, "children_of_all_kinds.py").command().replaceFirst("^\\S+ ", "");
  }

  private static String ending(ProcessTrack process) {
    ProcessTrack.Exit exit = process.exit();
    return exit == null ? "" : exit.signal() != null ? exit.signal() : "exit " + exit.code();
  }
}
