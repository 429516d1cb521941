package interleave.exchange.chrome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.Alone;
import interleave.event.Event;
import interleave.event.EventKind;
import interleave.exchange.KnownFormats;
import interleave.exchange.OpenedFiles;
import interleave.exchange.Told;
import interleave.file.OpenedRecording;
import interleave.file.Progress;
import interleave.timeline.SliceTrack;
import interleave.timeline.StackSamples;
import interleave.timeline.ThreadLane;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import interleave.timeline.range.Patience;
import interleave.timeline.stack.StackQuestion;
import interleave.timeline.stack.StackSum;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What files say, and what is made of it. */
@Alone
class ChromeTraceTest {
  private static final Path FOLDER = Path.of("src/test/resources/interleave/exchange/chrome");

  @TempDir Path folder;
  private String usualTemporary;
  private List<String> problems = List.of();

  @BeforeEach
  void ownTemporaryFolder() {
    usualTemporary = System.setProperty("java.io.tmpdir", folder.toString());
  }

  @AfterEach
  void usualTemporaryFolder() {
    System.setProperty("java.io.tmpdir", usualTemporary);
  }

  /** What a plain count of the events says of files that the tools wrote. */
  @ParameterizedTest
  @CsvSource({
    "chromium-156.json, 28, 18, 13, 0, 4",
    "clang-14.json, 94, 0, 0, 0, 1",
    "go-1.19.json, 13, 23, 26, 161, 2",
    "node-20.json, 43, 6, 0, 0, 1",
    "viztracer-1.1.1.json, 108, 1, 0, 0, 1",
  })
  void filesOfToolsSayWhatACountOfTheirEventsSays(
      String file, int slices, int moments, int flows, int values, int processes)
      throws IOException {
    Told told = read(FOLDER.resolve(file));
    assertThat(told.count(EventKind.SLICE_BEGIN)).isEqualTo(slices);
    assertThat(told.count(EventKind.INSTANT)).isEqualTo(moments);
    assertThat(told.count(EventKind.FLOW_OUT)).isEqualTo(flows);
    assertThat(told.count(EventKind.COUNTER)).isEqualTo(values);
    assertThat(told.processes).hasSize(processes);
    assertThat(told.slices()).isNotEmpty();
    // Of the stretch of Chromium's file that is kept, eight began before it.
    assertThat(problems.stream().filter(each -> each.contains("slice")))
        .hasSize(file.startsWith("chromium") ? 1 : 0)
        .allMatch(each -> each.startsWith("8 ends of slices that did not begin"));
  }

  @Test
  void slicesOfAThreadAreToldByTheirBeginAndEndOrAsAWhole() throws IOException {
    assertThat(
            lines(
                """
                [{"ph":"M","name":"process_name","pid":7,"args":{"name":"shop"}},
                {"ph":"M","name":"thread_name","pid":7,"tid":"8","args":{"name":"till"}},
                {"name":"sell","cat":"a,b","ph":"B","ts":10.001,"pid":7,"tid":8,"args":{"n":1,"to":"Ann"}},
                {"name":"weigh","ph":"X","ts":"11.5","dur":2,"tdur":1,"pid":"7","tid":8,"args":{}},
                {"name":"pay","ph":"X","ts":1.5e1,"dur":0.0005e3,"pid":7,"tid":8,"args":{"a":{"b":[1, "x"]}}},
                {"ph":"E","ts":20,"pid":7,"tid":8,"args":{"ok":true}}]
                """))
        .containsExactly(
            "shop/till +0 SLICE_BEGIN sell ([a,b] n=1 to=Ann)",
            "shop/till +1499 SLICE_BEGIN weigh",
            "shop/till +3499 SLICE_END",
            "shop/till +4999 SLICE_BEGIN pay (a={\"b\":[1, \"x\"]})",
            "shop/till +5499 SLICE_END",
            "shop/till +9999 SLICE_END (ok=true)");
    assertThat(problems).isEmpty();
  }

  @Test
  void momentsConcernTheirThreadTheirProcessOrAll() throws IOException {
    assertThat(
            lines(
                """
                {"displayTimeUnit":"ns","traceEvents":[
                {"name":"a","ph":"i","ts":1,"pid":7,"tid":8,"s":"t"},
                {"name":"b","ph":"I","ts":2,"pid":7,"tid":8,"s":"p"},
                {"name":"c","ph":"i","ts":3,"pid":7,"tid":8,"s":"g","args":{"x":null}},
                {"name":"d","ph":"R","ts":4,"pid":7,"tid":8},
                {"ph":"i","ts":5,"pid":7,"tid":8}]}
                """))
        .containsExactly(
            "/ +0 INSTANT a",
            "/ +1000 INSTANT/1 b",
            "/ +2000 INSTANT/2 c (x=)",
            "/ +3000 INSTANT d",
            "/ +4000 INSTANT ?");
    assertThat(problems).isEmpty();
  }

