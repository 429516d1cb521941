package interleave.exercise;

import interleave.explore.Ending;
import interleave.explore.Endings;
import interleave.scenario.expression.Thing;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** An ending as the expressions of an exercise see it: what each name stands for. */
final class FoundEnding {
  /** Further objects of a class have their fields numbered. */
  private static final Pattern NUMBERED = Pattern.compile("@\\d+$");

  private FoundEnding() {}

  static Thing of(Endings.Group group) {
    Ending ending = group.ending();
    return name ->
        switch (name) {
          case "outcome" -> ending.kind().word();
          case "deadlocked" -> ending.kind() == Ending.Kind.DEADLOCK;
          case "failed" -> isFailed(ending);
          case "choices" -> (double) group.schedule().size();
          case "preemptions" -> (double) group.preemptions();
          case "variables" -> variables(ending);
          case "lines" -> lines(ending);
          default -> throw none(name);
        };
  }

  private static IllegalArgumentException none(String attribute) {
    return new IllegalArgumentException("There is no attribute " + attribute + ".");
  }

  private static boolean isFailed(Ending ending) {
    return ending.kind() == Ending.Kind.EXCEPTION
        || ending.kind() == Ending.Kind.EXIT && !ending.text().equals("0");
  }

  private static List<Thing> variables(Ending ending) {
    List<Thing> variables = new ArrayList<>();
    ending.values().forEach((name, value) -> variables.add(variable(name(name), value)));
    return variables;
  }

  /** What a variable is called, whichever of several objects it belongs to. */
  static String name(String numbered) {
    return NUMBERED.matcher(numbered).replaceFirst("");
  }

  private static Thing variable(String name, String value) {
    return attribute ->
        switch (attribute) {
          case "name" -> name;
          case "value" -> number(value);
          case "process" -> "";
          default -> Double.NaN; // only a recording tells that
        };
  }

  private static double number(String value) {
    try {
      return switch (value) {
        case "true", "True" -> 1;
        case "false", "False" -> 0;
        default -> Double.parseDouble(value);
      };
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  private static List<Thing> lines(Ending ending) {
    return ending.output().lines().map(FoundEnding::line).toList();
  }

  private static Thing line(String text) {
    return attribute ->
        switch (attribute) {
          case "text" -> text;
          case "thread", "process" -> "";
          case "error" -> false;
          case "time" -> Double.NaN;
          default -> throw none(attribute);
        };
  }
}
