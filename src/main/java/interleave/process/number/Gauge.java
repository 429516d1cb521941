package interleave.process.number;

import interleave.event.EventKind;
import interleave.event.ObjectType;
import interleave.event.Recorder;

/**
 * A number that a program measures, and that changes. The timeline draws it below the process.
 *
 * <pre>
 *   Gauge heap = Gauge.named("heap, MB");
 *   heap.is(12.5);
 * </pre>
 *
 * <p>Any thread may say what it is.
 */
public final class Gauge {
  private final Recorder recorder = Recorder.current();
  private final int object;

  private Gauge(String name) {
    object = recorder.object(ObjectType.COUNTER, 0, name);
  }

  /** A number of that name, which has no value yet. */
  public static Gauge named(String name) {
    return new Gauge(name);
  }

  /** From here on that is its value. */
  public void is(double value) {
    recorder.log().event(EventKind.COUNTER, 0, object, 0, Double.doubleToRawLongBits(value));
  }
}
