package interleave.exchange.jfr;

import interleave.event.EventKind;
import interleave.event.NativeState;
import interleave.event.WaitChannel;
import interleave.exchange.intake.IntakeThread;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Stacks that threads were seen with. How much time one stands for is told by the settings of the
 * recording, or by the event.
 */
final class SampleDrawings implements Drawings {
  private final Scene scene;
  private final Settings settings;

  SampleDrawings(Scene scene, Settings settings) {
    this.scene = scene;
    this.settings = settings;
  }

  @Override
  public @Nullable Drawn of(String type) {
    return switch (type) {
      case "jdk.ExecutionSample" -> sampled(NativeState.RUNNING, type);
      case "jdk.NativeMethodSample" -> sampled(NativeState.UNKNOWN, type);
      case "jdk.CPUTimeSample" -> Drawn.of(this::processorTime, "samplingPeriod", "failed");
      case "profiler.WallClockSample" -> Drawn.of(this::wall, "sampledThread", "state", "samples");
      default -> null;
    };
  }

  private Drawn sampled(NativeState state, String type) {
    long period = settings.period(type);
    return Drawn.of(event -> sample(event, event.number(0), state, period), "sampledThread");
  }

  private void processorTime(Fields event) throws IOException, DamageException {
    if (!event.is(1)) {
      sample(event, event.thread(), NativeState.RUNNING, Math.max(0, event.nanos(0)));
    }
  }

  private void wall(Fields event) throws IOException, DamageException {
    boolean runs = event.text(1).equals("STATE_RUNNABLE");
    long weight = Math.max(1, event.number(2)) * settings.wall();
    sample(event, event.number(0), runs ? NativeState.RUNNING : NativeState.ASLEEP, weight);
  }

  private void sample(Fields event, long of, NativeState state, long weight)
      throws IOException, DamageException {
    IntakeThread thread = scene.thread(of);
    int stack = scene.stack(event.stack());
    if (thread != null && stack != 0) {
      int flags = state.flags(WaitChannel.UNKNOWN);
      thread.write(EventKind.STACK_SAMPLE, flags, stack, 0, weight, scene.time(event.begin()));
    }
  }
}
