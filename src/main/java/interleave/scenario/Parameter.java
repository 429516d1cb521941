package interleave.scenario;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something about a scenario that the learner may change. Values travel as text, {@code
 * name=value}, from the window or the command line to the program, so each parameter knows how to
 * check and how to show such a text.
 */
public sealed interface Parameter {
  /** As on the command line: {@code workers}. */
  String name();

  /** As in the window: {@code reader pause}. */
  String label();

  /** One sentence on what it does. */
  String help();

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

  /**
   * An integer between two bounds, both included.
   *
   * @param words values that are shown as a word; the empty text is taken only when it is one of
   *     them
   */
  record WholeNumber(
      String name,
      String label,
      String help,
      String standard,
      long least,
      long most,
      Map<String, String> words)
      implements Parameter {
    public WholeNumber {
      words = Map.copyOf(words);
    }

    @Override
    public Optional<String> check(String value) {
      if (words.containsKey(value)) {
        return Optional.empty();
      }
      String expected =
          label
              + " must be a whole number from "
              + Digits.group(least)
              + " to "
              + Digits.group(most);
      try {
        long number = Long.parseLong(value);
        return number >= least && number <= most
            ? Optional.empty()
            : Optional.of(expected + ", and " + Digits.group(number) + " is not.");
      } catch (NumberFormatException _) {
        return Optional.of(expected + ", not “" + value + "”.");
      }
    }

    @Override
    public String show(String value) {
      String word = words.get(value);
      return word != null
          ? word
          : check(value).isEmpty() ? Digits.group(Long.parseLong(value)) : value;
    }
  }

  /**
   * A length of time in seconds, with up to nine decimals.
   *
   * @param upTo whether it is the upper end of a random length
   */
  record Seconds(
      String name,
      String label,
      String help,
      String standard,
      double least,
      double most,
      boolean upTo)
      implements Parameter {
    @Override
    public Optional<String> check(String value) {
      String expected =
          label
              + " must be a number of seconds from "
              + Digits.plain(least)
              + " to "
              + Digits.plain(most);
      if (!value.matches("[0-9]{1,9}(\\.[0-9]{1,9})?")) {
        return Optional.of(expected + ", not “" + value + "”.");
      }
      double seconds = Double.parseDouble(value);
      return seconds >= least && seconds <= most
          ? Optional.empty()
          : Optional.of(expected + ", and " + Digits.plain(seconds) + " is not.");
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
  record Switch(String name, String label, String help, String standard) implements Parameter {
    public static final String ON = "on";
    public static final String OFF = "off";

    @Override
    public Optional<String> check(String value) {
      return value.equals(ON) || value.equals(OFF)
          ? Optional.empty()
          : Optional.of(label + " must be on or off, not “" + value + "”.");
    }
  }

  /** One of a few values, each with the words it is shown by. */
  record Choice(String name, String label, String help, String standard, List<Option> options)
      implements Parameter {
    /** A value and how it reads. */
    public record Option(String value, String label) {}

    public Choice {
      options = List.copyOf(options);
    }

    @Override
    public Optional<String> check(String value) {
      List<String> values = options.stream().map(Option::value).toList();
      return values.contains(value)
          ? Optional.empty()
          : Optional.of(
              label + " must be one of " + String.join(", ", values) + ", not “" + value + "”.");
    }

    @Override
    public String show(String value) {
      return options.stream()
          .filter(o -> o.value().equals(value))
          .map(Option::label)
          .findFirst()
          .orElse(value);
    }
  }

  /** Any text on one line. */
  record Text(String name, String label, String help, String standard, int longest)
      implements Parameter {
    @Override
    public Optional<String> check(String value) {
      if (value.length() > longest) {
        return Optional.of(label + " must not be longer than " + longest + " characters.");
      }
      return value.chars().anyMatch(Character::isISOControl)
          ? Optional.of(label + " must be one line without control characters.")
          : Optional.empty();
    }
  }

  /**
   * Some texts with commas between them.
   *
   * @param most how many there may be; there is always at least one
   * @param longest the most characters that each may have
   */
  record Texts(String name, String label, String help, String standard, int most, int longest)
      implements Parameter {
    @Override
    public Optional<String> check(String value) {
      List<String> texts = split(value);
      if (texts.size() > most) {
        return Optional.of(
            label + " must be at most " + most + " values, and these are " + texts.size() + ".");
      }
      for (String text : texts) {
        if (text.isEmpty()) {
          return Optional.of(label + " must be values with commas between them, and one is empty.");
        }
        Optional<String> reason = new Text(name, label, help, text, longest).check(text);
        if (reason.isPresent()) {
          return reason;
        }
      }
      return Optional.empty();
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
