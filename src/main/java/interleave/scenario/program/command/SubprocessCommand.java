package interleave.scenario.program.command;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The command line of the program that {@code Subprocess} runs. */
public final class SubprocessCommand {
  private static final boolean WINDOWS = File.separatorChar == '\\';

  private SubprocessCommand() {}

  /**
   * The words of the command.
   *
   * @param program what kind of program was asked for
   * @param own the command line of the learner's own
   * @param alone whether the program gets nothing to read
   * @throws IOException when the learner's command line makes no sense
   */
  public static List<String> of(String program, String own, boolean alone) throws IOException {
    return switch (program) {
      case "nslookup" -> nslookup(alone);
      case "sort" -> List.of("sort");
      case "missing" -> List.of("no-such-program");
      case "own" -> split(own);
      default -> OddProgram.command(program);
    };
  }

  private static List<String> nslookup(boolean alone) {
    if (isInstalled("nslookup")) {
      return alone ? List.of("nslookup", "www.python.org") : List.of("nslookup");
    }
    List<String> instead = List.of(alone ? "whoami" : "sort"); // every system has these
    System.out.println(
        "nslookup is not installed here; this is " + instead.getFirst() + " instead.");
    return instead;
  }

  private static boolean isInstalled(String program) {
    String file = WINDOWS ? program + ".exe" : program;
    for (String folder :
        System.getenv().getOrDefault("PATH", "").split(Pattern.quote(File.pathSeparator), -1)) {
      if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, file))) {
        return true;
      }
    }
    return false;
  }

  /**
   * The words of a command line: blanks part them, quotes of either kind hold them together.
   *
   * @throws IOException when there is no word, or a quote is not closed
   */
  public static List<String> split(String line) throws IOException {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean begun = false;
    char quote = 0;
    for (char c : line.toCharArray()) {
      if (quote != 0 ? c == quote : c == '"' || c == '\'') {
        quote = quote == 0 ? c : 0;
        begun = true; // '' is a word too
      } else if (quote == 0 && Character.isWhitespace(c)) {
        if (begun) {
          words.add(word.toString());
          word.setLength(0);
          begun = false;
        }
      } else {
        word.append(c);
        begun = true;
      }
    }
    if (quote != 0) {
      throw new IOException("the command line has a " + quote + " that is not closed.");
    }
    if (begun) {
      words.add(word.toString());
    }
    if (words.isEmpty()) {
      throw new IOException("the command line is empty.");
    }
    return words;
  }
}