  @Test
  void flowsGoFromSliceToSliceEachWayWithANumberOfItsOwn() throws IOException {
    assertThat(
            lines(
                """
                [{"name":"one","ph":"X","ts":1,"dur":2,"pid":7,"tid":1},
                {"name":"f","cat":"c","ph":"s","id":"0x1","ts":1,"pid":7,"tid":1},
                {"name":"two","ph":"X","ts":4,"dur":2,"pid":7,"tid":2},
                {"name":"f","cat":"c","ph":"t","id":"0x1","ts":4,"pid":7,"tid":2},
                {"name":"f","cat":"c","ph":"f","id":"0x1","ts":7,"pid":7,"tid":3},
                {"name":"three","ph":"X","ts":8,"dur":2,"pid":7,"tid":3},
                {"name":"f","cat":"c","ph":"f","bp":"e","id":"0x1","ts":9,"pid":7,"tid":3},
                {"name":"f","cat":"other","ph":"s","id":"0x1","ts":9,"pid":7,"tid":3},
                {"name":"new","ph":"X","ts":20,"dur":2,"pid":7,"tid":3,"bind_id":"0x5","flow_out":true},
                {"name":"newer","ph":"X","ts":30,"dur":2,"pid":7,"tid":1,"bind_id":"0x5","flow_in":true}]
                """))
        .filteredOn(line -> line.contains("FLOW"))
        .containsExactly(
            "/ +0 FLOW_OUT f #1",
            "/ +3000 FLOW_IN f #1",
            "/ +3000 FLOW_OUT f #2",
            "/ +7000 FLOW_IN f #2",
            "/ +8000 FLOW_IN f #2",
            "/ +8000 FLOW_OUT f #3",
            "/ +19000 FLOW_OUT new #4",
            "/ +29000 FLOW_IN newer #4");
    assertThat(problems).isEmpty();
  }

  @Test
  void whatGoesOnBesideThreadsHasRowsOfItsOwnInWhateverOrderItIsTold() throws IOException {
    assertThat(
            lines(
                """
                [{"name":"load","cat":"net","ph":"e","id":1,"ts":9,"pid":7,"tid":2},
                {"name":"load","cat":"net","ph":"b","id":1,"ts":1,"pid":7,"tid":1,"args":{"url":"a"}},
                {"name":"parse","cat":"net","ph":"b","id":1,"ts":2,"pid":7,"tid":1},
                {"name":"parse","cat":"net","ph":"e","id":1,"ts":3,"pid":7,"tid":1},
                {"name":"load","cat":"net","ph":"b","id2":{"local":"0x2"},"ts":4,"pid":7,"tid":1},
                {"name":"byte","cat":"net","ph":"n","id2":{"local":"0x2"},"ts":5,"pid":7,"tid":1},
                {"name":"load","cat":"net","ph":"e","id2":{"local":"0x2"},"ts":6,"pid":7,"tid":1},
                {"name":"load","cat":"net","ph":"b","id":3,"ts":7,"pid":7,"tid":1},
                {"name":"load","cat":"net","ph":"e","id":3,"ts":8,"pid":9,"tid":1},
                {"name":"old","ph":"S","id":4,"ts":10,"pid":7,"tid":1},
                {"name":"old","ph":"T","id":4,"ts":11,"pid":7,"tid":1,"args":{"step":"s"}},
                {"name":"old","ph":"F","id":4,"ts":12,"pid":7,"tid":1},
                {"name":"lost","ph":"e","id":5,"ts":13,"pid":7,"tid":1},
                {"name":"lost","ph":"b","ts":14,"pid":7,"tid":1}]
                """))
        .containsExactly(
            "/load +0 SLICE_BEGIN load ([net] url=a)",
            "/load +1000 SLICE_BEGIN parse",
            "/load +2000 SLICE_END",
            "/load +3000 SLICE_BEGIN load",
            "/load +4000 INSTANT byte",
            "/load +5000 SLICE_END",
            "/load +6000 SLICE_BEGIN load",
            "/load +7000 SLICE_END",
            "/load +8000 SLICE_END",
            "/old +9000 SLICE_BEGIN old",
            "/old +10000 INSTANT old (step=s)",
            "/old +11000 SLICE_END");
    assertThat(problems)
        .containsExactly(
            "1 event has no id, which it needs, and is not drawn.",
            "1 end of a slice that did not begin is not drawn.");
  }

