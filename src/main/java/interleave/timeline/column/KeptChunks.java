package interleave.timeline.column;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.IntFunction;

/**
 * The packed chunks of one kept column: a list of what there is to know of each, in pieces of a
 * thousand or so. It is read where it lies, so that opening a column costs nothing, however long it
 * is.
 */
final class KeptChunks {
  private static final int PIECE_SHIFT = 10;
  private static final int PIECE = 1 << PIECE_SHIFT;

  private final KeptSpace space;
  private final long[] directory;

  KeptChunks(KeptSpace space, long[] directory) {
    this.space = space;
    this.directory = directory;
  }

  /** Writes so many chunks, and then the list of them; where its pieces begin. */
  static long[] keep(int count, IntFunction<PackedChunk> chunks, KeptWriter out)
      throws IOException {
    long[] directory = new long[count + PIECE - 1 >> PIECE_SHIFT];
    for (int piece = 0; piece < directory.length; piece++) {
      int from = piece << PIECE_SHIFT;
      int length = Math.min(PIECE, count - from);
      ByteBuffer list =
          ByteBuffer.allocate(length * PackedChunk.TOLD_BYTES).order(ByteOrder.LITTLE_ENDIAN);
      PackedChunk.Prepared[] ready =
          out.course()
              .each(length)
              .mapToObj(i -> chunks.apply(from + i).prepare(out))
              .toArray(PackedChunk.Prepared[]::new);
      for (PackedChunk.Prepared each : ready) {
        list.putLong(each.least()).putLong(each.write(out));
      }
      directory[piece] = out.plain(list.array(), list.position());
    }
    return directory;
  }

  private long place(int chunk) {
    int at = chunk & PIECE - 1;
    return directory[chunk >> PIECE_SHIFT] + (long) at * PackedChunk.TOLD_BYTES;
  }

  long least(int chunk) {
    return space.number(place(chunk));
  }

  PackedChunk chunk(int chunk) {
    return PackedChunk.kept(space, least(chunk), space.number(place(chunk) + Long.BYTES));
  }
}
