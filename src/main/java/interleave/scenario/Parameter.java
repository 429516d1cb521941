package interleave.scenario;

import interleave.words.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Something about a scenario that the learner may change. Values travel as text, {@code
 * name=value}, from the window or the command line to the program, so each parameter knows how to
 * check and how to show such a text.
 */
public sealed interface Parameter {
  /** Words that several lessons share. */
  Words COMMON = Words.of("scenario/common");

  /** Where the words are: {@code parameter.name}, {@code …help}, {@code …value}. */
  Words words();

  /** As on the command line: {@code workers}. */
  String name();

  /** As in the window: {@code reader pause}. */
  default String label() {
    return words().get("parameter." + name());
  }

  /** One sentence on what it does. */
  default String help() {
    return words().get("parameter." + name() + ".help");
  }

  /** The value where none is given. */
  String standard();

  /**
   * Why this value is refused, as a sentence that begins with the parameter's label; empty for a
   * value that is fine.
   */
  Optional<String> check(String value);

  /** The value as a reader would write it: {@code 100 000}, {@code 0–1 s}, {@code unbounded}. */
  default String show(String value) {
    return value;
  }

  /** What it takes, as it is typed: {@code 1 to 100 000}, {@code on, off}. */
  String range();

  /** The key of a value that has a word of its own. */
  private String valueKey(String value) {
    return "parameter." + name() + "." + value;
  }

  private static Optional<String> refused(String key, Object... values) {
    return Optional.of(COMMON.get("refused." + key, values));
  }

  /**
   * An integer between two bounds, both included.
   *
   * @param named values that are shown as a word; the empty text is taken only when it is one of
   *     them
   */
  record WholeNumber(
      Words words, String name, String standard, long least, long most, List<String> named)
      implements Parameter {
    public WholeNumber {
      named = List.copyOf(named);
    }

    @Override
    public Optional<String> check(String value) {
      if (named.contains(value)) {
        return Optional.empty();
      }
      String from = Digits.group(least);
      String to = Digits.group(most);
      try {
        long number = Long.parseLong(value);
        return number >= least && number <= most
            ? Optional.empty()
            : refused("number.beyond", label(), from, to, Digits.group(number));
      } catch (NumberFormatException _) {
        return refused("number", label(), from, to, value);
      }
    }

    @Override
    public String range() {
      String numbers = COMMON.get("range.number", Digits.group(least), Digits.group(most));
      String others = String.join(", ", named.stream().filter(each -> !each.isEmpty()).toList());
      return others.isEmpty() ? numbers : COMMON.get("range.or", numbers, others);
    }

    @Override
    public String show(String value) {
      if (named.contains(value)) {
        return words.get(Parameter.super.valueKey(value));
      }
      return check(value).isEmpty() ? Digits.group(Long.parseLong(value)) : value;
    }
  }

  /**
   * A length of time in seconds, with up to nine decimals.
   *
   * @param upTo whether it is the upper end of a random length
   */
  record Seconds(Words words, String name, String standard, double least, double most, boolean upTo)
      implements Parameter {
    @Override
    public Optional<String> check(String value) {
      String from = Digits.plain(least);
      String to = Digits.plain(most);
      if (!value.matches("[0-9]{1,9}(\\.[0-9]{1,9})?")) {
        return refused("seconds", label(), from, to, value);
      }
      double seconds = Double.parseDouble(value);
      return seconds >= least && seconds <= most
          ? Optional.empty()
          : refused("seconds.beyond", label(), from, to, Digits.plain(seconds));
    }

    @Override
    public String range() {
      return COMMON.get("range.seconds", Digits.plain(least), Digits.plain(most));
    }

    @Override
    public String show(String value) {
      if (check(value).isPresent()) {
        return value;
      }
      String seconds = new BigDecimal(value).stripTrailingZeros().toPlainString();
      return upTo && !seconds.equals("0") ? "0–" + seconds + " s" : seconds + " s";
    }
  }

  /** On or off. */
  record Switch(Words words, String name, String standard) implements Parameter {
    public static final String ON = "on";
    public static final String OFF = "off";

    @Override
    public Optional<String> check(String value) {
      return value.equals(ON) || value.equals(OFF)
          ? Optional.empty()
          : refused("switch", label(), value);
    }

    @Override
    public String range() {
      return ON + ", " + OFF;
    }

    @Override
    public String show(String value) {
      return check(value).isEmpty() ? COMMON.get("switch." + value) : value;
    }
  }

  /** One of a few values, each with the words it is shown by. */
  record Choice(Words words, String name, String standard, List<String> values)
      implements Parameter {
    public Choice {
      values = List.copyOf(values);
    }

    @Override
    public Optional<String> check(String value) {
      return values.contains(value)
          ? Optional.empty()
          : refused("choice", label(), String.join(", ", values), value);
    }

    @Override
    public String range() {
      return String.join(", ", values);
    }

    @Override
    public String show(String value) {
      return values.contains(value) ? words.get(Parameter.super.valueKey(value)) : value;
    }
  }

  /** Any text on one line. */
  record Text(Words words, String name, String standard, int longest) implements Parameter {
    @Override
    public String range() {
      return COMMON.get("range.text", longest);
    }

    @Override
    public Optional<String> check(String value) {
      if (value.length() > longest) {
        return refused("text.long", label(), longest);
      }
      return value.chars().anyMatch(Character::isISOControl)
          ? refused("text.control", label())
          : Optional.empty();
    }

    /** Nothing at all may have a word of its own. */
    @Override
    public String show(String value) {
      String key = Parameter.super.valueKey(value);
      return value.isEmpty() && words.has(key) ? words.get(key) : value;
    }
  }

  /**
   * Some texts with commas between them.
   *
   * @param most how many there may be; there is always at least one
   * @param longest the most characters that each may have
   */
  record Texts(Words words, String name, String standard, int most, int longest)
      implements Parameter {
    @Override
    public Optional<String> check(String value) {
      List<String> texts = split(value);
      if (texts.size() > most) {
        return refused("texts.many", label(), most, texts.size());
      }
      for (String text : texts) {
        if (text.isEmpty()) {
          return refused("texts.empty", label());
        }
        Optional<String> reason = new Text(words, name, text, longest).check(text);
        if (reason.isPresent()) {
          return reason;
        }
      }
      return Optional.empty();
    }

    @Override
    public String range() {
      return COMMON.get("range.texts", most);
    }

    @Override
    public String show(String value) {
      return String.join(", ", split(value));
    }

    /** The texts in {@code value}, without the blanks around them. */
    public static List<String> split(String value) {
      List<String> texts = new ArrayList<>();
      for (String text : value.split(",", -1)) {
        texts.add(text.strip());
      }
      return texts;
    }
  }
}