  @Test
  void ofAPhaseOfSeveralLettersTheFirstCounts() throws IOException {
    assertThat(
            lines(
                """
                [{"ph":"BE","name":"a","ts":1,"pid":7,"tid":1},
                {"ph" : "End","ts":3,"pid":7,"tid":1},
                {"ph":"instant","name":"b","ts":4,"pid":7,"tid":1},
                {"ph":"","name":"c","ts":5,"pid":7,"tid":1},
                {"ph":"\\u0042E","name":"d","ts":5,"pid":7,"tid":1},
                {"ph":7,"name":"e","ts":6,"pid":7,"tid":1}]
                """))
        .containsExactly("/ +0 SLICE_BEGIN a", "/ +2000 SLICE_END", "/ +3000 INSTANT b");
    assertThat(problems).containsExactly("3 events do not say what they are and are not drawn.");
  }

  @Test
  void statesOfThreadsAreThoseOfTheSystemInWhateverOrderTheyAreTold() throws IOException {
    assertThat(
            lines(
                """
                [{"ph":"M","name":"thread_name","pid":7,"tid":8,"args":{"name":"t"}},
                {"ph":"T","cat":"thread_state","name":"S","ts":6,"dur":10,"pid":7,"tid":8},
                {"ph":"T","cat":"thread_state","name":"Running","ts":1,"dur":5,"pid":7,"tid":8,"args":{"cpu":0}},
                {"ph":"T","cat":"thread_state","name":"R+","ts":20,"dur":2,"pid":7,"tid":8},
                {"ph":"T","cat":"thread_state","name":"DK","ts":22,"dur":3,"pid":7,"tid":8},
                {"ph":"T","cat":"thread_state","name":"Zombie","ts":25,"dur":1,"pid":7,"tid":8},
                {"ph":"X","name":"x","ts":2,"dur":20,"pid":7,"tid":8},
                {"ph":"T","name":"step","ts":30,"pid":7,"tid":8}]
                """))
        .containsExactly(
            "/t +0 STATE_TOLD/1",
            "/t +1000 SLICE_BEGIN x",
            "/t +5000 STATE_TOLD/3",
            "/t +15000 STATE_TOLD",
            "/t +19000 STATE_TOLD/2",
            "/t +21000 STATE_TOLD/259",
            "/t +21000 SLICE_END",
            "/t +24000 STATE_TOLD");
    assertThat(problems)
        .containsExactly(
            "1 event has no id, which it needs, and is not drawn.",
            "1 event of kind “ph T Zombie” is not drawn.");
  }

  @Test
  void aThreadWithNothingButTheNumberNoughtIsCalledByIt() throws IOException {
    assertThat(
            lines(
                """
                [{"ph":"X","name":"x","ts":1,"dur":1,"pid":7,"tid":4},
                {"ph":"X","name":"y","ts":3,"dur":1,"pid":7,"tid":0},
                {"ph":"M","name":"thread_name","pid":8,"tid":0,"args":{"name":"main"}},
                {"ph":"i","name":"z","ts":5,"pid":8,"tid":0}]
                """))
        .containsExactly(
            "/ +0 SLICE_BEGIN x",
            "/ +1000 SLICE_END",
            "/thread 0 +2000 SLICE_BEGIN y",
            "/thread 0 +3000 SLICE_END",
            "/main +4000 INSTANT z");
  }

  @Test
  void countersMayHaveSeveralSeries() throws IOException {
    assertThat(
            lines(
                """
                [{"name":"mem","ph":"C","ts":1,"pid":7,"args":{"used":1.5,"free":"20"}},
                {"name":"load","ph":"C","ts":2,"pid":7,"id":"cpu0","args":{"value":-3e2}},
                {"name":"odd","ph":"C","ts":3,"pid":7,"args":{"x":"many"}}]
                """))
        .containsExactly(
            "/ +0 COUNTER mem used #1.5",
            "/ +0 COUNTER mem free #20.0",
            "/ +1000 COUNTER load cpu0 #-300.0");
    assertThat(problems).hasSize(1).first().asString().contains("counter");
  }

