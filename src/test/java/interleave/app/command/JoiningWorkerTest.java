package interleave.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import interleave.app.Main;
import interleave.engine.Interpreter;
import interleave.exchange.KnownFormats;
import interleave.file.Leftovers;
import interleave.file.OpenedRecording;
import interleave.file.Progress;
import interleave.process.broker.Fingerprint;
import interleave.program.Program;
import interleave.scenario.ProgramLanguage;
import interleave.tail.LiveTimeline;
import interleave.timeline.ProcessTrack;
import interleave.timeline.Spans;
import interleave.timeline.Timeline;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.assertj.core.api.AbstractStringAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Workers that join a run by the command that it shows, over TLS, and those that may not. */
class JoiningWorkerTest {
  private static final Pattern EXIT = Pattern.compile("Worker \\d+ exit\\.");

  /** Of the scenario. */
  private static final int MOST_TASKS = 1000;

  private static final Pattern COMMAND =
      Pattern.compile(
          "echo (\\S+) \\| interleave worker --connect (\\S+) --fingerprint (\\S+) --key-file -");

  @TempDir private Path folder;

  /** What is printed, as it comes. Who waits for what will not be printed any more is told so. */
  private static final class Heard extends OutputStream {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private boolean ended;

    @Override
    public synchronized void write(int b) {
      bytes.write(b);
      notifyAll();
    }

    @Override
    public synchronized void close() {
      ended = true;
      notifyAll();
    }

    /** Waits until that was said. */
    synchronized Matcher await(Pattern what) throws InterruptedException {
      while (true) {
        Matcher matcher = what.matcher(bytes.toString(StandardCharsets.UTF_8));
        if (matcher.find()) {
          return matcher;
        }
        awaitWords(what.pattern());
      }
    }

    /** Waits until that was said so often more than by now. */
    synchronized void awaitMore(String what, int more) throws InterruptedException {
      int enough = count(what) + more;
      while (count(what) < enough) {
        awaitWords(what);
      }
    }

    private synchronized void awaitWords(String what) throws InterruptedException {
      assertThat(ended).as("it ended without “%s”, and said: %s", what, bytes).isFalse();
      wait();
    }

    private int count(String what) {
      return bytes.toString(StandardCharsets.UTF_8).split(what, -1).length;
    }

    Matcher await(String what) throws InterruptedException {
      return await(Pattern.compile(what));
    }
  }

  /** The command line, on a thread of its own. */
  private static final class Going {
    final Heard out = new Heard();
    final Heard err = new Heard();
    final CompletableFuture<Integer> code;

    Going(String... args) {
      Terminal terminal =
          new Terminal(new PrintStream(out, true), new PrintStream(err, true), false);
      code =
          CompletableFuture.supplyAsync(() -> Main.execute(terminal, args))
              .whenComplete(
                  (_, _) -> {
                    out.close();
                    err.close();
                  });
    }
  }

  @Test
  void aWorkerJoinsByTheCommandThatTheRunShowsAndStrangersAreToldAndHarmNothing() throws Exception {
    new Leftovers().news();
    Going master =
        new Going(
            "run",
            "distributed-processes",
            "--headless",
            "--listen",
            "127.0.0.1",
            "-p",
            "workers=1",
            "-p",
            "tasks=1000",
            "-p",
            "work=0.05");
    Matcher command = master.err.await(COMMAND);
    String key = Files.writeString(folder.resolve("key"), command.group(1) + "\n").toString();
    String at = command.group(2);
    String fingerprint = command.group(3);

    Going worker =
        new Going("worker", "--connect", at, "--fingerprint", fingerprint, "--key-file", key);
    worker.out.await("Worker \\d+ runs task");
    master.err.await("Joined: a worker on ");

    refused(at, fingerprint, Files.writeString(folder.resolve("guess"), "a guess").toString())
        .contains("does not take the key");
    String other = new Fingerprint("0".repeat(64)).toString();
    refused(at, other, key).contains(fingerprint, other);
    refused(at.replace("tls:", "tcp:"), null, key).contains("speaks TLS: write tls://");
    master.err.await("127.0.0.1 was sent away .* another key");
    master.err.await("127.0.0.1 went away .* another certificate");
    master.err.await("127.0.0.1 was sent away .* does not speak TLS");

    master.out.awaitMore("Result: ", 5);
    worker.out.awaitMore("runs task", 3);
    assertThat(worker.code).isNotDone();
    assertThat(master.code).isNotDone();

    long pid = Long.parseLong(master.out.await("Master (\\d+)\\.").group(1));
    ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    assertThat(worker.code.get()).isZero();
    worker.err.await("The run is over");
    worker.out.await("there is no broker any more");
    assertThat(master.code.get()).isEqualTo(137);
  }

