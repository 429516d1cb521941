package interleave.exchange.chrome;

/** Goes through the members of an object that was scanned as a whole. */
final class Members {
  private final EventScanner scanner = new EventScanner();
  private final long[] places = new long[2];
  private byte[] bytes = {};
  private int at;
  private int end;

  /** Those of the object at that place; none where something else stands there. */
  void over(Batch batch, long place) {
    bytes = batch.bytes;
    scanner.over(bytes, bytes.length - 1);
    at = Batch.from(place);
    end = at + Batch.length(place);
    at = at < end && bytes[at] == '{' ? at + 1 : end;
  }

  /** Goes to the next one. */
  boolean next() {
    at = scanner.blank(at);
    if (at < end && bytes[at] == ',') {
      at = scanner.blank(at + 1);
    }
    if (at >= end || bytes[at] != '"') {
      return false;
    }
    at = scanner.text(at, places, 0);
    at = at < 0 ? end : scanner.blank(at);
    if (at >= end || bytes[at] != ':') {
      return false;
    }
    places[1] = 0;
    int value = scanner.blank(at + 1);
    at = scanner.text(value, places, 1);
    return at > 0 && at < end;
  }

  /** Whether behind this one there is none. */
  boolean isLast() {
    int next = scanner.blank(at);
    return next == end - 1 && bytes[next] == '}';
  }

  long key() {
    return places[0];
  }

  /** The value, without the quotes of a string; 0 for {@code null}. */
  long value() {
    return places[1];
  }

  byte[] bytes() {
    return bytes;
  }
}