  @Test
  void namesOfProcessesAndThreadsStandInTheOrderTheFileWants() throws IOException {
    Told told =
        told(
            """
            [{"ph":"i","name":"x","ts":1,"pid":7,"tid":1},{"ph":"i","name":"x","ts":1,"pid":7,"tid":2},
            {"ph":"i","name":"x","ts":1,"pid":"GPU","tid":"stream 7"},
            {"ph":"M","name":"process_name","pid":7,"args":{"name":"b\\u00e4r \\ud83d\\ude00 \\"q\\" \\\\ \\ud83d"}},
            {"ph":"M","name":"process_labels","pid":7,"args":{"labels":"tab"}},
            {"ph":"M","name":"process_sort_index","pid":7,"args":{"sort_index":5}},
            {"ph":"M","name":"thread_name","pid":7,"tid":2,"args":{"name":"second"}},
            {"ph":"M","name":"thread_name","pid":7,"tid":1,"args":{"name":"first"}},
            {"ph":"M","name":"thread_sort_index","pid":7,"tid":2,"args":{"sort_index":-1}},
            {"ph":"M","name":"num_cpus","pid":7,"args":{"number":4}}]
            """);
    assertThat(told.processes.values()).contains("bär 😀 \"q\" \\ ? (tab)", "GPU");
    assertThat(told.all)
        .filteredOn(each -> each.kind() == EventKind.DEFINE_THREAD)
        .extracting(Event::text)
        .containsExactly("stream 7", "second", "first");
    assertThat(problems).containsExactly("1 event of kind “metadata (M) num_cpus” is not drawn.");
  }

  @Test
  void whoIsNamedAndDoesNothingIsNotDrawn() throws IOException {
    Told told =
        told(
            """
            [{"ph":"M","name":"thread_name","pid":0,"tid":0,"args":{"name":"swapper"}},
            {"ph":"M","name":"process_name","pid":7,"args":{"name":"shop"}},
            {"ph":"M","name":"thread_name","pid":7,"tid":3,"args":{"name":"idle"}},
            {"ph":"i","name":"x","ts":1,"pid":7,"tid":1}]
            """);
    assertThat(told.processes.values()).containsExactly("shop");
    assertThat(told.count(EventKind.DEFINE_THREAD)).isEqualTo(1);
  }

  /** As its writer in Kineto does: ids that are texts, times of the wall, ends before begins. */
  @Test
  void whatPyTorchsProfilerWritesIsRead() throws IOException {
    assertThat(
            lines(
                """

                {
                  "schemaVersion": 1,
                  "deviceProperties": [
                    {
                      "id": 0, "name": "Tesla V100", "totalGlobalMem": 34084028416
                    }
                  ],
                  "traceEvents": [
                  {
                    "ph": "X", "cat": "cpu_op", "name": "aten::empty", "pid": 24572, "tid": "24572",
                    "ts": 1621401187223197.250, "dur": 21.125,
                    "args": {
                      "External id": 2,"Ev Idx": 1
                    }
                  },
                  {
                    "ph": "X", "cat": "cpu_op", "name": "aten::zeros", "pid": 24572, "tid": "24572",
                    "ts": 1621401187223182.000, "dur": 99.000,
                    "args": {
                      "External id": 1,"Ev Idx": 0
                    }
                  },
                  {
                    "ph": "s", "id": 5, "pid": 24572, "tid": 24572, "ts": 1621401187223197.250,
                    "cat": "ac2g", "name": "ac2g"
                  },
                  {
                    "ph": "X", "cat": "kernel", "name": "void at::native", "pid": 0, "tid": 7,
                    "ts": 1621401187223300.000, "dur": 3.000,
                    "args": {
                      "stream": 7, "grid": [1, 1, 1]
                    }
                  },
                  {
                    "ph": "f", "id": 5, "pid": 0, "tid": 7, "ts": 1621401187223300.000,
                    "cat": "ac2g", "name": "ac2g", "bp": "e"
                  },
                  {
                    "name": "process_labels", "ph": "M", "ts": 1621401187223000.000, "pid": 0, "tid": 0,
                    "args": {
                      "labels": "GPU 0"
                    }
                  },
                  {
                    "ph": "X", "cat": "Trace", "ts": 1621401187223100.000, "dur": 300.000,
                    "pid": "Spans", "tid": "PyTorch Profiler",
                    "name": "PyTorch Profiler (0)",
                    "args": {
                      "Op count": 0
                    }
                  }
                  ],
                  "traceName": "t.json"
                }
                """))
        .containsExactly(
            "Spans/PyTorch Profiler +0 SLICE_BEGIN PyTorch Profiler (0) ([Trace] Op count=0)",
            "/ +82000 SLICE_BEGIN aten::zeros ([cpu_op] External id=1 Ev Idx=0)",
            "/ +97250 SLICE_BEGIN aten::empty ([cpu_op] External id=2 Ev Idx=1)",
            "/ +97250 FLOW_OUT ac2g #1",
            "/ +118375 SLICE_END",
            "/ +181000 SLICE_END",
            "0 (GPU 0)/ +200000 SLICE_BEGIN void at::native ([kernel] stream=7 grid=[1, 1, 1])",
            "0 (GPU 0)/ +200000 FLOW_IN ac2g #1",
            "0 (GPU 0)/ +203000 SLICE_END",
            "Spans/PyTorch Profiler +300000 SLICE_END");
    assertThat(problems).isEmpty();
  }

