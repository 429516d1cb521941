package interleave.event;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/** What a reader of a segment sees while its writer is at work: all of a thing, or nothing. */
public final class SegmentStress {
  static final int TORN = -1;
  private static final long ROOM = 1L << 40;

  /** So many tries fill the first chunks of a file, so that their borders are tried, too. */
  private static final int TRIES = 60;

  /** A poll takes longer than what is written beside it: a few come upon it more often. */
  private static final int POLLS = 4;

  private SegmentStress() {}

  /** Events in a row: those that are seen are the first ones, and whole. */
  @JCStressTest
  @Outcome(id = "0, 2", expect = ACCEPTABLE, desc = "none yet")
  @Outcome(id = "1, 2", expect = ACCEPTABLE, desc = "the first ones, whole")
  @Outcome(id = "2, 2", expect = ACCEPTABLE, desc = "all, whole")
  @Outcome(expect = FORBIDDEN, desc = "torn, out of order or never there")
  @State
  public static class Events {
    private static final int EVENTS = 24;
    private static final Queue<SegmentPair> IDLE = SegmentPair.idle();
    private final SegmentPair pair = SegmentPair.from(IDLE, ROOM);
    private final Seen seen = new Seen(null, EVENTS);

    @Actor
    public void write() {
      for (int i = 1; i <= EVENTS; i++) {
        pair.writer.write(EventKind.GET.code(), i, -i, ~i, -i, -i, SegmentPair.OPENED + i);
      }
    }

    @Actor
    public void read(II_Result r) {
      for (int i = 0; i < POLLS && seen.result() < 2; i++) {
        pair.poll(seen);
      }
      r.r1 = seen.result();
    }

    @Arbiter
    public void rest(II_Result r) {
      pair.poll(seen);
      r.r2 = seen.result();
      pair.putBack(IDLE, TRIES);
    }
  }

  /** Events with texts of three slots. */
  @JCStressTest
  @Outcome(id = "0, 2", expect = ACCEPTABLE, desc = "none yet")
  @Outcome(id = "1, 2", expect = ACCEPTABLE, desc = "the first ones with all of their texts")
  @Outcome(id = "2, 2", expect = ACCEPTABLE, desc = "all with all of their texts")
  @Outcome(expect = FORBIDDEN, desc = "its text is cut off, torn or never there")
  @State
  public static class Text {
    private static final int EVENTS = 8;
    private static final String TEXT = "waits for lock of the account of the bank";
    private static final Queue<SegmentPair> IDLE = SegmentPair.idle();
    private final SegmentPair pair = SegmentPair.from(IDLE, ROOM);
    private final Seen seen = new Seen(TEXT, EVENTS);

    @Actor
    public void write() {
      for (int i = 1; i <= EVENTS; i++) {
        pair.writer.write(EventKind.GET.code(), i, -i, ~i, -i, -i, SegmentPair.OPENED + i, TEXT);
      }
    }

    @Actor
    public void read(II_Result r) {
      for (int i = 0; i < POLLS && seen.result() < 2; i++) {
        pair.poll(seen);
      }
      r.r1 = seen.result();
    }

    @Arbiter
    public void rest(II_Result r) {
      pair.poll(seen);
      r.r2 = seen.result();
      pair.putBack(IDLE, TRIES);
    }
  }

  /** What events arrive, each compared with the one that is due. */
  private static final class Seen implements EventSink {
    private final @Nullable String text;
    private final int all;
    private int count;
    private boolean torn;

    Seen(@Nullable String text, int all) {
      this.text = text;
      this.all = all;
    }

    @Override
    public void segment(SegmentInfo segment) {}

    @Override
    public void event(
        SegmentInfo from,
        EventKind kind,
        int flags,
        int thread,
        int object,
        int site,
        long value,
        long time,
        @Nullable String said) {
      int due = ++count;
      torn |=
          kind != EventKind.GET
              || flags != due
              || thread != -due
              || object != ~due
              || site != -due
              || value != -due
              || time != SegmentPair.OPENED + due
              || !java.util.Objects.equals(text, said);
    }

    int result() {
      return torn ? TORN : count == 0 ? 0 : count < all ? 1 : 2;
    }
  }

