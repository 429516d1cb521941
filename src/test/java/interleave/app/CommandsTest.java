package interleave.app;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.app.command.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A command is known alone where it is asked for, and with all others where it is not. */
final class CommandsTest {
  private static String said(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream to = new PrintStream(out, true, StandardCharsets.UTF_8);
    Main.execute(new Terminal(to, to, false), arguments);
    return out.toString(StandardCharsets.UTF_8);
  }

  /** As the usage of the whole lists them. */
  static Stream<String> commands() {
    List<String> lines = said("--language", "en", "--help").lines().toList();
    int list = lines.indexOf("Commands:");
    return lines.subList(list + 1, lines.size()).stream()
        .filter(each -> each.matches("  [a-z]+( .*)?"))
        .map(each -> each.strip().split(" ", 2)[0]);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void aCommandSaysTheSameAloneAsAmongAll(String name) {
    assertThat(commands()).contains("info", "man", "lesson").hasSizeGreaterThan(10);
    assertThat(said(name, "--language", "en", "--help"))
        .startsWith("Usage: interleave " + name)
        .isEqualTo(said("--language", "en", name, "--help"));
  }
}
