package interleave.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who goes on wherever there is a choice, as a text of a line: {@code lock-and-lost-updates
 * threads=2: 0 1x3 2 1}. Behind its end the thread that ran last goes on while it can, else the
 * first of those that can.
 *
 * @param target which program it is for, with parameters where they are not the usual ones; may be
 *     empty
 */
public record Schedule(String target, List<ThreadId> choices) {
  private static final int MOST = 1_000_000;
  private static final Pattern CHOICE = Pattern.compile("([\\d.]+)(?:x(\\d{1,7}))?");
  private static final Pattern SPACE = Pattern.compile("\\s+");

  public Schedule {
    target = SPACE.matcher(target.strip()).replaceAll(" ");
    choices = List.copyOf(choices);
  }

  /** The schedule that the text means; empty where it is none. */
  public static Optional<Schedule> of(String text) {
    int colon = text.lastIndexOf(':');
    List<ThreadId> choices = new ArrayList<>();
    String list = text.substring(colon + 1).strip();
    for (String word : list.isEmpty() ? new String[0] : SPACE.split(list)) {
      Matcher matcher = CHOICE.matcher(word);
      Optional<ThreadId> thread =
          matcher.matches() ? ThreadId.of(matcher.group(1)) : Optional.empty();
      int times =
          thread.isEmpty() ? 0 : matcher.group(2) == null ? 1 : Integer.parseInt(matcher.group(2));
      if (times == 0 || choices.size() + times > MOST) {
        return Optional.empty();
      }
      for (int i = 0; i < times; i++) {
        choices.add(thread.get());
      }
    }
    return Optional.of(new Schedule(colon < 0 ? "" : text.substring(0, colon), choices));
  }

  /**
   * The first word of a text that names no thread, or names one too often; empty where it is a
   * schedule.
   */
  public static Optional<String> mistake(String text) {
    String list = text.substring(text.lastIndexOf(':') + 1).strip();
    return of(text).isPresent()
        ? Optional.empty()
        : Arrays.stream(SPACE.split(list))
            .filter(each -> of(each).isEmpty())
            .findFirst()
            .or(() -> Optional.of(list)); // all together are too many
  }

  /** The same without what would be chosen anyway, behind which its run ends as it did. */
  public static Schedule shortest(String target, Trace trace) {
    int length = 0;
    int choices = 0;
    ThreadId last = null;
    List<ThreadId> all = trace.choices();
    for (Step step : trace.steps()) {
      if (step.isChoice()) {
        choices++;
        length = step.thread().equals(usual(last, step.enabled())) ? length : choices;
      }
      last = step.thread();
    }
    return new Schedule(target, all.subList(0, length));
  }

  /**
   * Who goes on where nothing is said.
   *
   * @param last who ran last; null at the beginning
   */
  public static ThreadId usual(@Nullable ThreadId last, List<ThreadId> enabled) {
    return last != null && enabled.contains(last) ? last : enabled.getFirst();
  }

  /** How often a run changed to another thread although the one that ran could have gone on. */
  public static int preemptions(Trace trace) {
    int preemptions = 0;
    ThreadId last = null;
    for (Step step : trace.steps()) {
      boolean other = last != null && !step.thread().equals(last);
      preemptions += other && step.enabled().contains(last) ? 1 : 0;
      last = step.thread();
    }
    return preemptions;
  }

  /** The choices alone, those that repeat as {@code 1x4}. */
  public String list() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < choices.size(); ) {
      int to = i;
      while (to < choices.size() && choices.get(to).equals(choices.get(i))) {
        to++;
      }
      text.append(text.isEmpty() ? "" : " ").append(choices.get(i));
      text.append(to - i > 1 ? "x" + (to - i) : "");
      i = to;
    }
    return text.toString();
  }

  /** The whole, as {@link #of} reads it. */
  @Override
  public String toString() {
    return target.isEmpty() ? list() : choices.isEmpty() ? target + ":" : target + ": " + list();
  }
}
