package interleave.exchange.jfr;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Goes through the events of a chunk one after the other and finds where its types and constants
 * are: of one that was never closed, or whose head is not to be believed.
 */
final class ChunkScan {
  private static final int HEAD = 20;
  private static final int AHEAD = 1 << 16;
  private static final long METADATA = 0;
  private static final long CONSTANTS = 1;

  /** Where the last description of types is, 0 for none. */
  long metadata;

  /** Where constants are, the last ones first. */
  final List<Long> constants = new ArrayList<>();

  /** Behind the last whole event. */
  long end;

  private final Window file;
  private final Cursor in = new Cursor();

  private ChunkScan(Window file) {
    this.file = file;
  }

  /**
   * @param from where the first event begins
   * @param to where the chunk ends at the latest
   */
  static ChunkScan of(Window file, long from, long to) throws IOException {
    ChunkScan scan = new ChunkScan(file);
    scan.end = from;
    while (scan.end < to && scan.event(to)) {}
    return scan;
  }

  /** Whether there is another whole event, which is behind it then. */
  private boolean event(long to) throws IOException {
    int have = file.have(end);
    if (have < HEAD) {
      have = file.want(end, (int) Math.min(to - end, AHEAD));
    }
    int start = file.offset(end);
    if (have >= ChunkHead.BYTES && ChunkHead.isMagic(file.bytes(), start)) {
      return false; // another chunk
    }
    in.on(file.bytes(), start, start + (int) Math.min(have, to - end));
    try {
      long size = in.number();
      long type = in.number();
      if (size < in.at - start || size > to - end) {
        return false;
      }
      if (type == METADATA) {
        metadata = end;
      } else if (type == CONSTANTS) {
        constants.addFirst(end);
      }
      end += size;
      return true;
    } catch (DamageException e) {
      return false;
    }
  }
}
