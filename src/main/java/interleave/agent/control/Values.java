package interleave.agent.control;

/** Values of the small types, as they are written in the source. */
final class Values {
  private Values() {}

  static String of(int value, char type) {
    return switch (type) {
      case 'Z' -> value == 0 ? "false" : "true";
      case 'C' -> Character.toString((char) value);
      default -> Integer.toString(value);
    };
  }
}
