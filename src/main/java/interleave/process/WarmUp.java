package interleave.process;

import interleave.event.EventKind;
import interleave.event.ObjectType;
import interleave.event.Recorder;
import interleave.event.Recording;
import interleave.event.TracedRuntime;
import interleave.process.value.RecordTypes;
import interleave.process.value.ValueReader;
import interleave.process.value.ValueWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;

/**
 * Does once, on a small scale, what workers do, so that all classes for it are loaded and go into
 * the archive.
 */
final class WarmUp {
  private static final long SMALL = 64L << 20;

  private record Sample(String text, int number, byte[] bytes) {}

  private WarmUp() {}

  static void run() throws Throwable {
    record();
    EntryPoint.of(WarmUp.class, "task", 2).call(Argument.write(List.of("A", 1.5)));
    try (ProcessQueue<Sample> queue = ProcessQueue.bounded("warm-up", 2, Sample.class)) {
      ProcessQueue<Sample> peer = ProcessQueue.connect(queue.handle());
      peer.put(new Sample("A", 1, new byte[1]));
      queue.get(Duration.ofSeconds(1));
      peer.get(Duration.ofMillis(1));
      peer.close();
    }
    ValueReader.decode(
        ByteBuffer.wrap(ValueWriter.encode(List.of("A", 1, 2L, 0.5, true))), RecordTypes.NONE);
    trace();
    System.out.println(
        "warm: " + Ending.class.getName() + ", " + PoolWorker.arguments("", 1, "").size());
  }

  /** The entry point that is called. */
  static String task(String text, double number) {
    return text + number;
  }

  /** The tracer is in another jar, and may be missing. */
  private static void trace() throws ReflectiveOperationException {
    try {
      Class.forName("interleave.agent.WarmUp").getMethod("run").invoke(null);
    } catch (ClassNotFoundException e) {
      System.out.println("There is no tracer to warm up.");
    }
  }

  private static void record() throws IOException {
    Recording recording = Recording.create(SMALL);
    try {
      Recorder recorder = Recorder.open(recording.folder(), TracedRuntime.JAVA);
      int object = recorder.object(ObjectType.QUEUE, 1, "warm-up");
      recorder.processName("warm-up");
      recorder.log().text(EventKind.PUT, 0, object, recorder.callerSite(), 1, "A");
      recorder.log().event(EventKind.GET, 0, object, 0, 1);
    } finally {
      recording.delete();
    }
  }
}