  @ParameterizedTest
  @EnumSource
  void allThatJoinedWorkersRecordedIsThereWhenTheRunEndsInTheUsualWay(ProgramLanguage language)
      throws Exception {
    new Leftovers().news();
    assumeTrue(
        language == ProgramLanguage.JAVA
            || Program.PYTHONS.all(folder).stream().anyMatch(Interpreter::isTraced),
        "there is no CPython on this machine");
    int tasks = 250;
    Path kept = folder.resolve("run.interleave");
    while (!joined(language, tasks, kept)) {
      tasks *= 4; // on a busy machine the run was over before they were there
      assertThat(tasks).as("who joins has time to").isLessThanOrEqualTo(MOST_TASKS);
      Files.delete(kept);
    }

    OpenedRecording opened = KnownFormats.ALL.open(kept, Progress.UNHEARD);
    Timeline timeline = LiveTimeline.load(opened.recording());
    List<ProcessTrack> joined = timeline.processes().stream().filter(it -> it.host() != 0).toList();
    assertThat(joined)
        .hasSize(3)
        .allMatch(it -> it.exit() != null && it.exit().code() == 0)
        .allMatch(it -> lastWait(timeline, it) < it.end());
    opened.recording().delete();
  }

  /** A run that three workers join; false where it had no tasks left for one of them. */
  private boolean joined(ProgramLanguage language, int tasks, Path kept) throws Exception {
    List<String> args =
        new ArrayList<>(
            List.of("run", "distributed-processes", "--headless", "--listen", "127.0.0.1"));
    args.addAll(List.of("--record", kept.toString()));
    args.addAll(List.of("-p", "workers=1", "tasks=" + tasks, "work=0.1"));
    if (language == ProgramLanguage.PYTHON) {
      args.addAll(List.of("way=broker", "--python"));
    }
    Going master = new Going(args.toArray(String[]::new));
    Matcher command = master.err.await(COMMAND);
    String key = Files.writeString(folder.resolve("key"), command.group(1) + "\n").toString();
    Said worker =
        Said.by(
            "worker",
            "--workers=3",
            "--connect=" + command.group(2),
            "--fingerprint=" + command.group(3),
            "--key-file=" + key);
    assertThat(master.code.get()).isZero();
    if (worker.code() == ExitCode.NOT_STARTED) {
      return false;
    }
    assertThat(worker.code()).as(worker.err()).isZero();
    // Those that end at once write into one stream: their lines may run into each other.
    if (EXIT.matcher(worker.out()).results().count() < 3) {
      return false;
    }
    assertThat(worker.err()).contains("The run is over").doesNotContain("could not be sent");
    return true;
  }

  /** When the main thread's last wait for a message ended. */
  private static long lastWait(Timeline timeline, ProcessTrack process) {
    Spans spans = timeline.lanes().get(process.lanes().getFirst()).spans();
    return IntStream.range(0, spans.size())
        .filter(i -> spans.about(i) == Spans.About.QUEUE)
        .mapToLong(spans::end)
        .max()
        .orElseThrow();
  }

  private static AbstractStringAssert<?> refused(
      String at, @Nullable String fingerprint, String key) {
    List<String> args = new ArrayList<>(List.of("worker", "--connect", at, "--key-file", key));
    if (fingerprint != null) {
      args.addAll(List.of("--fingerprint", fingerprint));
    }
    Said said = Said.by(args.toArray(String[]::new));
    assertThat(said.code()).isEqualTo(ExitCode.NOT_STARTED);
    return assertThat(said.err());
  }

  @Test
  void whereNobodyListensItIsSaid() throws Exception {
    String key = Files.writeString(folder.resolve("key"), "k").toString();
    String fingerprint = "sha256:" + "0".repeat(64);
    // Nobody may listen at that port without being root, and nobody does.
    refused("tls://127.0.0.1:1", fingerprint, key).contains("Nobody listens", "tls://127.0.0.1:1");
  }

  @Test
  void aFileWithoutAKeyIsRefused() throws Exception {
    String key = Files.writeString(folder.resolve("key"), "\n").toString();
    refused("tls://127.0.0.1:1", null, key).contains("holds no key");
  }

  @ParameterizedTest
  @CsvSource({
    "--connect=http://h:1, tls://host:port",
    "--connect=tls://h:1 --workers=0, from 1 to 256",
    "--connect=tls://h:1 --fingerprint=sha256:12, 64 hexadecimal digits",
    "--workers=1, --connect",
  })
  void whatIsNotUnderstoodIsWrongUsage(String args, String sentence) {
    List<String> all = new ArrayList<>(List.of("worker", "--key-file=F"));
    all.addAll(List.of(args.split(" ")));
    Said said = Said.by(all.toArray(String[]::new));
    assertThat(said.code()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(said.err()).contains(sentence);
  }

  @Test
  void aProgramWithoutWorkersIsNotListenedFor() {
    Said said = Said.by("run", "dining-philosophers", "--headless", "--listen");
    assertThat(said.code()).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(said.err()).contains("--listen", "Dining philosophers");
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1:4000", "[::1]:4000", "localhost:4000"})
  void aPlaceToListenHasAHostAndAPort(String text) {
    assertThat(Listening.place(text).getPort()).isEqualTo(4000);
    assertThat(Listening.place(text).getAddress().isLoopbackAddress()).isTrue();
  }

  @Test
  void aPlaceToListenMayHaveNeither() {
    assertThat(Listening.place("").getPort()).isZero();
    assertThat(Listening.place(":4000").getPort()).isEqualTo(4000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1:65536", "127.0.0.1:http", "127.0.0.1:", "no such host"})
  void whatIsNoPlaceToListenIsRefused(String text) {
    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(() -> Listening.place(text))
        .withMessageContaining(text);
  }
}
