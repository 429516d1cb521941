package interleave.process;

import interleave.process.value.ValueWriter;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Values as short texts for the timeline. Only for values that {@link ValueWriter} takes, and like
 * it calls nothing of the program's but the accessors of records.
 */
final class Preview {
  private static final int LONGEST = 60;

  private Preview() {}

  /** What {@code value} looks like on a bead or in a list. */
  static String of(@Nullable Object value) {
    StringBuilder preview = new StringBuilder();
    show(value, preview);
    return cut(preview.toString());
  }

  /** A call: {@code longTask(4, 2.31)}. */
  static String call(String method, List<?> arguments) {
    StringJoiner call = new StringJoiner(", ", method + "(", ")");
    arguments.forEach(argument -> call.add(of(argument)));
    return call.toString();
  }

  static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
  }

  private static void show(@Nullable Object value, StringBuilder to) {
    if (to.length() > LONGEST) {
      return;
    }
    if (value instanceof String text) {
      to.append(text, 0, Math.min(text.length(), LONGEST + 1));
    } else if (value instanceof byte[] bytes) {
      to.append(bytes.length).append(" bytes");
    } else if (value instanceof List<?> list) {
      showAll(list, to.append('['), ']');
    } else if (value instanceof Record record) {
      to.append(record.getClass().getSimpleName()).append('(');
      showAll(ValueWriter.components(record), to, ')');
    } else if (value instanceof ProcessQueue<?> queue) {
      to.append(queue.name());
    } else {
      to.append(value);
    }
  }

  private static void showAll(List<?> values, StringBuilder to, char end) {
    String comma = "";
    for (Object value : values) {
      to.append(comma);
      show(value, to);
      if (to.length() > LONGEST) {
        return;
      }
      comma = ", ";
    }
    to.append(end);
  }
}
