package interleave.exchange.jfr;

import interleave.file.Progress;
import java.io.IOException;

/** Goes through the events of a chunk, one after the other. */
abstract class EventWalk {
  private static final int HEAD = 20;
  private static final int AHEAD = 1 << 18;

  /** After so many bytes progress is told. */
  private static final long STEP = 1 << 20;

  private final Window file;
  private final long begin;
  private final Cursor in = new Cursor();
  private long at;

  /** How many bytes were read, and after how many more progress is told. */
  private long done;

  private long toTell;

  EventWalk(Chunk chunk) {
    this.file = chunk.file();
    this.begin = chunk.from();
  }

  /** Takes an event of that type, whose fields begin there. */
  abstract void found(Cursor in, long type) throws IOException;

  /** Where in the file the event is that is looked at. */
  long place() {
    return at;
  }

  /**
   * Reads those from one place on up to another.
   *
   * @return behind the last that could be read: that place, where none is damaged
   */
  long read(long from, long to, Progress progress) throws IOException {
    if (toTell <= 0) {
      Progress.check(progress, begin + done, file.length());
      toTell = STEP;
    }
    at = from;
    while (at < to) {
      int have = file.have(at);
      if (have < HEAD) {
        have = file.want(at, (int) Math.min(to - at, AHEAD));
      }
      long size = event((int) Math.min(have, to - at), to - at);
      if (size <= 0) {
        return at;
      }
      at += size;
      done += size;
      toTell -= size;
      if (toTell <= 0) {
        Progress.check(progress, begin + done, file.length());
        toTell = STEP;
      }
    }
    return to;
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
        file.want(at, (int) size);
        start = file.offset(at);
        in.on(file.bytes(), start + head, start + (int) size);
      }
      in.end = start + (int) size;
      found(in, in.number());
      return size;
    } catch (DamageException e) {
      return 0;
    }
  }
}
