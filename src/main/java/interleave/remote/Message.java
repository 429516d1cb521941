package interleave.remote;

import interleave.file.block.SegmentBlock;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What shipper and receiver say to each other: a byte that says what, the format's version, who,
 * and numbers, all little-endian.
 */
sealed interface Message {
  int VERSION = 1;
  int LONGEST_NAME = 200;

  /** So long at most; a broker takes no more. */
  int LONGEST = 1 << 20;

  int HEAD = 2 + Long.BYTES;

  /** The shipper that says it, or that is meant. */
  long shipper();

  /**
   * Somebody begins to send.
   *
   * @param place the same for all whose clock is the same
   * @param name of the machine, for people
   */
  record Hello(long shipper, String place, String name) implements Message {}

  /**
   * Parts of segments, each the number of the segment and a {@link SegmentBlock}.
   *
   * @param number one more than that of the batch before, from 0 on
   */
  record Batch(long shipper, long number, byte[] parts) implements Message {}

  /** The answer to a {@link Question}, with the times at which that came and this went. */
  record Answer(long shipper, long asked, long received, long answered) implements Message {}

  /**
   * It has sent what it could.
   *
   * @param unsent bytes of slots that were not sent
   */
  record Farewell(long shipper, long unsent) implements Message {}

  /** What time is it there? */
  record Question(long shipper, long asked) implements Message {}

  /**
   * What has arrived, and how much more may come.
   *
   * @param next number of the batch that is waited for
   * @param credit so many bytes may be under way
   * @param paceMillis so long to gather before a batch is sent
   */
  record Grant(long shipper, long next, int credit, int paceMillis) implements Message {}

  /** As it travels. */
  default byte[] encode() {
    return switch (this) {
      case Hello(long who, String place, String name) -> {
        byte[] first = cut(place);
        byte[] second = cut(name);
        yield begin(1, who, 4 + first.length + second.length)
            .putShort((short) first.length)
            .put(first)
            .putShort((short) second.length)
            .put(second)
            .array();
      }
      case Batch(long who, long number, byte[] parts) ->
          begin(2, who, Long.BYTES + parts.length).putLong(number).put(parts).array();
      case Answer(long who, long asked, long received, long answered) ->
          begin(3, who, 3 * Long.BYTES).putLong(asked).putLong(received).putLong(answered).array();
      case Farewell(long who, long unsent) -> begin(4, who, Long.BYTES).putLong(unsent).array();
      case Question(long who, long asked) -> begin(5, who, Long.BYTES).putLong(asked).array();
      case Grant(long who, long next, int credit, int pace) ->
          begin(6, who, 2 * Long.BYTES).putLong(next).putInt(credit).putInt(pace).array();
    };
  }

  private static ByteBuffer begin(int what, long who, int bytes) {
    ByteBuffer to = ByteBuffer.allocate(HEAD + bytes).order(ByteOrder.LITTLE_ENDIAN);
    return to.put((byte) what).put((byte) VERSION).putLong(who);
  }

  private static byte[] cut(String text) {
    byte[] all = text.getBytes(StandardCharsets.UTF_8);
    return all.length <= LONGEST_NAME ? all : Arrays.copyOf(all, LONGEST_NAME);
  }

  /** What was said; null where it is nothing of the kind. */
  static @Nullable Message parse(byte[] bytes) {
    ByteBuffer from = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    try {
      int what = from.get();
      if (from.get() != VERSION || bytes.length > LONGEST) {
        return null;
      }
      Message message = parse(what, from.getLong(), from);
      return from.hasRemaining() ? null : message;
    } catch (BufferUnderflowException e) {
      return null;
    }
  }

  private static @Nullable Message parse(int what, long who, ByteBuffer from) {
    return switch (what) {
      case 1 -> hello(who, text(from), text(from));
      case 2 -> {
        long number = from.getLong();
        byte[] parts = new byte[from.remaining()];
        from.get(parts);
        yield new Batch(who, number, parts);
      }
      case 3 -> new Answer(who, from.getLong(), from.getLong(), from.getLong());
      case 4 -> new Farewell(who, from.getLong());
      case 5 -> new Question(who, from.getLong());
      case 6 -> new Grant(who, from.getLong(), from.getInt(), from.getInt());
      default -> null;
    };
  }

  private static @Nullable Message hello(long who, @Nullable String place, @Nullable String name) {
    return place == null || name == null ? null : new Hello(who, place, name);
  }

  /** What would change how a line looks is left out. */
  private static @Nullable String text(ByteBuffer from) {
    int length = Short.toUnsignedInt(from.getShort());
    if (length > LONGEST_NAME) {
      return null;
    }
    byte[] utf8 = new byte[length];
    from.get(utf8);
    return new String(utf8, StandardCharsets.UTF_8).replaceAll("\\p{C}", "");
  }
}
