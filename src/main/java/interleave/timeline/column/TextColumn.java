package interleave.timeline.column;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A growing column of texts, which lie as UTF-8 behind their lengths: outside the heap, but for the
 * newest. One thread writes it; others may read as of a {@link Column}.
 */
public final class TextColumn {
  private static final int SMALLEST = 256;

  /** An array is as large before it goes where columns lie; a longer text has one of its own. */
  private static final int LARGEST = 1 << 13;

  private static final int PIECE_SHIFT = 16;
  private static final int PIECE_MASK = (1 << PIECE_SHIFT) - 1;
  private static final int LENGTH_BYTES = 2;
  private static final int LONGEST = PIECE_MASK + 1 - LENGTH_BYTES;
  private static final byte[] NOTHING = {};
  private static final @Nullable Object[] NONE = {};

  private static final VarHandle LENGTHS =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.nativeOrder());

  /** Where each begins, counted from 1: piece and byte in it; 0 for one that is empty. */
  private final LongColumn places = new LongColumn();

  /**
   * Each where columns lie, or null where it is kept and nobody has looked at it yet. The last one
   * may be an array: texts are put there, as each store into what is mapped takes longer.
   */
  private @Nullable Object[] pieces = NONE;

  private @Nullable KeptTexts kept;

  /** So many pieces there are. */
  private int count;

  /** The last piece, while texts are put into it, and how much of it is in use. */
  private byte[] filling = NOTHING;

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
    int at = (int) place & PIECE_MASK;
    Object piece = piece((int) (place >>> PIECE_SHIFT));
    if (piece instanceof byte[] bytes) {
      int length = Short.toUnsignedInt((short) LENGTHS.get(bytes, at));
      return new String(bytes, at + LENGTH_BYTES, length, StandardCharsets.UTF_8);
    }
    MemorySegment segment = (MemorySegment) piece;
    int length = Short.toUnsignedInt(segment.get(JAVA_SHORT_UNALIGNED, at));
    byte[] utf8 = segment.asSlice(at + LENGTH_BYTES, length).toArray(JAVA_BYTE);
    return new String(utf8, StandardCharsets.UTF_8);
  }

  private Object piece(int index) {
    Object piece = pieces[index];
    if (piece == null) {
      piece = Objects.requireNonNull(kept).piece(index);
      publish(index, piece); // two threads may find the same: it does not matter whose stays
    }
    return piece;
  }

  private void publish(int index, Object piece) {
    VarHandle.releaseFence();
    pieces[index] = piece;
  }

  /** The places of the texts; for who keeps the column, together with {@link #keep}. */
  public LongColumn places() {
    return places;
  }

  /** Writes the texts of a column that nobody writes to any more. */
  public KeptTexts.Told keep(KeptWriter out) throws IOException {
    long[] records = new long[count];
    int[] lengths = new int[count];
    for (int i = 0; i < count; i++) {
      byte[] bytes =
          piece(i) instanceof MemorySegment piece
              ? piece.toArray(JAVA_BYTE)
              : Arrays.copyOf(filling, used);
      lengths[i] = bytes.length;
      records[i] = out.write(bytes);
    }
    return new KeptTexts.Told(records, lengths);
  }

  /** Becomes, while it is empty, what another one was; its places are handed in apart. */
  public void become(KeptTexts.Told same, KeptSpace space) {
    count = same.records().length;
    pieces = new Object[count];
    kept = new KeptTexts(space, same);
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
    if (used + LENGTH_BYTES + length > filling.length) {
      grow(LENGTH_BYTES + length);
    }
    LENGTHS.set(filling, used, (short) length);
    System.arraycopy(utf8, from, filling, used + LENGTH_BYTES, length);
    long place = (long) (count - 1) << PIECE_SHIFT | used;
    used += LENGTH_BYTES + length;
    VarHandle.releaseFence(); // whoever finds the place finds the text
    return place + 1;
  }

  /** Makes room for so many bytes more: in a larger array, or where that is full in another one. */
  private void grow(int more) {
    if (used > 0 && used + more <= LARGEST) {
      int larger = Math.clamp(filling.length * 2L, used + more, LARGEST);
      filling = Arrays.copyOf(filling, larger);
      publish(count - 1, filling);
      return;
    }
    int size = Math.max(more, used > 0 ? LARGEST : SMALLEST);
    if (used > 0) {
      publish(count - 1, ColumnSpace.kept(filling, used));
    }
    if (count == pieces.length) {
      @Nullable Object[] all = Arrays.copyOf(pieces, Math.max(1, count * 2));
      VarHandle.releaseFence();
      pieces = all;
    }
    boolean again = filling.length == size && Packing.ofThread().isUnseen();
    filling = again ? filling : new byte[size];
    used = 0;
    publish(count++, filling);
  }
}
