package interleave.exchange.chrome;

import interleave.event.FilledTemplate;
import java.nio.charset.StandardCharsets;

/**
 * What is told beside an event, as one short text: {@code [category] width=3 url=… size={"x":1}}.
 */
final class ArgumentText {
  private static final int MOST = 400;
  private static final int NONE = -1;

  /** So much may stand before it: the id of a template between two marks, and a blank. */
  private static final int HEAD = FilledTemplate.MOST_BYTES + 3;

  private static final byte[] CUT = "…".getBytes(StandardCharsets.UTF_8);

  private final Members members = new Members();
  private final byte[] text = new byte[MOST + CUT.length + HEAD];
  private int length;

  /** Whether something had no room. */
  private boolean over;

  byte[] bytes() {
    return text;
  }

  /**
   * Makes it, and returns how long it is. Where there are no arguments there is no text: most
   * categories are those of whole files, and a text for each event takes as long as all the rest.
   */
  int of(Batch batch, long category, long args) {
    length = 0;
    over = false;
    if (args == 0) {
      return 0;
    }
    if (Batch.length(category) > 0) {
      put('[');
      put(batch, category);
      put(']');
    }
    if (isPlain(batch.bytes, Batch.from(args), Batch.length(args))) {
      return length;
    }
    members.over(batch, args);
    while (!over && members.next()) {
      if (length > 0) {
        put(' ');
      }
      put(batch, members.key());
      put('=');
      put(batch, members.value());
    }
    return over ? cut() : length;
  }

  /**
   * Adds arguments as most are: short, names and plain values without a blank between them. Where
   * anything else is among them nothing is added.
   */
  private boolean isPlain(byte[] from, int begin, int count) {
    if (length + count > MOST || from[begin] != '{') {
      return false;
    }
    int at = length;
    int end = begin + count - 1;
    for (int p = begin + 1; p <= end; p++) {
      if (at > 0) {
        text[at++] = ' ';
      }
      int key = p + 1;
      p = from[p] == '"' ? copied(from, key, at) : NONE;
      if (p == NONE || from[p + 1] != ':') {
        return false;
      }
      at += p - key;
      text[at++] = '=';
      boolean quoted = from[p + 2] == '"';
      int value = quoted ? p + 3 : p + 2;
      p = quoted ? copied(from, value, at) : number(from, value, at);
      if (p == NONE) {
        return false;
      }
      at += p - value;
      p += quoted ? 1 : 0;
      if (from[p] != (p == end ? '}' : ',')) {
        return false;
      }
    }
    length = at;
    return true;
  }

  /** Copies a string up to its quote, and returns where that is. */
  private int copied(byte[] from, int begin, int at) {
    int p = begin;
    int to = at;
    byte c = from[p];
    while (c != '"' && c != '\\' && (c < 0 || c >= ' ')) {
      text[to++] = c;
      c = from[++p];
    }
    return c == '"' ? p : NONE;
  }

  /** Copies a number, and returns where it ends. */
  private int number(byte[] from, int begin, int at) {
    int p = begin;
    int to = at;
    byte c = from[p];
    while (c >= '0' && c <= '9' || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E') {
      text[to++] = c;
      c = from[++p];
    }
    return p == begin ? NONE : p;
  }

  /** Puts a template without gaps before it, and returns how long it is then. */
  int behind(int template, int count) {
    byte[] head = new byte[HEAD];
    head[0] = FilledTemplate.MARK;
    int end = FilledTemplate.put(head, 1, template);
    if (count > 0) {
      head[end++] = FilledTemplate.MARK;
      head[end++] = ' ';
    }
    System.arraycopy(text, 0, text, end, count);
    System.arraycopy(head, 0, text, 0, end);
    return end + count;
  }

  private void put(char c) {
    over |= length == MOST;
    if (!over) {
      text[length++] = (byte) c;
    }
  }

  private void put(Batch batch, long place) {
    if (Batch.isEscaped(place)) {
      byte[] utf8 = JsonText.of(batch, place, MOST).getBytes(StandardCharsets.UTF_8);
      put(utf8, 0, utf8.length);
    } else {
      put(batch.bytes, Batch.from(place), Batch.length(place));
    }
  }

  private void put(byte[] from, int at, int count) {
    int room = Math.min(count, MOST - length);
    over |= room < count;
    for (int i = 0; i < room; i++) {
      byte b = from[at + i];
      text[length++] = b >= 0 && b < ' ' ? (byte) ' ' : b;
    }
  }

  /** Cuts it, not within a character. */
  private int cut() {
    int end = MOST;
    while (end > 0 && (text[end - 1] & 0xC0) == 0x80) {
      end--;
    }
    end -= end > 0 && text[end - 1] < 0 ? 1 : 0;
    System.arraycopy(CUT, 0, text, end, CUT.length);
    return end + CUT.length;
  }
}
