package interleave.scenario;

import interleave.words.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a lesson has a word for all that it shows, and no word for nothing. */
final class LessonWordsCheck {
  private static final String NOTE = "note.1";
  private static final Pattern PARAGRAPH =
      Pattern.compile("(see|note|hint)\\.(\\d+)((?:\\.python)?)");

  private LessonWordsCheck() {}

  static void check(Scenario scenario, LessonFiles files, List<LessonProblem> problems) {
    Map<String, Set<String>> spoken = new TreeMap<>();
    for (Language language : Language.values()) {
      String file = LessonReader.file(language);
      if (files.has(file)) {
        List<LessonProblem> found = new ArrayList<>();
        Map<String, String> said = LessonReader.words(files, language, found);
        spoken.put(file, said.keySet());
        if (found.isEmpty()) {
          compare(file, shown(scenario), said.keySet(), scenario, found);
          gaps(file, said.keySet(), found);
        }
        problems.addAll(found);
      }
    }
    if (spoken.isEmpty()) {
      problems.add(LessonProblem.of("", 0, "no-words"));
    }
    boolean noted = spoken.values().stream().anyMatch(said -> said.contains(NOTE));
    spoken.forEach(
        (file, said) -> {
          if (noted && !said.contains(NOTE)) {
            problems.add(LessonProblem.of(file, 0, "word.missing", "notes"));
          }
        });
  }

  /** Paragraphs are shown up to the first that is not there: what stands behind is never seen. */
  private static void gaps(String file, Set<String> said, List<LessonProblem> to) {
    for (String key : new TreeSet<>(said)) {
      Matcher numbered = PARAGRAPH.matcher(key);
      if (numbered.matches()) {
        String before = numbered.group(1) + "." + (number(numbered.group(2)) - 1);
        boolean first = number(numbered.group(2)) == 1;
        if (!first && !said.contains(before) && !said.contains(before + numbered.group(3))) {
          to.add(LessonProblem.of(file, 0, "word.unused", place(key) + "." + numbered.group(2)));
        }
      }
    }
  }

  private static int number(String digits) {
    return digits.length() > 6 ? Integer.MAX_VALUE : Integer.parseInt(digits);
  }

  private static void compare(
      String file, Set<String> shown, Set<String> said, Scenario scenario, List<LessonProblem> to) {
    for (String key : shown) {
      if (!said.contains(key)) {
        to.add(LessonProblem.of(file, 0, "word.missing", place(key, "")));
      }
    }
    boolean open =
        scenario.question().checks().values().stream()
            .anyMatch(check -> !check.evaluation().isEmpty());
    for (String key : said) {
      if (shown.contains(key)) {
        continue; // also an answer that is called “one” or “python”
      }
      String plain = key.replaceFirst("\\.python$", "").replaceFirst("\\.(zero|one)$", "");
      boolean free =
          plain.matches("(see|note|hint)\\.\\d+|parameter\\..*\\.")
              || open && plain.startsWith("reveal.");
      if (!free && !shown.contains(plain)) {
        to.add(LessonProblem.of(file, 0, "word.unused", place(key)));
      }
    }
  }

  /** Where a sentence stands in the file. */
  private static String place(String key) {
    return key.endsWith(".python")
        ? place(key.replaceFirst("\\.python$", ""), "python.")
        : place(key, "");
  }

  private static String place(String plain, String other) {
    String[] parts = plain.split("\\.", 3);
    String place =
        switch (parts[0]) {
          case "see" -> "see";
          case "note" -> "notes";
          case "task" -> "exercise.task";
          case "hint" -> "exercise.hints";
          case "parameter" ->
              parts.length == 2
                  ? plain + ".label"
                  : parts[2].equals("help")
                      ? plain
                      : parts[0] + "." + parts[1] + ".values." + parts[2];
          default -> plain;
        };
    return other + place;
  }

  /** The keys of all that is shown. */
  static Set<String> shown(Scenario scenario) {
    Set<String> shown = new TreeSet<>(List.of("title", "summary", "see.1"));
    scenario.tries().values().forEach(all -> all.forEach(each -> shown.add("try." + each.key())));
    if (!scenario.question().answers().isEmpty()) {
      shown.add("question");
    }
    scenario.question().answers().forEach(answer -> shown.add("answer." + answer));
    for (Check check : scenario.question().checks().values()) {
      check.rules().forEach(rule -> shown.add("reveal." + rule.reveal()));
    }
    scenario.parameters().values().forEach(all -> all.forEach(each -> shown(each, shown)));
    scenario.exercise().ifPresent(_ -> shown.addAll(List.of("task", "hint.1")));
    return shown;
  }

  private static void shown(Parameter parameter, Set<String> shown) {
    if (parameter.words() != Parameter.COMMON) {
      String key = "parameter." + parameter.name();
      shown.addAll(List.of(key, key + ".help"));
      List<String> named =
          switch (parameter) {
            case Parameter.WholeNumber number -> number.named();
            case Parameter.Choice choice -> choice.values();
            default -> List.of();
          };
      named.forEach(value -> shown.add(key + "." + value));
    }
  }
}
