package interleave.app.command;

import interleave.app.Main;
import interleave.file.Leftovers;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Runs the command line in this JVM and keeps what it says. */
record Said(int code, String out, String err) {
  /** Without what is said of recordings that tests left behind which kill. */
  static Said by(String... args) {
    new Leftovers().news();
    return with(args);
  }

  /** With all that it says. */
  static Said with(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false);
    int code = Main.execute(terminal, args);
    return new Said(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
