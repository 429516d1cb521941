package interleave.agent.rewrite;

/** How long the instructions of a method are. */
final class Instructions {
  /** {@code getstatic}; up to {@code invokedynamic} they name a member. */
  static final int FIRST_OF_MEMBERS = 0xB2;

  private static final int TABLESWITCH = 0xAA;
  private static final int LOOKUPSWITCH = 0xAB;
  private static final int WIDE = 0xC4;
  private static final int IINC = 0x84;

  /**
   * Of each instruction, from {@code nop} to {@code jsr_w}; those of 0 have a length of their own.
   */
  private static final String LENGTHS =
      "1111111111111111" // 00: constants
          + "2323322222111111" // 10: bipush to loads
          + "1111111111111111" // 20
          + "1111112222211111" // 30: stores
          + "1111111111111111" // 40
          + "1111111111111111" // 50
          + "1111111111111111" // 60
          + "1111111111111111" // 70
          + "1111311111111111" // 80: iinc
          + "1111111113333333" // 90: branches
          + "3333333332001111" // A0: switches, returns
          + "1133333335532311" // B0: members, calls, objects
          + "3311043355"; // C0: checkcast to jsr_w

  private Instructions() {}

  /** Whether it reads or writes an element of an array: {@code iaload} to {@code sastore}. */
  static boolean isOfElement(int opcode) {
    return opcode >= 0x2E && opcode <= 0x35 || opcode >= 0x4F && opcode <= 0x56;
  }

  /** Of the instruction that stands {@code at}, of a method whose first stands at {@code first}. */
  static int length(ConstantPool file, int at, int first) {
    int opcode = file.u1(at);
    if (opcode >= LENGTHS.length()) {
      throw new IllegalArgumentException(
          "there is no instruction ".concat(Integer.toString(opcode)));
    }
    int length = LENGTHS.charAt(opcode) - '0';
    if (length > 0) {
      return length;
    }
    if (opcode == WIDE) {
      return file.u1(at + 1) == IINC ? 6 : 4;
    }
    int aligned = at + 4 - (at - first) % 4;
    int cases =
        opcode == TABLESWITCH
            ? 8 + 4 * (file.u4(aligned + 8) - file.u4(aligned + 4) + 1)
            : 4 + 8 * file.u4(aligned + 4);
    return aligned + 4 + cases - at;
  }
}
