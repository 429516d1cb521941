package interleave.event;

import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;

/**
 * A text that stands in a recording as what is to be filled into the gaps of a template: many
 * events are told with the same fields, and their texts are made when somebody looks. It is
 *
 * <pre>
 *   MARK   id of the template   a number for each gap   MARK   what else is told
 * </pre>
 *
 * <p>where a number has characters with six bits each, the lowest first, of which the last has
 * five: all print, so that it is a text as any other. Negative ones are folded between the others.
 */
public final class FilledTemplate {
  /** Begins such a text; no other has it. */
  public static final char MARK = 1;

  /** What is to be filled in the template. */
  public static final char GAP = '\uFFFC';

  /** A number is not longer than that. */
  public static final int MOST_BYTES = 11;

  private static final int MORE = 0x40;
  private static final int LAST = 0x20;
  private static final int BITS = 6;

  private final String text;
  private int at = 1;

  private FilledTemplate(String text) {
    this.text = text;
  }

  /** Whether it is one. */
  public static boolean is(CharSequence text) {
    return !text.isEmpty() && text.charAt(0) == MARK;
  }

  /** Writes a number; returns where it ends. */
  public static int put(byte[] to, int from, long number) {
    long rest = number << 1 ^ number >> Long.SIZE - 1;
    int at = from;
    while ((rest & ~(LAST - 1)) != 0) {
      to[at++] = (byte) (MORE | rest & MORE - 1);
      rest >>>= BITS;
    }
    to[at++] = (byte) (LAST | rest);
    return at;
  }

  private long number() {
    long number = 0;
    int shift = 0;
    while (at < text.length() && text.charAt(at) >= MORE) {
      number |= (text.charAt(at++) & MORE - 1L) << shift;
      shift += BITS;
    }
    if (at < text.length() && text.charAt(at) != MARK) {
      number |= (text.charAt(at++) & LAST - 1L) << shift;
    }
    return number >>> 1 ^ -(number & 1);
  }

  /** The same where templates have other ids. */
  public static String renamed(String text, IntUnaryOperator ids) {
    FilledTemplate filled = new FilledTemplate(text);
    byte[] id = new byte[MOST_BYTES];
    int length = put(id, 0, ids.applyAsInt((int) filled.number()));
    StringBuilder renamed = new StringBuilder(text.length() + length).append(MARK);
    for (int i = 0; i < length; i++) {
      renamed.append((char) id[i]);
    }
    return renamed.append(text, filled.at, text.length()).toString();
  }

  /** As it is to be read; another text is as it is. */
  public static String text(String text, IntFunction<String> templates) {
    return is(text) ? new FilledTemplate(text).filled(templates) : text;
  }

  private String filled(IntFunction<String> templates) {
    String template = templates.apply((int) number());
    StringBuilder filled = new StringBuilder();
    int from = 0;
    for (int gap = template.indexOf(GAP); gap >= 0; gap = template.indexOf(GAP, from)) {
      filled.append(template, from, gap).append(number());
      from = gap + 1;
    }
    filled.append(template, from, template.length());
    int end = text.indexOf(MARK, at);
    return end < 0 ? filled.toString() : filled.append(text, end + 1, text.length()).toString();
  }
}