  /** Events that find no room: a count is seen with the times that belong to it, or later ones. */
  @JCStressTest
  @Outcome(id = "0, 2", expect = ACCEPTABLE, desc = "nothing lost yet")
  @Outcome(id = "1, 2", expect = ACCEPTABLE, desc = "a count and its times")
  @Outcome(id = "2, 2", expect = ACCEPTABLE, desc = "all that was lost, and its times")
  @Outcome(expect = FORBIDDEN, desc = "a count without its times, or none at the end")
  @State
  public static class Lost implements EventSink {
    private static final long ONE_CHUNK = 16 << 10;
    private static final int LOST = 24;

    /** The first loss of a segment is another case than all after it, so it is tried often. */
    private static final int LOST_TRIES = 8;

    private static final Queue<SegmentPair> IDLE = SegmentPair.idle();
    private final SegmentPair pair = SegmentPair.from(IDLE, ONE_CHUNK);
    private final long before = pair.lost;
    private long seen = before;
    private boolean torn;

    public Lost() {
      if (pair.tries == 0) {
        for (int at = SlotFormat.HEADER_BYTES; at < ONE_CHUNK; at += SlotFormat.SLOT_BYTES) {
          pair.writer.write(EventKind.GET.code(), 0, 1, 0, 0, 0, SegmentPair.OPENED);
        }
        pair.poll(this);
      }
    }

    @Actor
    public void lose() {
      for (long n = before + 1; n <= before + LOST; n++) {
        pair.writer.write(EventKind.GET.code(), 0, 1, 0, 0, 0, SegmentPair.OPENED + n);
      }
    }

    @Actor
    public void read(II_Result r) {
      for (int i = 0; i < POLLS && result() < 2; i++) {
        pair.poll(this);
      }
      r.r1 = result();
    }

    @Arbiter
    public void rest(II_Result r) {
      pair.poll(this);
      r.r2 = result();
      pair.lost = before + LOST;
      pair.putBack(IDLE, LOST_TRIES);
    }

    private int result() {
      return torn ? TORN : seen == before ? 0 : seen < before + LOST ? 1 : 2;
    }

    @Override
    public void segment(SegmentInfo segment) {}

    @Override
    public void event(
        SegmentInfo from,
        EventKind kind,
        int flags,
        int thread,
        int object,
        int site,
        long value,
        long time,
        @Nullable String text) {}

    @Override
    public void lost(SegmentInfo from, long events, long first, long last) {
      seen = events;
      torn |= first != SegmentPair.OPENED + 1 || last < SegmentPair.OPENED + events;
    }
  }

  /** A segment that is just being opened: it is not there yet, or its header is whole. */
  @JCStressTest
  @Outcome(
      id = {"0", "1"},
      expect = ACCEPTABLE,
      desc = "not there yet, or whole")
  @Outcome(expect = FORBIDDEN, desc = "half a header")
  @State
  public static class Header implements EventSink {
    private final Path folder;
    private final Path file;
    private int seen;

    public Header() {
      try {
        folder = SegmentPair.folderOfOne();
        file = Files.createFile(folder.resolve("0" + SlotFormat.SUFFIX));
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }

    @Actor
    public void open() {
      try {
        new SegmentWriter(file, new Budget(folder), SegmentPair.header());
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }

    @Actor
    public void read(I_Result r) {
      SegmentReader reader = new SegmentReader(file);
      SlotBlock block = new SlotBlock();
      for (int i = 0; i < 200 && seen == 0 && reader.problems().isEmpty(); i++) {
        reader.poll(this, block);
      }
      r.r1 = reader.problems().isEmpty() ? seen : TORN;
      reader.close();
    }

    @Arbiter
    public void delete() {
      SegmentPair.delete(folder);
    }

    @Override
    public void segment(SegmentInfo segment) {
      boolean whole =
          segment.runtime() == TracedRuntime.JAVA
              && segment.pid() == 7
              && segment.parentPid() == 3
              && segment.opened() == SegmentPair.OPENED
              && !segment.shared();
      seen = whole ? 1 : TORN;
    }

    @Override
    public void event(
        SegmentInfo from,
        EventKind kind,
        int flags,
        int thread,
        int object,
        int site,
        long value,
        long time,
        @Nullable String text) {}
  }
}
