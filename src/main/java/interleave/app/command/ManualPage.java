package interleave.app.command;

import interleave.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The help of all commands as one page of a Unix manual, in roff. */
final class ManualPage {
  private static final Words WORDS = Words.of("app/manual");

  private final StringBuilder page = new StringBuilder();
  private final CommandSpec root;

  private ManualPage(CommandSpec root) {
    this.root = root;
  }

  static String of(CommandSpec root) {
    ManualPage made = new ManualPage(root);
    made.write();
    return made.page.toString();
  }

  private void write() {
    String name = root.name();
    macro("TH", name.toUpperCase(Locale.ROOT), "1", "", Version.name(), "");
    macro("ad", "l");
    section("name");
    line(text(name) + " \\- " + text(description(root)));
    section("synopsis");
    synopsis(root);
    commands(root).forEach(this::synopsis);
    section("description");
    line(text(WORDS.get("description")));
    section("options");
    arguments(root);
    section("commands");
    commands(root).forEach(this::command);
    section("exit");
    for (Map.Entry<String, String> code : root.usageMessage().exitCodeList().entrySet()) {
      item("\\fB" + text(code.getKey()) + "\\fR", code.getValue());
    }
    section("environment");
    for (String each : List.of("INTERLEAVE_LANGUAGE", "JAVA_HOME", "JAVA_TOOL_OPTIONS")) {
      item("\\fB" + each + "\\fR", WORDS.get("environment." + each));
    }
    section("examples");
    for (int i = 1; WORDS.has("example." + i); i++) {
      item("\\fB" + text(WORDS.get("example." + i)) + "\\fR", WORDS.get("example." + i + ".says"));
    }
  }

  /** All below it: a command may have commands of its own. */
  private static List<CommandSpec> commands(CommandSpec spec) {
    List<CommandSpec> all = new ArrayList<>();
    for (CommandLine each : spec.subcommands().values()) {
      all.add(each.getCommandSpec());
      all.addAll(commands(each.getCommandSpec()));
    }
    return all;
  }

  private void command(CommandSpec spec) {
    macro("SS", text(spec.qualifiedName()));
    line(text(description(spec)));
    arguments(spec);
  }

  private static String description(CommandSpec spec) {
    return String.join(" ", spec.usageMessage().description());
  }

  private void synopsis(CommandSpec spec) {
    StringBuilder line = new StringBuilder("\\fB" + text(spec.qualifiedName()) + "\\fR");
    if (spec.options().stream().anyMatch(each -> !each.hidden())) {
      line.append(" [").append(text(WORDS.get("some.options"))).append(']');
    }
    for (PositionalParamSpec each : spec.positionalParameters()) {
      boolean needed = each.arity().min() > 0;
      String label = "\\fI" + text(each.paramLabel()) + "\\fR";
      line.append(' ').append(needed ? label : "[" + label + "]");
    }
    macro("br");
    line(line.toString());
  }

  private void arguments(CommandSpec spec) {
    for (PositionalParamSpec each : spec.positionalParameters()) {
      item("\\fI" + text(each.paramLabel()) + "\\fR", said(each));
    }
    for (OptionSpec each : spec.options()) {
      boolean inherited =
          each.inherited() || spec != root && each.usageHelp() || each.versionHelp();
      if (!each.hidden() && !(spec != root && inherited)) {
        item(names(each), said(each));
      }
    }
  }

  private static String names(OptionSpec option) {
    StringBuilder names = new StringBuilder();
    for (String each : option.names()) {
      names.append(names.isEmpty() ? "" : ", ").append("\\fB").append(text(each)).append("\\fR");
    }
    boolean value = option.arity().max() > 0;
    return names + (value ? " \\fI" + text(option.paramLabel()) + "\\fR" : "");
  }

  private static String said(ArgSpec argument) {
    return String.join(" ", argument.renderedDescription());
  }

  private void section(String key) {
    macro("SH", text(WORDS.get("section." + key)));
  }

  private void item(String tag, String says) {
    macro("TP");
    line(tag);
    line(text(says));
  }

  private void macro(String name, String... arguments) {
    page.append('.').append(name);
    for (String each : arguments) {
      page.append(name.equals("ad") ? " " + each : " \"" + each + "\"");
    }
    page.append('\n');
  }

  private void line(String text) {
    page.append(text).append('\n');
  }

  /** As roff takes it: a dot or a quote at the beginning of a line would be an order. */
  private static String text(String text) {
    String plain =
        PlainText.of(text).replace("\\", "\\e").replace("-", "\\-").replace("\"", "\\(dq");
    return plain.startsWith(".") || plain.startsWith("'") ? "\\&" + plain : plain;
  }
}
