package interleave.timeline;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * What dominates pieces of time of which all is known, so that a frame that shows what the last one
 * showed asks for nothing anew. Belongs to what only grows; a piece is the same for whoever looks,
 * so that any thread may look and keep. A few tiles stay, of whatever sizes were looked at last.
 */
public final class BinKeys {
  /** Nobody has asked for it yet. */
  public static final int UNKNOWN = Integer.MIN_VALUE;

  private static final int TILE = 256;
  private static final int SLOTS = 32;

  private final AtomicReferenceArray<Tile> slots = new AtomicReferenceArray<>(SLOTS);

  /** Neighbouring pieces of one size. */
  private static final class Tile {
    final long size;
    final long number;
    final int[] keys = new int[TILE];

    Tile(long size, long number) {
      this.size = size;
      this.number = number;
      Arrays.fill(keys, UNKNOWN);
    }
  }

  /** What was kept of the piece of that size, a power of two, in which {@code time} lies. */
  public int get(long size, long time) {
    long piece = time >> Long.numberOfTrailingZeros(size);
    Tile tile = slots.get(slot(size, piece / TILE));
    return tile != null && tile.size == size && tile.number == piece / TILE
        ? tile.keys[(int) (piece % TILE)]
        : UNKNOWN;
  }

  public void keep(long size, long time, int key) {
    long piece = time >> Long.numberOfTrailingZeros(size);
    if (piece < 0) {
      return;
    }
    int slot = slot(size, piece / TILE);
    Tile tile = slots.get(slot);
    if (tile == null || tile.size != size || tile.number != piece / TILE) {
      tile = new Tile(size, piece / TILE);
      slots.set(slot, tile);
    }
    tile.keys[(int) (piece % TILE)] = key;
  }

  private static int slot(long size, long number) {
    return (int) (number + 11L * Long.numberOfTrailingZeros(size) & SLOTS - 1);
  }
}
