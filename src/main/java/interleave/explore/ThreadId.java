package interleave.explore;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A thread, called the same in each run: main is {@code 0}, the threads that it starts are {@code
 * 1}, {@code 2} … in that order, and those that {@code 1} starts are {@code 1.1}, {@code 1.2} ….
 *
 * @param text as it stands in schedules
 */
public record ThreadId(String text) implements Comparable<ThreadId> {
  public static final ThreadId MAIN = new ThreadId("0");

  /** Most runs have no others. */
  private static final List<Optional<ThreadId>> FIRST =
      IntStream.range(0, 10).mapToObj(i -> Optional.of(new ThreadId("" + i))).toList();

  /** Deeper and with larger numbers than any program has. */
  private static final Pattern FORM = Pattern.compile("\\d{1,9}(\\.\\d{1,9}){0,40}");

  /** The thread of that name; empty where it is no such name. */
  public static Optional<ThreadId> of(String text) {
    if (text.length() == 1 && text.charAt(0) >= '0' && text.charAt(0) <= '9') {
      return FIRST.get(text.charAt(0) - '0');
    }
    return FORM.matcher(text).matches() ? Optional.of(new ThreadId(text)) : Optional.empty();
  }

  /** The thread that this one starts as its number-th. */
  public ThreadId child(int number) {
    return new ThreadId(equals(MAIN) ? String.valueOf(number) : text + "." + number);
  }

  /** By their numbers; who starts a thread comes before it. */
  @Override
  public int compareTo(ThreadId other) {
    return text.length() == 1 && other.text.length() == 1
        ? Character.compare(text.charAt(0), other.text.charAt(0))
        : Arrays.compare(numbers(), other.numbers());
  }

  private int[] numbers() {
    return Arrays.stream(text.split("\\.")).mapToInt(Integer::parseInt).toArray();
  }

  @Override
  public String toString() {
    return text;
  }
}
