package interleave.exchange.chrome;

import static interleave.exchange.chrome.Batch.*;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Finds what events tell in their bytes. Nothing is copied and no text is made. Keys that are not
 * known are skipped with their values, and of a key that comes twice the last counts.
 *
 * <p>Behind the last byte stands a zero, which is in no JSON: who meets it needs more bytes, or
 * finds that there are none.
 */
final class EventScanner {
  /** There are not enough bytes for the whole event. */
  static final int MORE = -1;

  /** This is no JSON. */
  static final int BROKEN = -2;

  /** This member is to be looked at closely. */
  private static final int NOT_USUAL = -3;

  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long THREE = 0xFF_FFFFL;
  private static final long FOUR = 0xFFFF_FFFFL;
  private static final long FIVE = 0xFF_FFFF_FFFFL;
  private static final long SIX = 0xFFFF_FFFF_FFFFL;
  private static final long NAME_KEY = key("name");
  private static final long CAT_KEY = key("cat");
  private static final long TS_KEY = key("ts");
  private static final long DUR_KEY = key("dur");
  private static final long PID_KEY = key("pid");
  private static final long TID_KEY = key("tid");
  private static final long PH_KEY = key("ph");
  private static final long ARGS_KEY = key("args");
  private static final long ID_KEY = key("id");
  private static final long BP_KEY = key("bp");
  private static final long S_KEY = key("s");

  /** From bits to bytes. */
  private static final int BYTE_SHIFT = 3;

  private static final long ONES = 0x0101_0101_0101_0101L;
  private static final long HIGH = ONES << 7;
  private static final long QUOTES = ONES * '"';
  private static final long ESCAPES = ONES * '\\';

  private byte[] bytes = {};
  private int end;
  private boolean escaped;

  /** Where the first byte is that cannot be. */
  private int broken;

  /** A key with the quote and the colon behind it, as bytes that are read as a number. */
  private static long key(String name) {
    String whole = name + "\":";
    long key = 0;
    for (int i = whole.length() - 1; i >= 0; i--) {
      key = key << 8 | whole.charAt(i);
    }
    return key;
  }

  /**
   * @param end where a zero stands behind the last byte
   */
  void over(byte[] bytes, int end) {
    this.bytes = bytes;
    this.end = end;
  }

  int broken() {
    return broken;
  }

  private int stopped(int where) {
    broken = where;
    return where >= end ? MORE : BROKEN;
  }

  int blank(int from) {
    byte[] b = bytes;
    int p = from;
    while (b[p] == ' ' || b[p] == '\n' || b[p] == '\r' || b[p] == '\t') {
      p++;
    }
    return p;
  }

  /**
   * Scans an event.
   *
   * @param from where its brace opens
   * @param to of the batch
   * @param base where its fields begin there
   * @return where it ends, or {@link #MORE}, or {@link #BROKEN}
   */
  int event(int from, long[] to, int base) {
    for (int i = 0; i < POSITION; i++) {
      to[base + i] = 0;
    }
    byte[] b = bytes;
    int p = blank(from + 1);
    if (b[p] == '}') {
      return p + 1;
    }
    while (true) {
      if (b[p] != '"') {
        return stopped(p);
      }
      int known = usual(p + 1, to, base);
      p = known == NOT_USUAL ? unusual(p + 1, to, base) : known;
      if (p < 0) {
        return p;
      }
      if (b[p] != ',' && b[p] != '}') {
        p = blank(p);
      }
      if (b[p] == '}') {
        return p + 1;
      }
      if (b[p] != ',') {
        return stopped(p);
      }
      p++;
      if (b[p] != '"') {
        p = blank(p);
      }
    }
  }

  /** The members that most events have, written as most are: keys are compared, not scanned. */
  private int usual(int key, long[] to, int base) {
    byte[] b = bytes;
    long word = (long) WORDS.get(b, key);
    switch ((byte) word) {
      case 'n':
        if ((word & SIX) == NAME_KEY && b[key + 6] == '"') {
          return text(key + 6, to, base + NAME);
        }
        return NOT_USUAL;
      case 'c':
        if ((word & FIVE) == CAT_KEY && b[key + 5] == '"') {
          return text(key + 5, to, base + CATEGORY);
        }
        return NOT_USUAL;
      case 't':
        if ((word & FOUR) == TS_KEY && b[key + 4] > ' ') {
          return time(key + 4, to, base, TIME, HAS_TIME);
        }
        if ((word & FIVE) == TID_KEY && b[key + 5] > ' ') {
          return number(key + 5, to, base, TID, HAS_TID, TID_IS_TEXT);
        }
        return NOT_USUAL;
      case 'p':
        if ((word & FOUR) == PH_KEY && b[key + 4] == '"') {
          return phase(key + 4, to, base);
        }
        if ((word & FIVE) == PID_KEY && b[key + 5] > ' ') {
          return number(key + 5, to, base, PID, HAS_PID, PID_IS_TEXT);
        }
        return NOT_USUAL;
      case 'd':
        if ((word & FIVE) == DUR_KEY && b[key + 5] > ' ') {
          return time(key + 5, to, base, DURATION, HAS_DURATION);
        }
        return NOT_USUAL;
      case 'a':
        if ((word & SIX) == ARGS_KEY && b[key + 6] == '{') {
          return args(key + 6, to, base);
        }
        return NOT_USUAL;
      default:
        return letter(word, key, to, base);
    }
  }

