package interleave.app.command;

import com.fasterxml.jackson.core.JsonGenerator;
import interleave.engine.Interpreter;
import interleave.engine.StartException;
import interleave.program.Program;
import interleave.scenario.Catalogue;
import interleave.scenario.Group;
import interleave.scenario.Parameter;
import interleave.scenario.ProgramLanguage;
import interleave.scenario.Scenario;
import interleave.words.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Names the scenarios and their parameters. */
@Command(name = "list", mixinStandardHelpOptions = true)
public final class ListCommand implements Callable<Integer> {
  private static final Words WORDS = Words.of("app");

  private final Terminal terminal;

  @Option(names = "--json", descriptionKey = "list.json")
  private boolean json;

  public ListCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (json) {
      Json.print(terminal, ListCommand::write);
    } else {
      printText();
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

  private void printText() {
    Group group = null;
    for (Scenario scenario : Catalogue.all()) {
      if (scenario.group() != group) {
        group = scenario.group();
        terminal.line(group.title());
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

  private static void write(JsonGenerator to) throws IOException {
    to.writeStartArray();
    for (Scenario scenario : Catalogue.all()) {
      to.writeStartObject();
      to.writeStringField("id", scenario.id());
      to.writeStringField("group", scenario.group().title());
      to.writeStringField("title", scenario.title());
      to.writeStringField("summary", scenario.summary());
      if (scenario.java().isPresent()) {
        to.writeStringField("main_class", scenario.java().get().mainClass());
      }
      to.writeArrayFieldStart("languages");
      for (ProgramLanguage language : scenario.languages()) {
        to.writeString(language.id());
      }
      to.writeEndArray();
      to.writeArrayFieldStart("parameters");
      for (Parameter parameter : scenario.parameters(scenario.usual())) {
        to.writeStartObject();
        to.writeStringField("name", parameter.name());
        to.writeStringField("label", parameter.label());
        to.writeStringField("help", parameter.help());
        to.writeStringField("default", parameter.standard());
        to.writeEndObject();
      }
      to.writeEndArray();
      to.writeEndObject();
    }
    to.writeEndArray();
  }
}
