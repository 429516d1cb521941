package interleave.python;

import static interleave.event.EventKind.*;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.BesideOthers;
import interleave.event.Recording;
import interleave.timeline.Timeline.Gap;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a program that is killed had done by then is recorded, or counted as lost. */
@BesideOthers
class KilledThreadsTest {
  private static final int KILLED = 128 + 9;

  @TempDir Path folder;

  @Test
  void ofSixtyThreadsThatAreKilledNothingIsMissing() throws Exception {
    nothingIsMissing(60, Recording.DEFAULT_CAP);
  }

  @Test
  void ofTwoHundredThreadsThatAreKilledNothingIsMissing() throws Exception {
    nothingIsMissing(200, Recording.DEFAULT_CAP);
  }

  @Test
  void ofSixtyThreadsThatAreKilledWhenThereIsNoRoomLeftNothingIsMissing() throws Exception {
    nothingIsMissing(60, 5L << 20);
  }

  private void nothingIsMissing(int threads, long cap) throws Exception {
    var runs =
        Pythons.each(
            Pythons.some(),
            python ->
                PythonRun.capped(
                    cap, python, "killed_threads.py", threads + "", told(python).toString()));
    for (var each : runs.entrySet()) {
      PythonRun run = each.getValue();
      assertThat(run.exit()).as("%s %s", each.getKey(), run.err()).isEqualTo(KILLED);
      assertThat(run.problems()).as("%s", each.getKey()).isEmpty();
      long done = LongStream.of(done(told(each.getKey()))).sum();
      assertThat(done).as("%s", each.getKey()).isPositive();
      long holds =
          run.where(it -> it.kind() == LOCK_RELEASED && it.object().startsWith("lock")).size()
              + run.of(SUM_OF_HOLDS).stream().mapToLong(it -> it.value() & 0xFFFF_FFFFL).sum();
      long lost = run.timeline().gaps().stream().mapToLong(Gap::events).sum();
      if (cap == Recording.DEFAULT_CAP) {
        assertThat(lost).as("%s", each.getKey()).isZero();
        // Each thread may have been stopped between recording and telling.
        assertThat(holds).as("%s", each.getKey()).isBetween(done, done + threads);
      } else {
        assertThat(holds + lost).as("%s", each.getKey()).isGreaterThanOrEqualTo(done);
        assertThat(holds).as("%s", each.getKey()).isLessThanOrEqualTo(done + threads);
      }
    }
  }

  private Path told(Path python) {
    return folder.resolve(python.toString().replace('/', '_'));
  }

  private static long[] done(Path told) throws IOException {
    var numbers =
        ByteBuffer.wrap(Files.readAllBytes(told)).order(ByteOrder.nativeOrder()).asLongBuffer();
    long[] all = new long[numbers.remaining()];
    numbers.get(all);
    return all;
  }
}