  /** What flows and moments have beside, where it is written as most write it. */
  private int letter(long word, int key, long[] to, int base) {
    byte[] b = bytes;
    if ((word & FOUR) == ID_KEY) {
      return b[key + 4] == '"' ? text(key + 4, to, base + ID) : NOT_USUAL;
    }
    boolean scope = (word & THREE) == S_KEY;
    int value = scope ? key + 3 : key + 4;
    if (!scope && (word & FOUR) != BP_KEY
        || b[value] != '"'
        || b[value + 1] <= ' '
        || b[value + 1] == '\\'
        || b[value + 2] != '"') {
      return NOT_USUAL;
    }
    int which = b[value + 1];
    if (scope) {
      to[base + FLAGS] |= which == 'g' ? GLOBAL : which == 'p' ? OF_PROCESS : 0;
    } else if (which == 'e') {
      to[base + FLAGS] |= ENCLOSING;
    }
    return value + 3;
  }

  private int unusual(int key, long[] to, int base) {
    byte[] b = bytes;
    int after = string(key);
    if (after < 0) {
      return after;
    }
    int length = escaped ? 0 : after - 1 - key;
    int p = blank(after);
    if (b[p] != ':') {
      return stopped(p);
    }
    return member(key, length, blank(p + 1), to, base);
  }

  /** A value by its key; returns where it ends. */
  private int member(int key, int length, int p, long[] to, int base) {
    byte[] b = bytes;
    switch (length) {
      case 1:
        return b[key] == 's' ? instantScope(p, to, base) : value(p);
      case 2:
        return member2(key, p, to, base);
      case 3:
        return member3(key, p, to, base);
      case 4:
        if (b[key] == 'n' && b[key + 1] == 'a' && b[key + 2] == 'm' && b[key + 3] == 'e') {
          return text(p, to, base + NAME);
        }
        if (b[key] == 'a' && b[key + 1] == 'r' && b[key + 2] == 'g' && b[key + 3] == 's') {
          return args(p, to, base);
        }
        return value(p);
      case 5:
        return is(key, "scope")
            ? text(p, to, base + SCOPE)
            : is(key, "stack") ? list(p, to, base) : value(p);
      case 6:
        return is(key, "estack") ? list(p, to, base) : value(p);
      case 7:
        return is(key, "bind_id")
            ? text(p, to, base + BIND_ID)
            : is(key, "flow_in") ? flag(p, to, base, FLOW_IN) : value(p);
      case 8:
        return is(key, "flow_out") ? flag(p, to, base, FLOW_OUT) : value(p);
      default:
        return value(p);
    }
  }

  private int member2(int key, int p, long[] to, int base) {
    byte[] b = bytes;
    switch (b[key] << 8 | b[key + 1]) {
      case 'p' << 8 | 'h':
        return phase(p, to, base);
      case 't' << 8 | 's':
        return time(p, to, base, TIME, HAS_TIME);
      case 'i' << 8 | 'd':
        return text(p, to, base + ID);
      case 's' << 8 | 'f':
        return text(p, to, base + STACK);
      case 'b' << 8 | 'p':
        return bindingPoint(p, to, base);
      default:
        return value(p);
    }
  }

  private int member3(int key, int p, long[] to, int base) {
    byte[] b = bytes;
    switch ((b[key] << 8 | b[key + 1]) << 8 | b[key + 2]) {
      case ('d' << 8 | 'u') << 8 | 'r':
        return time(p, to, base, DURATION, HAS_DURATION);
      case ('p' << 8 | 'i') << 8 | 'd':
        return number(p, to, base, PID, HAS_PID, PID_IS_TEXT);
      case ('t' << 8 | 'i') << 8 | 'd':
        return number(p, to, base, TID, HAS_TID, TID_IS_TEXT);
      case ('c' << 8 | 'a') << 8 | 't':
        return text(p, to, base + CATEGORY);
      case ('e' << 8 | 's') << 8 | 'f':
        return text(p, to, base + END_STACK);
      case ('i' << 8 | 'd') << 8 | '2':
        return scopedId(p, to, base);
      default:
        return value(p);
    }
  }

