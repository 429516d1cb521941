package interleave.exchange.jfr;

import interleave.event.EventKind;
import interleave.event.ObjectType;
import interleave.exchange.intake.IntakeThread;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How much each thread had allocated, as counters that grow: by the JVM's own count, which it tells
 * now and then, or added up from samples, each of which stands for as many bytes as it says.
 */
final class AllocationDrawings implements Drawings {
  private final Scene scene;

  /** What samples came to, by counter: a program's goes on from chunk to chunk. */
  private final Map<String, Double> sums;

  AllocationDrawings(Scene scene, Map<String, Double> sums) {
    this.scene = scene;
    this.sums = sums;
  }

  @Override
  public @Nullable Drawn of(String type) {
    return switch (type) {
      case "jdk.ThreadAllocationStatistics" -> Drawn.of(this::told, "allocated", "thread");
      case "jdk.ObjectAllocationSample" -> Drawn.of(this::sampled, "weight");
      case "jdk.ObjectAllocationInNewTLAB" -> Drawn.of(this::sampled, "tlabSize");
      case "jdk.ObjectAllocationOutsideTLAB" -> Drawn.of(this::sampled, "allocationSize");
      default -> null;
    };
  }

  private void told(Fields event) throws IOException, DamageException {
    IntakeThread thread = scene.thread(event.number(1));
    if (thread != null) {
      count(event, thread.name() + ": allocated, bytes", event.number(0));
    }
  }

  private void sampled(Fields event) throws IOException, DamageException {
    IntakeThread thread = scene.thread(event.thread());
    String whose = thread == null ? "" : thread.name() + ": ";
    String name = whose + "allocated (sampled), bytes";
    count(event, name, sums.merge(name, (double) Math.max(0, event.number(0)), Double::sum));
  }

  private void count(Fields event, String name, double value) throws IOException {
    int counter = scene.process.object(ObjectType.COUNTER, name);
    long bits = Double.doubleToRawLongBits(value);
    scene.teller().write(EventKind.COUNTER, 0, counter, 0, bits, scene.time(event.begin()));
  }
}
