package interleave.app.command;

import interleave.words.Language;
import interleave.words.Words;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The words of {@code --help}, as picocli asks for them, and of what it refuses. */
public final class UsageWords extends ResourceBundle {
  private static final Words WORDS = Words.of("app/usage");

  @Override
  protected @Nullable Object handleGetObject(String key) {
    return WORDS.has(key) ? WORDS.get(key) : null;
  }

  @Override
  public Enumeration<String> getKeys() {
    return Collections.enumeration(WORDS.keys(Language.ENGLISH));
  }

  /** Why a command line is refused. */
  public static String of(ParameterException e) {
    return switch (e) {
      case UnmatchedArgumentException unmatched ->
          WORDS.get(
              "refused.unmatched", String.join(" ", new LinkedHashSet<>(unmatched.getUnmatched())));
      case MissingParameterException missing ->
          WORDS.get(
              "refused.missing",
              String.join(", ", missing.getMissing().stream().map(UsageWords::name).toList()));
      default ->
          e.getArgSpec() != null && e.getValue() != null
              ? WORDS.get("refused.value", name(e.getArgSpec()), e.getValue())
              : String.valueOf(e.getMessage());
    };
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }
}
