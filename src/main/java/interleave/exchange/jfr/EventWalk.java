package interleave.exchange.jfr;

import interleave.file.Progress;
import java.io.IOException;

/**
 * Goes through the events of a chunk, one after the other. Whoever asks for them has a loop of its
 * own: what was compiled for one knows nothing of what another makes of them.
 */
final class EventWalk {
  /**
   * Who takes so many events in a call of its own is compiled for calls, and not before that for
   * the one loop in which it happens to be.
   */
  static final int BLOCK = 32;

  /** Most events are not longer: they are there whole. */
  private static final int HEAD = 64;

  /** After so many bytes progress is told: early, so that it is compiled with the rest. */
  private static final long STEP = Window.USUAL;

  private final Window file;
  private final long begin;
  private final Progress progress;
  private final Cursor in = new Cursor();
  private long type;

  /** Where the event is that is looked at, how long it is, and where to end. */
  private long at;

  private long size;
  private long to;

  /** Up to where the file is in the window. */
  private long behind;

  /** How many bytes were read, and after how many more progress is told. */
  private long done;

  private long toTell;

  EventWalk(Chunk chunk, Progress progress) {
    this.file = chunk.file();
    this.begin = chunk.from();
    this.progress = progress;
  }

  /** The next are those from one place on up to another. */
  void over(long from, long to) {
    this.at = from;
    this.size = 0;
    this.to = to;
    this.behind = 0;
  }

  /** Goes on to the next event; false where there is none, or none that can be read. */
  boolean next() throws IOException {
    at += size;
    done += size;
    toTell -= size;
    size = 0;
    if (toTell <= 0) {
      Progress.check(progress, begin + done, file.length());
      toTell = STEP;
    }
    if (at >= to) {
      return false;
    }
    if (behind - at < HEAD) {
      behind = at + file.want(at, (int) Math.min(to - at, Window.USUAL));
    }
    size = event((int) (Math.min(behind, to) - at), to - at);
    return size > 0;
  }

  /** How long the event is that begins here; 0 where there is none. */
  private long event(int have, long most) throws IOException {
    int start = file.offset(at);
    in.on(file.bytes(), start, start + have);
    try {
      long size = in.number();
      if (size <= in.at - start || size > Math.min(most, Window.MOST)) {
        return 0;
      }
      if (size > have) {
        int head = in.at - start;
        behind = at + file.want(at, (int) size);
        start = file.offset(at);
        in.on(file.bytes(), start + head, start + (int) size);
      }
      in.end = start + (int) size;
      type = in.number();
      return size;
    } catch (DamageException e) {
      return 0;
    }
  }

  /** On the fields of the event. */
  Cursor in() {
    return in;
  }

  /** Of which type the event is. */
  long type() {
    return type;
  }

  /** Where in the file the event is; behind the last one that could be read, where it ended. */
  long place() {
    return at;
  }
}
