package interleave.exchange.dump;

/**
 * A lock, or what else a thread waits for or owns.
 *
 * @param key what tells it from others in the dump: an address, or a class with a hash code
 * @param type its class; empty where that is not told
 * @param monitor whether it is owned by {@code synchronized}, and not by a call
 */
record DumpLock(String key, String type, boolean monitor) {
  /** {@code <0x000000069ec1b838> (a Bank$Account)}; null where there is no object reference. */
  static @org.jspecify.annotations.Nullable DumpLock hotSpot(String text, boolean monitor) {
    int open = text.indexOf('<');
    int close = text.indexOf('>', open + 1);
    if (open < 0 || close < 0 || !text.startsWith("0x", open + 1)) {
      return null;
    }
    int of = text.indexOf("(a ", close);
    int end = text.lastIndexOf(')');
    String type = of < 0 || end < of ? "" : text.substring(of + 3, end).strip();
    boolean slashes = type.indexOf('.') < 0 && !type.contains("/0x"); // as jhsdb writes them
    type = slashes ? type.replace('/', '.') : type;
    return new DumpLock(text.substring(open + 1, close), type, monitor);
  }

  /** {@code java.lang.Object@24356d29}, with or without angle brackets. */
  static DumpLock hashed(String text, boolean monitor) {
    String key = text.strip();
    key = key.startsWith("<") && key.endsWith(">") ? key.substring(1, key.length() - 1) : key;
    int at = key.lastIndexOf('@');
    return new DumpLock(key, at < 0 ? key : key.substring(0, at), monitor);
  }

  /**
   * What it is called: the class without its package, and enough of the address that no two are
   * called the same.
   */
  String name() {
    String simple = type.startsWith("java.lang.Class for ") ? type.substring(20) : type;
    simple = simple.substring(simple.lastIndexOf('.') + 1);
    if (simple.endsWith("$NonfairSync") || simple.endsWith("$FairSync")) {
      simple = simple.substring(0, simple.lastIndexOf('$'));
    }
    simple = simple.substring(simple.lastIndexOf('$') + 1);
    int from = key.startsWith("0x") ? 2 : key.lastIndexOf('@') + 1;
    String address = key.substring(from).replaceFirst("^0+", "");
    return simple.isEmpty() ? "0x" + address : simple + " 0x" + address;
  }
}
