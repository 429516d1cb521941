package interleave.app.command;

import interleave.words.Words;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** Prints what makes a shell complete commands, options and the ids of scenarios. */
@Command(name = "completion", mixinStandardHelpOptions = true)
public final class CompletionCommand implements Callable<Integer> {
  private static final Words WORDS = Words.of("app");

  /** What is run may also be a file, so files come where nothing else fits. */
  private static final Pattern NO_FILES = Pattern.compile(" *type compopt .* \\+o default\\n");

  private static final Pattern LISTED = Pattern.compile("[a-z]+(\\|[a-z]+)+");

  private final Terminal terminal;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "bash|zsh",
      descriptionKey = "completion.shell",
      completionCandidates = Shells.class)
  private String shell = "";

  public CompletionCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** For which there is one. */
  static final class Shells implements Iterable<String> {
    static final List<String> ALL = List.of("bash", "zsh");

    @Override
    public Iterator<String> iterator() {
      return ALL.iterator();
    }
  }

  @Override
  public Integer call() {
    if (spec == null || !Shells.ALL.contains(shell)) {
      throw new UsageException(WORDS.get("completion.shells", shell));
    }
    String name = spec.root().name();
    offerWhatLabelsList(spec.root());
    String script =
        NO_FILES.matcher(AutoComplete.bash(name, spec.root().commandLine())).replaceAll("");
    terminal.out().print(shell.equals("zsh") ? zsh(name, script) : script);
    return 0;
  }

  /** What an option takes is often listed where its help names it: {@code light|dark|grey}. */
  private static void offerWhatLabelsList(CommandSpec of) {
    for (OptionSpec option : List.copyOf(of.options())) {
      boolean own = option.scopeType() == ScopeType.LOCAL && option.completionCandidates() == null;
      if (own && LISTED.matcher(option.paramLabel()).matches()) {
        of.remove(option);
        of.addOption(
            option.toBuilder()
                .completionCandidates(List.of(option.paramLabel().split("\\|")))
                .build());
      }
    }
    of.subcommands().values().forEach(each -> offerWhatLabelsList(each.getCommandSpec()));
  }

  /**
   * The script knows zsh, too. Where zsh has found it by its first line, it is run in the midst of
   * the first completion, and has to do that.
   */
  private static String zsh(String name, String script) {
    return "#compdef "
        + name
        + "\n"
        + script
        + "\n[ \"${funcstack[1]}\" = _"
        + name
        + " ] && _bash_complete -o default -F _complete_"
        + name
        + "\n";
  }
}
