package interleave.app.command;

import interleave.engine.Interpreter;
import interleave.engine.StartException;
import interleave.program.Program;
import interleave.scenario.Catalogue;
import interleave.scenario.Parameter;
import interleave.scenario.Scenario;
import interleave.words.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Names the scenarios and their parameters, or tells all of some of them. */
@Command(name = "list", mixinStandardHelpOptions = true)
public final class ListCommand implements Callable<Integer> {
  private static final Words WORDS = Words.of("app");

  private final Terminal terminal;

  @Option(names = "--json", descriptionKey = "list.json")
  private boolean json;

  public ListCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Parameters(
      arity = "0..*",
      paramLabel = "ID",
      descriptionKey = "list.id",
      completionCandidates = ScenarioIds.class)
  private List<String> ids = List.of();

  @Override
  public Integer call() throws IOException {
    List<Scenario> named = ids.stream().map(ScenarioIds::find).toList();
    if (json) {
      List<Scenario> shown = named.isEmpty() ? Catalogue.all() : named;
      Json.print(terminal, to -> ScenarioJson.write(to, shown));
    } else if (!named.isEmpty()) {
      named.forEach(each -> ScenarioPage.print(terminal, each));
    } else {
      printText();
      tellRefused();
      python().lines().forEach(terminal::line);
    }
    return 0;
  }

  /** Which Python would run what is in Python, or what to install. */
  private static String python() {
    try {
      Interpreter python = Program.PYTHONS.usual(Path.of(""));
      String name = WORDS.get("list.python", python.show(), python.path());
      return python.caveat().map(caveat -> name + "\n" + caveat).orElse(name);
    } catch (StartException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static String where(Scenario scenario) {
    return WORDS.get("list.lessons", scenario.origin().shelf());
  }

  /** Lessons of others with which something is wrong, and what it is. */
  private void tellRefused() {
    Catalogue.refused().forEach(each -> each.told().lines().forEach(terminal::say));
  }

  private void printText() {
    String heading = "";
    for (Scenario scenario : Catalogue.all()) {
      String next = scenario.origin().isOurs() ? scenario.group().title() : where(scenario);
      if (!next.equals(heading)) {
        heading = next;
        terminal.line(heading);
      }
      terminal.line(String.format("  %-26s %s", scenario.id(), scenario.summary()));
      for (Parameter parameter : scenario.parameters(scenario.usual())) {
        terminal.line(
            String.format(
                "    -p %-23s %s",
                parameter.name() + "=" + parameter.standard(), parameter.help()));
      }
    }
  }
}
