package interleave.engine.sample;

/**
 * At which line an instruction is, by the table that CPython keeps with its code: three kinds of
 * tables, by version. Whatever stands there, an answer is given.
 */
final class LineTable {
  private static final int OLD = 10;
  private static final int MIDDLE = 11;
  private static final int NO_LINE = -128;

  private LineTable() {}

  /**
   * The line.
   *
   * @param minor of CPython 3
   * @param instruction in bytes from the first one
   */
  static int line(int minor, byte[] table, int firstLine, int instruction) {
    if (minor < OLD) {
      return pairsOfDistances(table, firstLine, instruction);
    }
    return minor < MIDDLE
        ? pairsOfRanges(table, firstLine, instruction)
        : locations(table, firstLine, instruction);
  }

  /** Up to 3.9: how many bytes further, and how many lines then. */
  private static int pairsOfDistances(byte[] table, int firstLine, int instruction) {
    int line = firstLine;
    int at = 0;
    for (int i = 0; i + 1 < table.length; i += 2) {
      at += table[i] & 0xff;
      if (at > instruction) {
        break;
      }
      line += table[i + 1];
    }
    return line;
  }

  /** 3.10: how many bytes a line has, after how many lines; some have none. */
  private static int pairsOfRanges(byte[] table, int firstLine, int instruction) {
    int line = firstLine;
    int at = 0;
    for (int i = 0; i + 1 < table.length; i += 2) {
      at += table[i] & 0xff;
      boolean none = table[i + 1] == NO_LINE;
      line += none ? 0 : table[i + 1];
      if (at > instruction) {
        return line;
      }
    }
    return line;
  }

  /** From 3.11 on: entries of a kind and a length, and what follows by kind. */
  private static int locations(byte[] table, int firstLine, int instruction) {
    int line = firstLine;
    int at = 0;
    int i = 0;
    while (i < table.length) {
      int head = table[i++] & 0xff;
      int kind = head >> 3 & 0xf;
      at += ((head & 7) + 1) * 2;
      if (kind == 13 || kind == 14) {
        line += signed(table, i);
      } else if (kind == 11 || kind == 12) {
        line += kind - 10;
      }
      if (at > instruction) {
        return line;
      }
      while (i < table.length && (table[i] & 0x80) == 0) {
        i++; // what follows has no first bit
      }
    }
    return line;
  }

  /** A number of six bits a byte, the lowest first; its own lowest bit is the sign. */
  private static int signed(byte[] table, int from) {
    int value = 0;
    for (int i = from, shift = 0; i < table.length && shift < Integer.SIZE; i++, shift += 6) {
      value |= (table[i] & 0x3f) << shift;
      if ((table[i] & 0x40) == 0) {
        break;
      }
    }
    return (value & 1) != 0 ? -(value >>> 1) : value >>> 1;
  }
}
