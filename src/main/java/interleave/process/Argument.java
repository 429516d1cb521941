package interleave.process;

import interleave.process.value.RecordTypes;
import interleave.process.value.RefusedBytesException;
import interleave.process.value.ValueReader;
import interleave.process.value.ValueWriter;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An argument of an entry point as a word of a command line. Plain text stays readable there,
 * {@code =A}; a queue goes by its handle, {@code queue:…}; everything else, {@code value:…}, is
 * encoded by {@link ValueWriter}.
 */
final class Argument {
  private static final String TEXT = "=";
  private static final String QUEUE = "queue:";
  private static final String VALUE = "value:";
  private static final int LONGEST_TEXT = 1000;

  private Argument() {}

  static List<String> write(List<?> arguments) {
    List<String> words = new ArrayList<>();
    for (Object argument : arguments) {
      words.add(write(argument));
    }
    return words;
  }

  static String write(@Nullable Object argument) {
    if (argument instanceof ProcessQueue<?> queue) {
      return QUEUE + queue.handle();
    }
    if (argument instanceof String text && plain(text)) {
      return TEXT + text;
    }
    byte[] bytes = ValueWriter.encode(argument);
    return VALUE + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** The queue that a word stands for, null where it stands for something else. */
  static @Nullable QueueHandle queue(String word) {
    return word.startsWith(QUEUE) ? QueueHandle.parse(word.substring(QUEUE.length())) : null;
  }

  static @Nullable Object read(String word, RecordTypes records) throws RefusedBytesException {
    if (word.startsWith(TEXT)) {
      return word.substring(TEXT.length());
    }
    if (word.startsWith(QUEUE)) {
      return ProcessQueue.connect(word.substring(QUEUE.length()));
    }
    if (word.startsWith(VALUE)) {
      try {
        byte[] bytes = Base64.getUrlDecoder().decode(word.substring(VALUE.length()));
        return ValueReader.decode(ByteBuffer.wrap(bytes), records);
      } catch (IllegalArgumentException e) {
        throw new RefusedBytesException("An argument is not Base64.");
      }
    }
    throw new RefusedBytesException("“" + Preview.cut(word) + "” is not an argument.");
  }

  /** Other characters would depend on the locale on their way through a command line. */
  private static boolean plain(String text) {
    boolean plain = text.length() <= LONGEST_TEXT;
    for (int i = 0; plain && i < text.length(); i++) {
      plain = text.charAt(i) >= ' ' && text.charAt(i) < 0x7f;
    }
    return plain;
  }
}
