package interleave.scenario;

import interleave.words.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Whether a lesson has a word for all that it shows, and no word for nothing. */
final class LessonWordsCheck {
  private LessonWordsCheck() {}

  static void check(Scenario scenario, LessonFiles files, List<LessonProblem> problems) {
    boolean any = false;
    for (Language language : Language.values()) {
      String file = LessonReader.file(language);
      if (files.has(file)) {
        any = true;
        List<LessonProblem> found = new ArrayList<>();
        Map<String, String> said = LessonReader.words(files, language, found);
        if (found.isEmpty()) {
          compare(file, shown(scenario), said.keySet(), scenario, found);
        }
        problems.addAll(found);
      }
    }
    if (!any) {
      problems.add(LessonProblem.of("", 0, "no-words"));
    }
  }

  private static void compare(
      String file, Set<String> shown, Set<String> said, Scenario scenario, List<LessonProblem> to) {
    for (String key : shown) {
      if (!said.contains(key)) {
        to.add(LessonProblem.of(file, 0, "word.missing", place(key)));
      }
    }
    boolean open =
        scenario.question().checks().values().stream()
            .anyMatch(check -> !check.evaluation().isEmpty());
    for (String key : said) {
      String plain = key.replaceFirst("\\.python$", "").replaceFirst("\\.one$", "");
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
    String other = key.endsWith(".python") ? "python." : "";
    String plain = key.replaceFirst("\\.python$", "");
    String[] parts = plain.split("\\.", 3);
    String place =
        switch (parts[0]) {
          case "see" -> "see";
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
