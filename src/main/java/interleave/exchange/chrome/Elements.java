package interleave.exchange.chrome;

/** Goes through the elements of an array that was scanned as a whole. */
final class Elements {
  private final EventScanner scanner = new EventScanner();
  private final long[] place = new long[1];
  private byte[] bytes = {};
  private int at;
  private int end;

  /** Those of the array at that place; none where something else stands there. */
  void over(Batch batch, long array) {
    bytes = batch.bytes;
    scanner.over(bytes, bytes.length - 1);
    at = Batch.from(array);
    end = at + Batch.length(array);
    at = at < end && bytes[at] == '[' ? at + 1 : end;
  }

  /** Goes to the next one. */
  boolean next() {
    at = scanner.blank(at);
    if (at < end && bytes[at] == ',') {
      at = scanner.blank(at + 1);
    }
    if (at >= end || bytes[at] == ']') {
      return false;
    }
    place[0] = 0;
    at = scanner.text(at, place, 0);
    return at > 0 && at < end;
  }

  /** Where it stands, without the quotes of a string; 0 for {@code null}. */
  long value() {
    return place[0];
  }

  /** As a number; NaN where it is none. */
  double number() {
    int from = Batch.from(place[0]);
    return place[0] == 0 ? Double.NaN : Decimals.number(bytes, from, from + Batch.length(place[0]));
  }
}