  /**
   * As its writer does: keys in its order, a comma behind each event, no end where it was killed.
   */
  @Test
  void whatTracingChromeOfRustWritesIsRead() throws IOException {
    assertThat(
            lines(
                "[{\"ph\":\"M\",\"pid\":1,\"name\":\"thread_name\",\"tid\":0,\"args\":{\"name\":\"main\"}},{\"ph\":\"B\",\"pid\":1,\"ts\":24.567,\"name\":\"fib:"
                    + " n=3\",\"cat\":\"app\",\"tid\":0,"
                    + "\"args\":{\"[file]\":\"src/main.rs\",\"[line]\":12}},"
                    + "{\"ph\":\"I\",\"pid\":1,\"ts\":25.1,\"name\":\"event\",\"cat\":\"app\",\"tid\":0},{\"ph\":\"E\",\"pid\":1,\"ts\":30.001,\"name\":\"fib:"
                    + " n=3\",\"cat\":\"app\",\"tid\":0},"))
        .containsExactly(
            "/main +0 SLICE_BEGIN fib: n=3 ([app] [file]=src/main.rs [line]=12)",
            "/main +533 INSTANT event",
            "/main +5434 SLICE_END");
    assertThat(problems).isEmpty();
  }

  @Test
  void whatIsNotDrawnIsCounted() throws IOException {
    lines(
        """
        {"samples":[1,2],"traceEvents":[
        {"ph":"i","name":"x","ts":1,"pid":7,"tid":1},
        {"ph":"N","id":1,"ts":1,"pid":7},{"ph":"O","id":1,"ts":1,"pid":7},{"ph":"D","id":1,"ts":1,"pid":7},
        {"ph":"P","ts":1,"pid":7},{"ph":"c","ts":1,"pid":7},{"ph":"v","ts":1},{"ph":"V","ts":1},
        {"ph":"Z","ts":1},{"name":"?"},{"ph":"i","name":"x"},{"ph":"X","ts":3,"pid":7,"tid":1},
        {"ph":"X","ts":4,"dur":-2,"pid":7,"tid":1}, null, [1], 5, "text"
        ],"stackFrames":{"a":{"name":"}"}}}
        """);
    assertThat(problems)
        .containsExactly(
            "3 events of objects (N, O, D) are not drawn.",
            "1 sample (P) is not drawn.",
            "1 event that compares clocks (c) is not drawn.",
            "2 dumps of memory (v, V) are not drawn.",
            "1 event does not say what it is and is not drawn.",
            "1 event has no time, or one that cannot be, and is not drawn.",
            "1 slice does not say how long it takes: it is drawn without length.",
            "1 slice ends before it begins: it is drawn without length.",
            "6 values among the events are none and are not drawn.",
            "1 event of kind “ph Z” is not drawn.");
  }

