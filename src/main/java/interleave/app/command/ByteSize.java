package interleave.app.command;

import interleave.words.Words;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes as people write them: {@code 500M}, {@code 2G}, {@code 1048576}. */
final class ByteSize {
  private static final Words WORDS = Words.of("app");
  private static final Pattern SIZE = Pattern.compile("([0-9]{1,12})([KMGT]?)I?B?");

  private ByteSize() {}

  /** As one would write it. */
  static String show(long bytes) {
    int unit = 0;
    long size = bytes;
    while (unit < 4 && size >= 1024 && size % 1024 == 0) {
      size /= 1024;
      unit++;
    }
    return unit == 0 ? Long.toString(size) : size + "KMGT".substring(unit - 1, unit);
  }

  static long parse(String text) {
    Matcher size = SIZE.matcher(text.strip().toUpperCase(Locale.ROOT));
    if (!size.matches()) {
      throw new UsageException(WORDS.get("usage.size", text));
    }
    String unit = size.group(2);
    int shift = unit.isEmpty() ? 0 : 10 * ("KMGT".indexOf(unit) + 1);
    long number = Long.parseLong(size.group(1));
    if (number == 0 || number > Long.MAX_VALUE >> shift) {
      throw new UsageException(WORDS.get("usage.size.beyond", text));
    }
    return number << shift;
  }
}
