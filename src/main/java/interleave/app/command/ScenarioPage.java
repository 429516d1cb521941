package interleave.app.command;

import interleave.scenario.Parameter;
import interleave.scenario.ProgramLanguage;
import interleave.scenario.Question;
import interleave.scenario.Scenario;
import interleave.scenario.Try;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All that there is to say of one scenario before it runs. */
final class ScenarioPage {
  private static final Words WORDS = Words.of("app");
  private static final int WIDTH = 96;
  private static final int NAMES = 24;

  private final Terminal terminal;
  private final Scenario scenario;

  private ScenarioPage(Terminal terminal, Scenario scenario) {
    this.terminal = terminal;
    this.scenario = scenario;
  }

  static void print(Terminal terminal, Scenario scenario) {
    new ScenarioPage(terminal, scenario).print();
  }

  private void print() {
    terminal.line(Columns.pad(scenario.id(), NAMES + 4) + scenario.title());
    text(scenario.summary());
    for (String paragraph : scenario.whatToSee(scenario.usual()).split("\n\n")) {
      terminal.line("");
      text(paragraph);
    }
    boolean same = scenario.languages().stream().map(this::parameters).distinct().count() == 1;
    for (ProgramLanguage language : same ? List.of(scenario.usual()) : scenario.languages()) {
      parameters(language, same);
    }
    for (ProgramLanguage language : scenario.languages()) {
      tries(language);
    }
    if (scenario.question().isAsked()) {
      question(scenario.question(scenario.usual()));
    }
    if (!scenario.origin().isOurs()) {
      heading(WORDS.get("list.place"));
      text(String.valueOf(scenario.origin().place()));
    }
  }

  /** The same for both languages where whoever types them sees no difference. */
  private List<String> parameters(ProgramLanguage language) {
    return scenario.parameters(language).stream()
        .map(each -> each.name() + "=" + each.standard() + " " + each.range())
        .toList();
  }

  private void parameters(ProgramLanguage language, boolean all) {
    List<ProgramLanguage> whose = all ? scenario.languages() : List.of(language);
    String names = String.join(", ", whose.stream().map(ProgramLanguage::title).toList());
    heading(WORDS.get("list.parameters", names));
    for (Parameter parameter : scenario.parameters(language)) {
      String name = "-p " + parameter.name() + "=" + parameter.standard();
      List<String> beside = new ArrayList<>(Columns.wrap(range(parameter), WIDTH - NAMES - 4));
      beside.addAll(Columns.wrap(parameter.help(), WIDTH - NAMES - 4));
      terminal.line("  " + Columns.pad(name, NAMES + 2) + beside.removeFirst());
      beside.forEach(line -> terminal.line(" ".repeat(NAMES + 4) + line));
    }
  }

  /** What may be typed, with its words where those are others. */
  private static String range(Parameter parameter) {
    return switch (parameter) {
      case Parameter.Choice choice ->
          String.join(
              ", ", choice.values().stream().map(each -> each + said(choice, each)).toList());
      case Parameter.WholeNumber _,
          Parameter.Seconds _,
          Parameter.Switch _,
          Parameter.Text _,
          Parameter.Texts _ ->
          parameter.range();
    };
  }

  private static String said(Parameter.Choice choice, String value) {
    String shown = choice.show(value);
    return shown.equals(value) ? "" : " (" + shown + ")";
  }

  private void tries(ProgramLanguage language) {
    List<Try> shown =
        scenario.tries(language).stream()
            .filter(each -> language == scenario.usual() || !isOfUsual(each))
            .toList();
    if (shown.isEmpty()) {
      return;
    }
    heading(WORDS.get("list.tries", language.title()));
    for (Try each : shown) {
      text(each.label());
      terminal.line("    " + command(language, each.parameters()));
    }
  }

  /** Whether the program in the usual language follows it, too, with the same values. */
  private boolean isOfUsual(Try other) {
    return scenario.tries(scenario.usual()).stream()
        .anyMatch(
            each -> each.key().equals(other.key()) && each.parameters().equals(other.parameters()));
  }

  /** What is to be typed for that. */
  private String command(ProgramLanguage language, Map<String, String> values) {
    StringBuilder command = new StringBuilder(scenario.id());
    if (language != scenario.usual()) {
      command.append(" --python");
    }
    new TreeMap<>(values)
        .forEach(
            (name, value) ->
                command
                    .append(" -p ")
                    .append(name)
                    .append('=')
                    .append(value.contains(" ") || value.isEmpty() ? "'" + value + "'" : value));
    return WORDS.get("list.command", command);
  }

  private void question(Question question) {
    heading(WORDS.get("list.question"));
    text(question.text());
    question.answers().forEach(each -> terminal.line("    · " + question.answer(each)));
  }

  private void heading(String title) {
    terminal.line("");
    terminal.line(title);
  }

  private void text(String text) {
    Columns.wrap(text, WIDTH - 2).forEach(line -> terminal.line("  " + line));
  }
}