  /** The frames of stacks stand behind the events that name them, or before. */
  @Test
  void eventsHaveTheStacksWithWhichTheyBeganAndEnded() throws IOException {
    String events =
        """
        "traceEvents":[
        {"name":"run","ph":"X","ts":1,"dur":9,"pid":7,"tid":1,"sf":2,"esf":"3","args":{"n":1}},
        {"name":"wait","ph":"B","ts":2,"pid":7,"tid":1,"sf":2},
        {"ph":"E","ts":3,"pid":7,"tid":1,"sf":3,"args":{"ok":true}},
        {"name":"go","ph":"i","s":"t","ts":4,"pid":7,"tid":1,"sf":1},
        {"name":"wake","ph":"s","id":1,"ts":5,"pid":7,"tid":1,"sf":3},
        {"name":"late","ph":"n","id":1,"cat":"c","ts":6,"pid":7,"tid":1,"sf":1},
        {"name":"lost","ph":"i","s":"t","ts":7,"pid":7,"tid":1,"sf":9},
        {"name":"old","ph":"i","s":"t","ts":8,"pid":7,"tid":1,"stack":["main","f"]}]
        """;
    String frames =
        """
        "stackFrames":{"1":{"name":"main"},"2":{"category":"lib","name":"f:12","parent":1},
        "3":{"name":"g","parent":"2"}}
        """;
    List<String> shown =
        List.of(
            "run: stack=f:12 ← main end-stack=g ← f:12 ← main n=1",
            "wait: stack=f:12 ← main\nend-stack=g ← f:12 ← main ok=true",
            "go: stack=main",
            "wake: stack=g ← f:12 ← main",
            "late: stack=main",
            "lost:",
            "old:");
    assertThat(shown("{" + events + "," + frames + "}")).containsExactlyInAnyOrderElementsOf(shown);
    assertThat(problems)
        .containsExactly(
            "1 event has its stack as a list of frames, which is not shown.",
            "1 stack has frames that the file does not tell, and is not shown.");
    assertThat(shown("{" + frames + "," + events + "}")).containsExactlyInAnyOrderElementsOf(shown);
  }

  /** Slices and moments with what they are told with, as it is to be read. */
  private List<String> shown(String json) throws IOException {
    OpenedFiles opened = OpenedFiles.text(folder, "trace.json", json);
    problems = opened.problems();
    List<String> shown = new ArrayList<>();
    for (SliceTrack track : opened.timeline().slices()) {
      for (int depth = 0; depth < track.depth(); depth++) {
        SliceTrack.Row row = track.row(depth);
        for (int i = 0; i < row.size(); i++) {
          shown.add((row.name(i) + ": " + row.arguments(i)).strip());
        }
      }
      SliceTrack.Moments moments = track.moments();
      for (int i = 0; i < moments.size(); i++) {
        shown.add((moments.name(i) + ": " + moments.arguments(i)).strip());
      }
    }
    return shown;
  }

  @Test
  void samplesAreStacksThatThreadsWereSeenWith() throws IOException {
    Told told =
        told(
            """
            {"traceEvents":[
            {"name":"x","ph":"i","ts":1,"pid":7,"tid":2},
            {"name":"x","ph":"i","ts":1,"pid":8,"tid":3},
            {"name":"hit","ph":"P","ts":2,"pid":7,"tid":2,"sf":"a"},
            {"name":"none","ph":"P","ts":2,"pid":7,"tid":2},
            {"name":"none","ph":"P","ts":2,"pid":7,"tid":2,"sf":"b"}],
            "samples":[{"cpu":0,"tid":3,"ts":5,"name":"cycles:HG","sf":"a","weight":1}],
            "stackFrames":{"a":{"name":"f:3","parent":"c"},"c":{"name":"main","category":"libc.so"}}}
            """);
    assertThat(told.lines().stream().filter(each -> each.contains("STACK")))
        .hasSize(2)
        .allMatch(each -> each.contains("STACK_SAMPLE"));
    assertThat(told.all)
        .filteredOn(each -> each.kind() == EventKind.STACK_SAMPLE)
        .extracting(Event::pid)
        .containsExactlyInAnyOrder(7L, 8L);
    assertThat(told.all)
        .filteredOn(each -> each.kind() == EventKind.DEFINE_SITE && each.pid() == 8)
        .extracting(each -> each.text().replace('\n', '|') + each.value())
        .containsExactlyInAnyOrder("|f|3", "libc.so|main|0");
    assertThat(problems)
        .containsExactly(
            "1 sample (P) is not drawn.",
            "1 stack has frames that the file does not tell, and is not shown.");
  }

  /** Of Node 20; so many samples of each function a count of the file finds. */
  @Test
  void aProfileOfV8IsSamplesOfTheThreadThatItIsOf() throws IOException {
    Timeline timeline = OpenedFiles.of(FOLDER.resolve("node-profile-20.json")).timeline();
    assertThat(timeline.stackSamples())
        .extracting(each -> timeline.lanes().get(each.lane()).name())
        .containsExactly("JavaScriptMainThread");
    StackSamples samples = timeline.stackSamples().getFirst();
    ThreadLane lane = timeline.lanes().get(samples.lane()); // nothing else is told of it
    assertThat(timeline.processes().getFirst().lanes()).containsExactly(lane.index());
    assertThat(lane.start()).isEqualTo(samples.time(0));
    assertThat(lane.spans().state(0)).isEqualTo(ThreadState.NOT_TOLD);
    StackSum sum = StackSum.of(StackQuestion.whole(timeline), Patience.ENDLESS);
    assertThat(sum.samples()).isEqualTo(305);
    assertThat(sum.waiting()).isEqualTo(13); // it was idle
    StackSum.Function most = sum.functions().getFirst();
    assertThat(most.self()).isEqualTo(301);
    assertThat(most.name() + " " + most.place().simpleFile() + ":" + most.place().line())
        .isEqualTo("fib prof3.js:3");
  }

