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
import java.io.PrintStream;
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
      printJson();
    } else {
      printText(terminal.out());
      terminal.out().println(python());
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

  private static void printText(PrintStream out) {
    Group group = null;
    for (Scenario scenario : Catalogue.all()) {
      if (scenario.group() != group) {
        group = scenario.group();
        out.println(group.title());
      }
      out.printf("  %-26s %s%n", scenario.id(), scenario.summary());
      for (Parameter parameter : scenario.parameters(scenario.usual())) {
        out.printf(
            "    -p %-23s %s%n", parameter.name() + "=" + parameter.standard(), parameter.help());
      }
    }
  }

  private void printJson() throws IOException {
    try (JsonGenerator to = Json.to(terminal.out())) {
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
    terminal.out().println();
  }
}
