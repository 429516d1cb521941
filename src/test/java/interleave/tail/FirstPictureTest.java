package interleave.tail;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.EventKind;
import interleave.event.ObjectType;
import interleave.timeline.BinKeys;
import interleave.timeline.Timeline;
import interleave.timeline.Trace;
import interleave.timeline.column.KeptWriter;
import interleave.timeline.derive.TimelineStore;
import interleave.timeline.lod.Bins;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What dominates each pixel of the whole is told by what was kept, and not by the events in it. */
class FirstPictureTest {
  private static final int TURNS = 20_000;
  private static final int TURN = 1_000;

  @Test
  void whatWasDrawnBeforeItWasKeptIsKnownOfEachPixelOfItsRows() throws IOException {
    Trace trace = new Trace();
    Trace.Process bank = trace.process(1, "Bank");
    Trace.Thread main = bank.thread(1, "main");
    int lock = bank.object(ObjectType.MONITOR, 0, "lock");
    int balance = bank.object(ObjectType.VARIABLE, 0, "balance");
    for (int i = 0; i < TURNS; i++) {
      int time = TURN + i * TURN;
      main.at(time).event(EventKind.LOCK_ACQUIRED, lock);
      main.at(time + 100).writes(balance, i);
      main.at(time + 200).event(EventKind.LOCK_RELEASED, lock);
    }
    FirstPicture.draw(trace.end());
    Timeline kept = read(image(trace.store));
    List<BinKeys> all =
        List.of(
            kept.locks().getFirst().holds().kept(),
            kept.lanes().getLast().holds().kept(),
            kept.variables().getFirst().kept());
    for (double pixels : new double[] {1_000, 1_440, 1_920, 3_600}) {
      Bins bins = Bins.of((kept.now() - kept.start()) / pixels);
      for (int tenth = 1; tenth < 10; tenth++) {
        long time = kept.start() + (kept.now() - kept.start()) * tenth / 10;
        assertThat(all).allMatch(each -> each.get(bins.size(), time) != BinKeys.UNKNOWN);
      }
    }
  }

  private static byte[] image(TimelineStore store) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    store.keep(out, KeptWriter.Course.PLAIN);
    return out.toByteArray();
  }

  private static Timeline read(byte[] image) throws IOException {
    return TimelineStore.kept(MemorySegment.ofArray(image), () -> {}).snapshot();
  }
}
