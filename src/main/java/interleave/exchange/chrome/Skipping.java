package interleave.exchange.chrome;

/** Skips a value, however long it is, block by block. */
final class Skipping {
  private boolean on;
  private boolean inText;
  private boolean escaped;
  private boolean begun;
  private int depth;

  boolean isOn() {
    return on;
  }

  /** What comes next is to be skipped. */
  void begin() {
    on = true;
    inText = false;
    escaped = false;
    begun = false;
    depth = 0;
  }

  /** Goes on, and returns how far it came; when that is the end of the value it is off. */
  int skip(byte[] bytes, int from, int end) {
    int p = from;
    while (p < end && on) {
      int c = bytes[p];
      if (inText) {
        inText = escaped || c != '"';
        escaped = !escaped && c == '\\';
        p++;
        on = inText || depth > 0;
      } else if (c == '"') {
        inText = true;
        begun = true;
        p++;
      } else if (c == '{' || c == '[') {
        depth++;
        p++;
      } else if (c == '}' || c == ']') {
        on = depth > 1;
        p += depth > 0 ? 1 : 0; // else it closes what the value stands in
        depth--;
      } else {
        p = scalar(c, p);
      }
    }
    return p;
  }

  /** A character of a number or a word, or one between values. */
  private int scalar(int c, int p) {
    if (depth == 0 && (c == ',' || c <= ' ' && c >= 0) && begun) {
      on = false;
      return p;
    }
    begun = true;
    return p + 1;
  }
}
