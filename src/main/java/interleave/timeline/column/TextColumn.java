package interleave.timeline.column;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.VarHandle;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A growing column of texts, which lie outside the heap as UTF-8 behind their lengths. One thread
 * writes it; others may read as of a {@link Column}.
 */
public final class TextColumn {
  private static final int SMALLEST = 256;
  private static final int PIECE_SHIFT = 16;
  private static final int LARGEST = 1 << PIECE_SHIFT;
  private static final int LENGTH_BYTES = 2;
  private static final int LONGEST = LARGEST - LENGTH_BYTES;

  /** Where each begins, counted from 1: piece and byte in it; 0 for one that is empty. */
  private final LongColumn places = new LongColumn();

  /** Null where a piece is kept and nobody has looked at it yet. */
  private @Nullable MemorySegment[] pieces = new MemorySegment[0];

  private @Nullable KeptTexts kept;
  private int used;

  public int size() {
    return places.size();
  }

  public void add(String text) {
    places.add(place(text));
  }

  /** As the other, of a text that stands in so many bytes of UTF-8, at least one. */
  public void add(byte[] utf8, int from, int length) {
    places.add(place(utf8, from, length));
  }

  /** Replaces a text; the old one stays where it was, unread. */
  public void set(int index, String text) {
    places.set(index, place(text));
  }

  public boolean isEmpty(int index) {
    return places.get(index) == 0;
  }

  public String get(int index) {
    long place = places.get(index) - 1;
    if (place < 0) {
      return "";
    }
    MemorySegment piece = piece((int) (place >>> PIECE_SHIFT));
    long at = place & LARGEST - 1;
    int length = Short.toUnsignedInt(piece.get(JAVA_SHORT_UNALIGNED, at));
    byte[] utf8 = piece.asSlice(at + LENGTH_BYTES, length).toArray(JAVA_BYTE);
    return new String(utf8, StandardCharsets.UTF_8);
  }

  private MemorySegment piece(int index) {
    MemorySegment piece = pieces[index];
    if (piece == null) {
      piece = Objects.requireNonNull(kept).piece(index);
      VarHandle.releaseFence(); // two threads may find the same: it does not matter whose stays
      pieces[index] = piece;
    }
    return piece;
  }

  /** The places of the texts; for who keeps the column, together with {@link #keep}. */
  public LongColumn places() {
    return places;
  }

  /** Writes the texts of a column that nobody writes to any more. */
  public KeptTexts.Told keep(KeptWriter out) throws IOException {
    long[] records = new long[pieces.length];
    int[] lengths = new int[pieces.length];
    for (int i = 0; i < pieces.length; i++) {
      MemorySegment piece = piece(i);
      lengths[i] = i == pieces.length - 1 ? used : (int) piece.byteSize();
      records[i] = out.write(piece.asSlice(0, lengths[i]).toArray(JAVA_BYTE));
    }
    return new KeptTexts.Told(records, lengths);
  }

  /** Becomes, while it is empty, what another one was; its places are handed in apart. */
  public void become(KeptTexts.Told same, KeptSpace space) {
    pieces = new MemorySegment[same.records().length];
    kept = new KeptTexts(space, same);
    used = pieces.length == 0 ? 0 : same.lengths()[pieces.length - 1];
  }

  private long place(String text) {
    if (text.isEmpty()) {
      return 0;
    }
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return place(utf8, 0, utf8.length);
  }

  private long place(byte[] utf8, int from, int bytes) {
    int length = Math.min(bytes, LONGEST);
    int last = pieces.length - 1;
    if (last < 0 || used + LENGTH_BYTES + length > piece(last).byteSize()) {
      last = grow(LENGTH_BYTES + length);
    }
    MemorySegment piece = piece(last);
    piece.set(JAVA_SHORT_UNALIGNED, used, (short) length);
    MemorySegment.copy(utf8, from, piece, JAVA_BYTE, used + LENGTH_BYTES, length);
    long place = (long) last << PIECE_SHIFT | used;
    used += LENGTH_BYTES + length;
    VarHandle.releaseFence(); // whoever finds the place finds the text
    return place + 1;
  }

  private int grow(int atLeast) {
    int piece = pieces.length;
    int usual = (int) Math.min(LARGEST, (long) SMALLEST << Math.min(piece, PIECE_SHIFT));
    @Nullable MemorySegment[] more = Arrays.copyOf(pieces, piece + 1);
    more[piece] = ColumnSpace.room(Math.max(usual, atLeast));
    VarHandle.releaseFence();
    pieces = more;
    used = 0;
    return piece;
  }
}
