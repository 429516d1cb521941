package interleave.agent;

import interleave.agent.fixture.Crowd;
import interleave.event.Recording;
import interleave.tail.LiveTimeline;
import interleave.timeline.Timeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What recording very many threads takes, to be run by hand: {@code CrowdScale virtual 100000} or
 * {@code CrowdScale platform 10000}. Needs {@code -Dinterleave.agent=target/interleave-agent.jar}.
 */
public final class CrowdScale {
  private CrowdScale() {}

  public static void main(String[] arguments) throws Exception {
    for (int round = 0; round < 3; round++) {
      run(arguments, false);
      run(arguments, true);
    }
  }

  private static void run(String[] arguments, boolean traced) throws Exception {
    Recording recording = Recording.create(Recording.DEFAULT_CAP);
    try {
      long began = System.nanoTime();
      Process process = start(arguments, traced, recording);
      String said = new String(process.getInputStream().readAllBytes()).strip();
      int exit = process.waitFor();
      System.out.printf(
          "%-8s exit %d in %,d ms: %s%n",
          traced ? "traced" : "untraced",
          exit,
          (System.nanoTime() - began) / 1_000_000,
          said.replace('\n', ' '));
      if (traced) {
        tell(recording);
      }
    } finally {
      recording.delete();
    }
  }

  private static Process start(String[] arguments, boolean traced, Recording recording)
      throws IOException {
    List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", MEMORY, "sh"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    if (traced) {
      command.add("-javaagent:" + System.getProperty("interleave.agent"));
    }
    command.addAll(List.of("-cp", Traced.testClasses(), Crowd.class.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(recording.environment());
    return builder.start();
  }

  /** Looks every tenth of a second how much the program has, and tells the most. */
  private static final String MEMORY =
      """
      "$@" & pid=$!; most=0
      while kill -0 $pid 2>/dev/null; do
        now=$(awk '/VmHWM/ {print $2}' /proc/$pid/status 2>/dev/null)
        [ "${now:-0}" -gt $most ] && most=$now
        sleep 0.1
      done
      wait $pid; code=$?; echo "at most $((most / 1024)) MB"; exit $code
      """;

  private static void tell(Recording recording) throws IOException {
    long bytes = 0;
    int files = 0;
    try (Stream<Path> all = Files.list(recording.folder())) {
      for (Path each : all.filter(file -> file.toString().endsWith(".seg")).toList()) {
        bytes += Files.size(each);
        files++;
      }
    }
    System.gc();
    long heap = used();
    long began = System.nanoTime();
    Timeline timeline = LiveTimeline.load(recording);
    long took = System.nanoTime() - began;
    System.gc();
    System.out.printf(
        "  %,d events, %d lost, %d segments, %,d MB; read in %,d ms, %,d lanes, %,d MB of heap"
            + " %s%n",
        timeline.counters().events(),
        timeline.counters().lost(),
        files,
        bytes >> 20,
        took / 1_000_000,
        timeline.lanes().size(),
        (used() - heap) >> 20,
        timeline.notes());
  }

  private static long used() {
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