  @Test
  void whatKnownWritersSayOfThemselvesIsNoStrangerAndTheirClockCounts() throws IOException {
    String event =
        "\"traceEvents\":[{\"ph\":\"i\",\"name\":\"x\",\"ts\":3000000,\"pid\":7,\"tid\":1}]";
    List<String> known =
        List.of(
            "{" + event + ",\"beginningOfTime\":1795986314769252}",
            "{" + event + ", \"beginningOfTime\" : 1795986314769252 \n}",
            "{\"schemaVersion\":1,\"deviceProperties\":[{\"id\":0}],\"record_shapes\":1,"
                + "\"baseTimeNanoseconds\":1795986314769252000,\"displayTimeUnit\":\"ms\","
                + event
                + ",\"traceName\":\"t.json\"}");
    for (String text : known) {
      OpenedFiles opened = OpenedFiles.text(folder, "known.json", text);
      assertThat(opened.problems()).as(text).isEmpty();
      assertThat(opened.manifest().created())
          .as(text)
          .isEqualTo(Instant.parse("2026-11-29T21:05:17.769252Z"));
    }
    for (String odd : List.of("\"?\"", "{\"a\":1}", "-1", "99999999999999999999", "1e3", "null")) {
      OpenedFiles opened =
          OpenedFiles.text(folder, "odd.json", "{" + event + ",\"beginningOfTime\":" + odd + "}");
      assertThat(opened.problems()).as(odd).isEmpty();
      assertThat(opened.timeline().slices()).as(odd).hasSize(1);
    }
  }

  @Test
  void ofAKeyThatComesTwiceTheLastCountsAndUnknownOnesAreSkipped() throws IOException {
    assertThat(
            lines(
                """
                \uFEFF [ { "ph" : "B" , "ph" : "i", "ts":1, "ts" : 2.25 , "name":"a","name":"b",
                "more":{"deep":[[[{"x":"]}"}]]]},"pid":7,"tid":null,"sx":12,"tts":1e400} , ]
                """))
        .containsExactly("/ +0 INSTANT b");
    assertThat(problems).isEmpty();
  }

  @Test
  void aFileThatIsTornOffShowsWhatComesBefore() throws IOException {
    String event = "{\"ph\":\"i\",\"name\":\"x\",\"ts\":1,\"pid\":7,\"tid\":1}";
    assertThat(lines("[" + event + ",\n" + event + ",\n")).hasSize(2);
    assertThat(problems).isEmpty(); // an array alone may do without its end
    assertThat(lines("[" + event + ",\n" + event.substring(0, 30))).hasSize(1);
    assertThat(problems)
        .containsExactly(
            "The file ends early or is damaged at byte 47: nothing after that is shown.");
    assertThat(lines("{\"traceEvents\":[" + event + "]")).hasSize(1);
    assertThat(problems).hasSize(1);
    assertThat(lines("[" + event + "," + event.replace(':', ';') + "," + event)).hasSize(1);
    assertThat(problems).hasSize(1).first().asString().contains("at byte 51");
  }

  @Test
  void whatIsNoTraceEndsInASentence() throws IOException {
    assertThatThrownBy(() -> told(""))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("empty");
    for (String text : List.of("{}", "{\"a\":[1]}", "true", "{\"traceEvents\":5}")) {
      assertThatThrownBy(() -> told(text))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("traceEvents");
    }
  }

  @Test
  void anEventThatIsLongerThanAnyIsLeftOut() throws IOException {
    String event = "{\"ph\":\"i\",\"name\":\"x\",\"ts\":1,\"pid\":7,\"tid\":1}";
    String longest = event.replace("\"x\"", "\"" + "long ".repeat(1_000_000) + "\"");
    assertThat(lines("[" + event + "," + longest + "," + event + "]")).hasSize(2);
    assertThat(problems).containsExactly("1 event is longer than 4 MB and is not drawn.");
    String deep = "[".repeat(100_000) + "]".repeat(100_000);
    assertThat(lines("[" + event.replace("7", "7,\"args\":{\"a\":" + deep + "}") + "]")).hasSize(1);
  }