  private boolean is(int key, String word) {
    for (int i = 0; i < word.length(); i++) {
      if (bytes[key + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** The end of a string behind its quote; {@link #escaped} tells of escapes in it. */
  private int string(int from) {
    byte[] b = bytes;
    int p = from;
    escaped = false;
    while (true) {
      long found = special((long) WORDS.get(b, p));
      while (found == 0) {
        p += Long.BYTES;
        found = special((long) WORDS.get(b, p));
      }
      p += Long.numberOfTrailingZeros(found) >>> BYTE_SHIFT;
      int c = b[p];
      if (c == '"') {
        return p + 1;
      }
      if (c == '\\') {
        escaped = true;
        p += 2;
        if (p > end) {
          return stopped(end);
        }
      } else if (c == 0 && p >= end) {
        return stopped(p);
      } else {
        p++; // it ought to be escaped, and harms nobody
      }
    }
  }

  /** The lowest bit that is set is of the first of eight bytes that is a quote, escape or zero. */
  private static long special(long word) {
    long quote = word ^ QUOTES;
    long escape = word ^ ESCAPES;
    long found = (quote - ONES) & ~quote | (escape - ONES) & ~escape | (word - ONES) & ~word;
    return found & HIGH;
  }

  /** A text or anything else as it stands there. */
  int text(int p, long[] to, int field) {
    byte[] b = bytes;
    if (b[p] == '"') {
      int after = string(p + 1);
      if (after > 0) {
        to[field] = place(p + 1, after - 1, escaped);
      }
      return after;
    }
    int after = value(p);
    if (after > 0) {
      boolean none = b[p] == 'n' && after - p == 4;
      to[field] = none ? 0 : place(p, after, false);
    }
    return after;
  }

  private int args(int p, long[] to, int base) {
    if (bytes[p] == '{' && bytes[p + 1] == '}') {
      return p + 2;
    }
    int after = value(p);
    if (after > 0) {
      to[base + ARGS] = place(p, after, false);
    }
    return after;
  }

  private int phase(int p, long[] to, int base) {
    if (bytes[p] == '"' && bytes[p + 1] > ' ' && bytes[p + 2] == '"') {
      to[base + PHASE] = bytes[p + 1];
      return p + 3;
    }
    int after = value(p);
    if (after > 0
        && bytes[p] == '"'
        && bytes[p + 1] > ' '
        && bytes[p + 1] != '\\'
        && after > p + 2) {
      to[base + PHASE] = bytes[p + 1]; // of several letters the first counts, as for Perfetto
    }
    return after;
  }

  private int instantScope(int p, long[] to, int base) {
    int after = value(p);
    if (after > 0 && bytes[p] == '"') {
      int scope = bytes[p + 1];
      to[base + FLAGS] |= scope == 'g' ? GLOBAL : scope == 'p' ? OF_PROCESS : 0;
    }
    return after;
  }

  private int bindingPoint(int p, long[] to, int base) {
    int after = value(p);
    if (after > 0 && bytes[p] == '"' && bytes[p + 1] == 'e') {
      to[base + FLAGS] |= ENCLOSING;
    }
    return after;
  }

  private int flag(int p, long[] to, int base, int flag) {
    int after = value(p);
    if (after > 0 && bytes[p] == 't') {
      to[base + FLAGS] |= flag;
    }
    return after;
  }

  private int list(int p, long[] to, int base) {
    int after = value(p);
    if (after > 0 && bytes[p] == '[' && bytes[blank(p + 1)] != ']') {
      to[base + FLAGS] |= STACK_IS_LIST;
    }
    return after;
  }

  /** As {@code {"local": "0x1"}} or {@code {"global": "0x1"}}. */
  private int scopedId(int p, long[] to, int base) {
    int after = value(p);
    if (after < 0 || bytes[p] != '{') {
      return after;
    }
    int key = blank(p + 1);
    boolean local = is(key, "\"local\"");
    if (local || is(key, "\"global\"")) {
      int colon = blank(key + (local ? 7 : 8));
      int value = bytes[colon] == ':' ? text(blank(colon + 1), to, base + ID) : 0;
      to[base + FLAGS] |= local && value > 0 ? LOCAL_ID : 0;
    }
    return after;
  }

  /** Microseconds, which may have a fraction, or be a text, as nanoseconds. */
  private int time(int p, long[] to, int base, int field, int has) {
    byte[] b = bytes;
    int from = p;
    boolean negative = b[p] == '-';
    p += negative ? 1 : 0;
    int first = p;
    long number = 0;
    long word = (long) WORDS.get(b, p);
    if (isDigits(word)) {
      number = eightDigits(word);
      p += Long.BYTES;
    }
    int digit = b[p] - '0';
    while (digit >= 0 && digit <= 9 && p - first < 16) {
      number = number * 10 + digit;
      digit = b[++p] - '0';
    }
    boolean plain = p > first;
    long nanos = number * 1000;
    if (plain && b[p] == '.' && areThree(b, p + 1)) {
      nanos += (b[p + 1] * 10 + b[p + 2]) * 10 + b[p + 3] - '0' * 111;
      p += 4;
    } else if (plain && b[p] == '.') {
      int point = p;
      int unit = 100;
      digit = b[++p] - '0';
      while (digit >= 0 && digit <= 9) {
        nanos += p - point == 4 && digit >= 5 ? 1 : (long) unit * digit;
        unit /= 10;
        digit = b[++p] - '0';
      }
    }
    if (!plain || !isEnd(b[p])) {
      return oddTime(from, to, base, field, has);
    }
    if (p >= end) {
      return stopped(p);
    }
    to[base + field] = negative ? -nanos : nanos;
    to[base + FLAGS] |= has;
    return p;
  }

  /** Whether three digits stand there, and no fourth. */
  private static boolean areThree(byte[] b, int at) {
    return isDigit(b[at]) && isDigit(b[at + 1]) && isDigit(b[at + 2]) && !isDigit(b[at + 3]);
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isDigits(long word) {
    long high = word & 0xF0F0_F0F0_F0F0_F0F0L;
    long above = (word + 0x0606_0606_0606_0606L & 0xF0F0_F0F0_F0F0_F0F0L) >>> 4;
    return (high | above) == 0x3333_3333_3333_3333L;
  }

  /** The number that eight digits make: by twos, by fours, all. */
  private static long eightDigits(long word) {
    long digits = word - 0x3030_3030_3030_3030L;
    long twos = digits * 10 + (digits >>> 8) & 0x00FF_00FF_00FF_00FFL;
    long fours = twos * 100 + (twos >>> 16) & 0x0000_FFFF_0000_FFFFL;
    return (fours * 10_000 + (fours >>> 32)) & 0xFFFF_FFFFL;
  }

  private static boolean isEnd(int c) {
    return c == ',' || c == '}' || c <= ' ';
  }

  /** A text, or a number that is written in an unusual way. */
  private int oddTime(int from, long[] to, int base, int field, int has) {
    int after = value(from);
    if (after > 0) {
      boolean quoted = bytes[from] == '"';
      long nanos = Decimals.nanos(bytes, quoted ? from + 1 : from, quoted ? after - 1 : after);
      if (nanos == Decimals.NONE) {
        to[base + FLAGS] |= bytes[from] == 'n' ? 0 : ODD;
      } else {
        to[base + field] = nanos;
        to[base + FLAGS] |= has;
      }
    }
    return after;
  }

  /** A number, or a text that stands for one. */
  private int number(int p, long[] to, int base, int field, int has, int isText) {
    byte[] b = bytes;
    boolean quoted = b[p] == '"';
    int first = quoted ? p + 1 : p;
    boolean negative = b[first] == '-';
    int at = negative ? first + 1 : first;
    long number = 0;
    int digits = 0;
    int digit = b[at] - '0';
    while (digit >= 0 && digit <= 9 && digits < 18) {
      number = number * 10 + digit;
      digits++;
      digit = b[++at] - '0';
    }
    if (digits > 0 && (quoted ? b[at] == '"' : isEnd(b[at]))) {
      if (at >= end) {
        return stopped(at);
      }
      to[base + field] = negative ? -number : number;
      to[base + FLAGS] = to[base + FLAGS] & ~isText | has;
      return quoted ? at + 1 : at;
    }
    int after = text(p, to, base + field);
    if (after > 0 && to[base + field] != 0) {
      to[base + FLAGS] |= has | isText;
    }
    return after;
  }

  /** Where any value ends. */
  int value(int from) {
    byte[] b = bytes;
    int c = b[from];
    if (c == '"') {
      return string(from + 1);
    }
    if (c == '{' || c == '[') {
      return nested(from);
    }
    int p = from;
    while (b[p] > ' ' && b[p] != ',' && b[p] != '}' && b[p] != ']' && b[p] != '"' && b[p] != ':') {
      p++;
    }
    return p == from || p >= end ? stopped(p) : p;
  }

  private int nested(int from) {
    byte[] b = bytes;
    int depth = 0;
    int p = from;
    while (true) {
      int c = b[p];
      if (c == '"') {
        p = string(p + 1);
        if (p < 0) {
          return p;
        }
        continue;
      }
      if (c == '{' || c == '[') {
        depth++;
      } else if (c == '}' || c == ']') {
        if (--depth == 0) {
          return p + 1;
        }
      } else if (c == 0 && p >= end) {
        return stopped(p);
      }
      p++;
    }
  }
}
