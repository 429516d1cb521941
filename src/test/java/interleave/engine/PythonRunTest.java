package interleave.engine;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.Recording;
import interleave.tail.Glance;
import interleave.tail.LiveTimeline;
import interleave.timeline.OutputTrack;
import interleave.timeline.ProcessTrack;
import interleave.timeline.Timeline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Real programs in a real CPython, started and followed by the engine. */
class PythonRunTest {
  private static final String ENDS =
      """
      import os, signal, sys, threading
      print("begun", flush=True)
      how = sys.argv[1]
      if how == "code": sys.exit(5)
      if how == "sentence": sys.exit("it cannot be done")
      if how == "exception": {}["missing"]
      if how == "at once": os._exit(6)
      if how == "signal": os.kill(os.getpid(), signal.SIGSEGV)
      if how == "killed": os.kill(os.getpid(), signal.SIGKILL)
      if how == "daemon": threading.Thread(target=threading.Event().wait, daemon=True).start()
      """;

  private final Heard heard = new Heard();

  @Test
  void itEndsAsItWouldWithoutUs() throws Exception {
    Map<String, Exit> ends = new LinkedHashMap<>();
    ends.put("well", new Exit(0, null));
    ends.put("code", new Exit(5, null));
    ends.put("sentence", new Exit(1, null));
    ends.put("exception", new Exit(1, null));
    ends.put("at once", new Exit(6, null));
    ends.put("signal", new Exit(139, "SIGSEGV"));
    ends.put("killed", new Exit(137, "SIGKILL"));
    ends.put("daemon", new Exit(0, null));
    List<Run> runs = new ArrayList<>();
    try {
      for (String how : ends.keySet()) {
        runs.add(start(program(ENDS, how)));
      }
      List<Exit> exits = new ArrayList<>();
      for (Run run : runs) {
        exits.add(run.ended().get());
      }
      assertThat(exits).containsExactlyElementsOf(ends.values());
      assertThat(heard.err())
          .contains("it cannot be done", "KeyError: 'missing'", "source/main.py\", line 6, in <mod")
          .doesNotContain("_interleave");
    } finally {
      runs.forEach(Run::close);
    }
  }

  @Test
  void whatIsTypedReachesItAndEachLineIsRecordedOnce() throws Exception {
    String text =
        """
        import os, sys
        print('hello', input())
        print('oh', file=sys.stderr)
        os.system('echo by another')
        print('end')
        """;
    try (Run run = start(program(text))) {
      run.sendInput("Ada\n");
      assertThat(run.ended().get().code()).isZero();
      Timeline timeline = LiveTimeline.load(run.recording());
      assertThat(lines(timeline)).containsExactlyInAnyOrder("hello Ada", "oh", "by another", "end");
      assertThat(timeline.processes().getFirst().runtime()).isEqualTo("python");
      assertThat(timeline.notes()).isEmpty();
    }
    assertThat(heard.out()).isEqualTo("hello Ada\nby another\nend\n");
    assertThat(heard.err()).isEqualTo("oh\n");
  }

  @Test
  void whereTheTracerIsKeptOutLinesComeFromThePipeAndThatIsSaid() throws Exception {
    PythonProgram hidden = program("print('one')\nprint('two')").options(List.of("-S"));
    PythonProgram old = PythonProgram.of(SomePython.old(), hidden.code()).options(List.of("-B"));
    try (Run without = start(hidden);
        Run outdated = start(old)) {
      for (Run run : List.of(without, outdated)) {
        assertThat(run.ended().get().code()).isZero();
        Timeline timeline = LiveTimeline.load(run.recording());
        assertThat(lines(timeline)).containsExactly("one", "two");
        assertThat(timeline.processes().getFirst().runtime()).isEmpty();
        assertThat(timeline.notes()).hasSize(1).first().asString().contains("is not seen");
      }
    }
  }

  @Test
  void childrenThatNoTracerSeesAreSeenFromOutsideAndOnce() throws Exception {
    String text =
        """
        import subprocess, sys
        long = [sys.executable, "-I", "-c", "input()"]
        child = subprocess.Popen(long, stdin=subprocess.PIPE)
        bare = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE, env={})
        input()
        child.communicate(b"\\n"), bare.communicate(b"\\n")
        """;
    try (Run run = start(program(text))) {
      Await.until("both children are known", () -> children(run.recording()) == 2);
      run.sendInput("\n");
      assertThat(run.ended().get().code()).isZero();
      Timeline timeline = LiveTimeline.load(run.recording());
      assertThat(timeline.processes()).hasSize(3);
      assertThat(timeline.processes().subList(1, 3))
          .allSatisfy(
              child -> {
                assertThat(child.runtime()).isEmpty();
                assertThat(child.end()).isNotEqualTo(Timeline.OPEN);
              });
    }
  }

  private static int children(Recording recording) {
    return (int)
        Glance.at(recording).timeline().orElseThrow().processes().stream()
            .filter(process -> process.runtime().isEmpty())
            .filter(process -> process.start() != Timeline.OPEN)
            .map(ProcessTrack::pid)
            .distinct()
            .count();
  }

  private static List<String> lines(Timeline timeline) {
    OutputTrack output = timeline.output();
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < output.size(); i++) {
      lines.add(output.line(i).text());
    }
    return lines;
  }

  private static PythonProgram program(String text, String... arguments) {
    return PythonProgram.of(
        SomePython.traced(), new PythonProgram.Code.Texts(Map.of("main.py", text)), arguments);
  }

  private Run start(Launch launch) throws StartException {
    return new Engine(EngineTest.UNTRACED)
        .start(launch, new Settings(Recording.DEFAULT_CAP, Settings.Input.PIPE, heard));
  }
}
