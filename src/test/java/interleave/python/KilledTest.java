package interleave.python;

import static java.lang.ProcessBuilder.Redirect.DISCARD;
import static java.lang.ProcessBuilder.Redirect.INHERIT;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.BesideOthers;
import interleave.event.Collected;
import interleave.event.Event;
import interleave.event.EventKind;
import interleave.event.Recording;
import interleave.event.RecordingReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;
import program.Ticking;

/** A program that is killed in the midst of its work: what it had done by then is recorded. */
@BesideOthers
class KilledTest {
  private static final int THREADS = 4;

  @TempDir Path folder;

  @RepeatedTest(3)
  void inJavaNothingIsLost() throws Exception {
    Path classes =
        Path.of(Ticking.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String agent = "-javaagent:" + System.getProperty("interleave.agent");
    nothingIsLost(
        List.of(java, "-XX:+UseSerialGC", agent, "-cp", classes.toString(), "program.Ticking"),
        Map.of());
  }

  @RepeatedTest(3)
  void inPythonNothingIsLost() throws Exception {
    String script = Path.of("src/test/resources/python/ticking.py").toAbsolutePath().toString();
    nothingIsLost(
        List.of(Pythons.newest().toString(), script),
        Map.of("PYTHONPATH", PythonRun.TRACER.toString()));
  }

  private void nothingIsLost(List<String> command, Map<String, String> environment)
      throws Exception {
    Path ticks = folder.resolve("ticks");
    Files.write(ticks, new byte[8 * THREADS]);
    Recording recording = Recording.create(1 << 28);
    try {
      ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command));
      builder.command().add(ticks.toString());
      builder.environment().putAll(recording.environment());
      builder.environment().putAll(environment);
      Process process = builder.redirectOutput(DISCARD).redirectError(INHERIT).start();
      while (least(ticks) < 500) {
        assertThat(process.isAlive()).isTrue();
        TimeUnit.MILLISECONDS.sleep(2);
      }
      process.destroyForcibly().waitFor();
      compare(ticks, recording);
    } finally {
      recording.delete();
    }
  }

  private static void compare(Path ticks, Recording recording) throws IOException {
    Collected all = new Collected();
    try (RecordingReader reader = recording.reader()) {
      reader.finish(all, _ -> {});
      assertThat(reader.problems()).isEmpty();
      assertThat(reader.lost()).isZero();
    }
    for (int thread = 0; thread < THREADS; thread++) {
      String name = "ticking " + thread;
      int id =
          all.of(EventKind.DEFINE_THREAD).stream()
              .filter(it -> name.equals(it.text()))
              .mapToInt(Event::thread)
              .findFirst()
              .orElseThrow();
      long done = all.of(EventKind.LOCK_RELEASED).stream().filter(it -> it.thread() == id).count();
      long counted = tick(ticks, thread);
      assertThat(done).as(name).isBetween(counted, counted + 1);
    }
  }

  private static long least(Path ticks) throws IOException {
    long least = Long.MAX_VALUE;
    for (int thread = 0; thread < THREADS; thread++) {
      least = Math.min(least, tick(ticks, thread));
    }
    return least;
  }

  private static long tick(Path ticks, int thread) throws IOException {
    return ByteBuffer.wrap(Files.readAllBytes(ticks))
        .order(ByteOrder.LITTLE_ENDIAN)
        .getLong(8 * thread);
  }
}
