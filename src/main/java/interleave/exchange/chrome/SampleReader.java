package interleave.exchange.chrome;

import interleave.event.EventKind;
import interleave.event.NativeState;
import interleave.event.WaitChannel;
import interleave.exchange.intake.Intake;
import interleave.exchange.intake.IntakeThread;
import interleave.exchange.intake.Later;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stacks that threads were seen with: {@code P}, what stands in {@code samples} beside the events,
 * and the profiles of V8. They are drawn when all frames are known.
 */
final class SampleReader implements PhaseReader {
  private static final int MOST_THREADS = 20_000;

  private final Intake intake;
  private final StackFrames frames;
  private final Collection<TraceProcess> processes;
  private final Profiles profiles;
  private final Later later;
  private final List<Of> threads = new ArrayList<>();

  /**
   * Who was seen.
   *
   * @param known whether the file says of which process it is
   */
  private record Of(TraceProcess process, long id, boolean known) {
    /** Its thread; where no process is told, that of any which has such a one. */
    IntakeThread thread(Collection<TraceProcess> all) throws IOException {
      for (TraceProcess each : known ? List.<TraceProcess>of() : all) {
        @Nullable IntakeThread thread = each.known(id);
        if (thread != null) {
          return thread;
        }
      }
      return process.thread(id);
    }
  }

  SampleReader(Intake intake, StackFrames frames, Collection<TraceProcess> processes) {
    this.intake = intake;
    this.frames = frames;
    this.processes = processes;
    profiles = new Profiles(intake);
    later = new Later(intake);
  }

  @Override
  public void read(Batch batch, int base, TraceProcess process) throws IOException {
    long[] fields = batch.fields;
    if (profiles.take(batch, base, process)) {
      return;
    }
    long id = fields[base + Batch.TID];
    boolean numbered = (fields[base + Batch.FLAGS] & Batch.TID_IS_TEXT) == 0;
    int thread =
        numbered ? index(process, id, (fields[base + Batch.FLAGS] & Batch.HAS_PID) != 0) : -1;
    if (fields[base + Batch.STACK] == 0 || thread < 0) {
      intake.unknown("samples");
      return;
    }
    String key = JsonText.of(batch, fields[base + Batch.STACK], StackFrames.LONGEST);
    byte[] utf8 = key.getBytes(StandardCharsets.UTF_8);
    later.add(fields[base + Batch.TIME], 0, thread, 0, 0, utf8, 0, utf8.length);
  }

  /** Samples of a thread mostly follow each other. */
  private int index(TraceProcess process, long id, boolean known) {
    Of of = new Of(process, id, known);
    int index = threads.lastIndexOf(of);
    if (index < 0 && threads.size() < MOST_THREADS) {
      index = threads.size();
      threads.add(of);
    }
    return index;
  }

  /** All is read. */
  void finish() throws IOException {
    profiles.finish();
    later.forEach(
        (time, _, thread, _, _, text) ->
            draw(
                threads.get(thread).thread(processes),
                new String(text.bytes(), text.from(), text.length(), StandardCharsets.UTF_8),
                time));
  }

  private void draw(IntakeThread thread, String key, long time) throws IOException {
    int stack = frames.stack(key, thread.process());
    if (stack == 0) {
      intake.unknown("no-frames");
      return;
    }
    int flags = NativeState.UNKNOWN.flags(WaitChannel.UNKNOWN);
    thread.write(EventKind.STACK_SAMPLE, flags, stack, 0, 0, time);
  }
}
