package interleave.exchange.jfr;

import interleave.event.EventKind;
import interleave.event.ObjectType;
import interleave.exchange.intake.IntakeThread;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the JVM does: collections and operations in rows of their own, and counters. */
final class MachineDrawings implements Drawings {
  private final Scene scene;
  private final Arguments arguments = new Arguments();
  private final Map<String, Integer> counters = new HashMap<>();

  MachineDrawings(Scene scene) {
    this.scene = scene;
  }

  @Override
  public @Nullable Drawn of(String type) {
    return switch (type) {
      case "jdk.GarbageCollection" -> Drawn.of(this::collection, "name", "cause", "gcId");
      case "jdk.SafepointBegin" -> Drawn.of(this::safepoint, "totalThreadCount", "safepointId");
      case "jdk.ExecuteVMOperation" -> Drawn.of(this::operation, "operation", "caller");
      case "jdk.CPULoad" -> Drawn.of(this::load, "jvmUser", "jvmSystem", "machineTotal");
      case "jdk.ThreadCPULoad" -> Drawn.of(this::threadLoad, "user", "system");
      case "jdk.GCHeapSummary" -> Drawn.of(this::heap, "heapUsed");
      case "jdk.JavaThreadStatistics" -> Drawn.of(this::threads, "activeCount");
      case "jdk.MethodTiming" -> Drawn.of(this::timing, "method", "invocations");
      case "jdk.GCPhasePause",
          "jdk.GCPhasePauseLevel1",
          "jdk.GCPhasePauseLevel2",
          "jdk.GCPhasePauseLevel3",
          "jdk.GCPhasePauseLevel4" ->
          Drawn.of(this::phase, "name", "gcId");
      default -> null;
    };
  }

  private void collection(Fields event) throws IOException, DamageException {
    arguments.clear();
    arguments.add("cause", event.text(1));
    arguments.add("gcId", event.number(2));
    // Those of different collectors may go on at the same time.
    String name = event.text(0);
    scene.slice(scene.track(event.type.title() + " " + name), name, 0, event, arguments);
  }

  private void phase(Fields event) throws IOException, DamageException {
    arguments.clear();
    arguments.add("gcId", event.number(1));
    scene.slice(scene.track("GC Pauses"), event.text(0), 0, event, arguments);
  }

  private void safepoint(Fields event) throws IOException, DamageException {
    arguments.clear();
    arguments.add("threads", event.number(0));
    arguments.add("safepointId", event.number(1));
    scene.slice(scene.track("Safepoints"), event.type.title(), 0, event, arguments);
  }

  private void operation(Fields event) throws IOException, DamageException {
    arguments.clear();
    IntakeThread caller = scene.thread(event.number(1));
    arguments.add("caller", caller == null ? "" : caller.name());
    scene.slice(scene.track("VM Operations"), event.text(0), 0, event, arguments);
  }

  private void load(Fields event) throws IOException {
    percent(event, 0, "CPU load: JVM, user, %");
    percent(event, 1, "CPU load: JVM, system, %");
    percent(event, 2, "CPU load: machine, %");
  }

  private void percent(Fields event, int i, String name) throws IOException {
    if (event.field(i) != null) {
      count(event, name, event.real(i) * 100);
    }
  }

  private void threadLoad(Fields event) throws IOException, DamageException {
    IntakeThread thread = scene.thread(event.thread());
    if (thread != null) {
      count(event, "CPU load: " + thread.name() + ", %", (event.real(0) + event.real(1)) * 100);
    }
  }

  private void heap(Fields event) throws IOException {
    count(event, "Heap used, bytes", event.number(0));
  }

  private void threads(Fields event) throws IOException {
    count(event, "Threads", event.number(0));
  }

  private void timing(Fields event) throws IOException, DamageException {
    Names.Method method = event.method(0);
    count(event, "Calls: " + method.owner() + "." + method.name(), event.number(1));
  }

  private void count(Fields event, String name, double value) throws IOException {
    Integer counter = counters.get(name);
    if (counter == null) {
      counter = scene.process.object(ObjectType.COUNTER, name);
      counters.put(name, counter);
    }
    long bits = Double.doubleToRawLongBits(value);
    scene.teller().write(EventKind.COUNTER, 0, counter, 0, bits, scene.time(event.begin()));
  }
}
