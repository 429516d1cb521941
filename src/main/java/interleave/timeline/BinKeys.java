package interleave.timeline;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What dominates pieces of time of which all is known, so that a frame that shows what the last one
 * showed asks for nothing anew. Belongs to what only grows; a piece is the same for whoever looks,
 * so that any thread may look and keep. A few tiles stay, of whatever sizes were looked at last.
 *
 * <p>It is kept in a file with what it belongs to, also while somebody looks.
 */
public final class BinKeys {
  /** Nobody has asked for it yet. */
  public static final int UNKNOWN = Integer.MIN_VALUE;

  private static final int TILE = 256;

  /** Tiles of one size side by side, so many of each size and of the next ones. */
  private static final int ROW = 16;

  private static final int ROWS = 4;

  /** A tile is found whole, however it was put here: its fields are final. */
  private final @Nullable Tile[] slots = new @Nullable Tile[ROWS * ROW];

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
    Tile tile = slots[slot(size, piece / TILE)];
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
    Tile tile = slots[slot];
    if (tile == null || tile.size != size || tile.number != piece / TILE) {
      tile = new Tile(size, piece / TILE);
      slots[slot] = tile;
    }
    tile.keys[(int) (piece % TILE)] = key;
  }

  private static int slot(long size, long number) {
    int row = Long.numberOfTrailingZeros(size) & ROWS - 1;
    return row * ROW + (int) (number & ROW - 1);
  }
}
