package interleave.app.command.explore;

import interleave.app.command.Terminal;
import interleave.program.Program;
import interleave.scenario.Parameter;
import interleave.words.Words;
import java.util.HashMap;
import java.util.Map;
import java.util.StringJoiner;

/** What a lesson is explored with where nobody names a value: all its orders can be tried then. */
final class SmallValues {
  private static final Words WORDS = Words.of("app/explore");

  private SmallValues() {}

  /** The program with them, of which is said which they are. */
  static Program in(Program program, Terminal terminal) {
    if (!(program instanceof Program.Lesson lesson)) {
      return program;
    }
    Map<String, String> values = new HashMap<>(lesson.scenario().explored(lesson.language()));
    StringJoiner small = new StringJoiner(" ");
    for (Parameter each : lesson.scenario().parameters(lesson.language())) {
      if (values.containsKey(each.name()) && !lesson.values().containsKey(each.name())) {
        small.add(each.name() + "=" + values.get(each.name()));
      }
    }
    if (small.length() == 0) {
      return program;
    }
    values.putAll(lesson.values());
    terminal.say(WORDS.get("small", small));
    return lesson.with(values);
  }
}
