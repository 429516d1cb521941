package interleave.exchange.jfr;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * One chunk of a recording, which is a recording of its own: its events refer to types and
 * constants that are in it, too.
 *
 * @param from where its first event begins
 * @param to where it ends, as far as it can be read
 * @param file where its bytes are read from
 */
record Chunk(
    ChunkHead head,
    long from,
    long to,
    Map<Long, RecordType> types,
    Constants constants,
    Window file) {
  private static final int HEAD = 20;
  private static final long METADATA = 0;
  private static final long CONSTANTS = 1;

  /** An event as long as that of types or constants, in the window. */
  private static Cursor event(Window file, long at, long to, long type)
      throws IOException, DamageException {
    if (at < 0 || at >= to) {
      throw new DamageException();
    }
    int have = file.want(at, (int) Math.min(HEAD, to - at));
    Cursor in = new Cursor();
    in.on(file.bytes(), file.offset(at), file.offset(at) + have);
    int start = in.at;
    long size = in.number();
    if (in.number() != type || size < in.at - start || size > Math.min(to - at, Window.MOST)) {
      throw new DamageException();
    }
    int body = in.at - start;
    file.want(at, (int) size);
    in.on(file.bytes(), file.offset(at) + body, file.offset(at) + (int) size);
    return in;
  }

  /** The types that are described there. */
  static Map<Long, RecordType> types(MetadataReader by, Window file, long at, long to)
      throws IOException, DamageException {
    return by.read(event(file, at, to, METADATA));
  }

  /** Adds the constants that are there; returns where those before are, or that place itself. */
  static long add(Constants constants, Window file, long at, long to)
      throws IOException, DamageException {
    Cursor in = event(file, at, to, CONSTANTS);
    if (constants.isFull(in.end - in.at)) {
      throw new DamageException();
    }
    byte[] part = Arrays.copyOfRange(in.bytes, in.at, in.end);
    in.number(); // when
    in.number(); // how long that took
    long before = at + in.number();
    constants.add(part, 0);
    return before;
  }

  /** All constants from those on back to the first. */
  static void addAll(Constants constants, Window file, ChunkHead head, long to)
      throws IOException, DamageException {
    long at = head.at() + head.constants();
    while (true) {
      if (at < head.at() + ChunkHead.BYTES) {
        throw new DamageException();
      }
      long before = add(constants, file, at, to);
      if (before == at) {
        return;
      }
      if (before > at) {
        throw new DamageException();
      }
      at = before;
    }
  }

  /** Those constants of them that can be read. */
  static void addEach(Constants constants, Window file, List<Long> places, long to)
      throws IOException {
    for (long at : places) {
      try {
        add(constants, file, at, to);
      } catch (DamageException e) {
        // Those that are whole are of use without it.
      }
    }
  }
}