  @Test
  void aPackedFileIsKnownByWhatIsInIt() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      Files.copy(FOLDER.resolve("go-1.19.json"), out);
    }
    Path file = Files.write(folder.resolve("trace"), packed.toByteArray());
    assertThat(read(file).count(EventKind.SLICE_BEGIN)).isEqualTo(13);
  }

  @Test
  void whatElseAnArchiveHoldsIsTold() throws IOException {
    Path file = folder.resolve("two.zip");
    String event = "[{\"ph\":\"i\",\"name\":\"x\",\"ts\":1,\"pid\":7,\"tid\":1}]";
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (String name : List.of("one.json", "other.json", "third.json")) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(event.getBytes(StandardCharsets.UTF_8));
      }
    }
    assertThat(read(file).count(EventKind.INSTANT)).isEqualTo(1);
    assertThat(problems)
        .containsExactly(
            "Of what the archive holds one.json is shown, and 2 more (first other.json) left out: "
                + "unpack it, and open them one by one.");
  }

  @Test
  void openingThatIsCancelledLeavesNothing() throws IOException {
    Path file = FOLDER.resolve("go-1.19.json");
    assertThatThrownBy(() -> KnownFormats.ALL.open(file, (_, _) -> false))
        .isInstanceOf(CancellationException.class);
    try (var left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  private List<String> lines(String json) throws IOException {
    return told(json).lines();
  }

  /** Most files are written in one way, for which there is a shorter road. */
  @Test
  void whatIsWrittenInAnotherWayIsTheSame() throws IOException {
    String usual =
        """
        [{"name":"a","cat":"c","ph":"X","pid":1,"tid":2,"ts":1.000,"dur":9,"args":{"n":1}},
        {"name":"go","ph":"s","pid":1,"tid":2,"ts":2.5,"id":"0x1"},
        {"name":"b","ph":"X","pid":1,"tid":3,"ts":4,"dur":9},
        {"name":"go","ph":"f","bp":"e","pid":1,"tid":3,"ts":5,"id":"0x1"},
        {"name":"go","ph":"s","pid":1,"tid":2,"ts":6,"id":"0x1"},
        {"name":"go","ph":"f","bp":"s","pid":1,"tid":3,"ts":7,"id":"0x1"},
        {"name":"m","ph":"i","s":"p","pid":1,"tid":3,"ts":8},
        {"name":"m","ph":"i","s":"g","pid":1,"tid":3,"ts":9},
        {"name":"m","ph":"i","s":"t","pid":1,"tid":3,"ts":9},
        {"name":"load","ph":"C","pid":1,"tid":3,"ts":9,"args":{"value":1}},
        {"name":"load","ph":"C","pid":1,"tid":3,"ts":10,"args":{"value":2.5}},
        {"name":"load","ph":"C","pid":1,"tid":3,"ts":11,"args":{"value":3,"more":4}},
        {"name":"load","ph":"C","pid":1,"tid":3,"ts":12,"args":{"value":"none"}},
        {"name":"load","ph":"C","id":"7","pid":1,"tid":3,"ts":13,"args":{"value":5}}]
        """;
    List<Event> expected = told(usual).all;
    List<String> said = problems;
    assertThat(said).hasSize(2);
    assertThat(expected.stream().filter(each -> each.kind() == EventKind.COUNTER)).hasSize(5);
    assertThat(expected.stream().filter(each -> each.kind() == EventKind.FLOW_IN)).hasSize(1);
    for (String other :
        List.of(
            usual.replace(":", " : ").replace(",\"", " , \""),
            usual.replace("\"id\":\"0x1\"", "\"id\":\"0\\u00781\""),
            usual.replace("load", "l\\u006fad").replace("value\"", "valu\\u0065\""))) {
      assertThat(told(other).all).containsExactlyInAnyOrderElementsOf(expected);
      assertThat(problems).isEqualTo(said);
    }
  }

  private Told told(String json) throws IOException {
    Path file = folder.resolve("trace.json");
    return read(Files.write(file, json.getBytes(StandardCharsets.UTF_8)));
  }

  private Told read(Path file) throws IOException {
    try (OpenedRecording opened = KnownFormats.ALL.open(file, Progress.UNHEARD)) {
      problems = opened.problems();
      Told told = Told.of(opened.recording());
      assertThat(told.problems).isEmpty();
      return told;
    }
  }
}
