package interleave.exchange.chrome;

import java.nio.charset.StandardCharsets;

/**
 * What is told beside an event, as one short text: {@code [category] width=3 url=… size={"x":1}}.
 */
final class ArgumentText {
  private static final int MOST = 400;
  private static final byte[] CUT = "…".getBytes(StandardCharsets.UTF_8);

  private final Members members = new Members();
  private final byte[] text = new byte[MOST + CUT.length];
  private int length;

  byte[] bytes() {
    return text;
  }

  /**
   * Makes it, and returns how long it is. Where there are no arguments there is no text: most
   * categories are those of whole files, and a text for each event takes as long as all the rest.
   */
  int of(Batch batch, long category, long args) {
    length = 0;
    if (args == 0) {
      return 0;
    }
    if (Batch.length(category) > 0) {
      put('[');
      put(batch, category);
      put(']');
    }
    members.over(batch, args);
    while (length < MOST && members.next()) {
      if (length > 0) {
        put(' ');
      }
      put(batch, members.key());
      put('=');
      put(batch, members.value());
    }
    return length >= MOST ? cut() : length;
  }

  private void put(char c) {
    if (length < MOST) {
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
