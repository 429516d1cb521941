package interleave.view.gallery;

import interleave.view.session.Program;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What was typed into the dialog for a program of the user's own, and what is wrong with it.
 *
 * @param target a {@code .jar}, a {@code .java} file or a main class
 * @param classPath folders and jars parted as on the command line
 * @param folder the working folder, empty for the one of the target
 * @param watched {@code Class.field} with blanks or commas between them
 */
public record ProgramForm(
    String target, String classPath, String arguments, String folder, String watched) {
  private static final interleave.words.Words SAYS = Entry.WORDS;
  private static final Pattern NAME =
      Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*(\\.[\\p{L}_$][\\p{L}\\p{N}_$]*)*");

  /** Why it cannot be run, as a sentence that says what to do; empty when it can. */
  public Optional<String> refusal() {
    try {
      if (target.isBlank()) {
        return Optional.of(SAYS.get("refused.empty"));
      }
      if (isFile() && !Files.isRegularFile(path())) {
        return Optional.of(SAYS.get("refused.file", path()));
      }
      if (!isFile() && !NAME.matcher(target.strip()).matches()) {
        return Optional.of(SAYS.get("refused.name", target.strip()));
      }
      if (!isFile() && classPath.isBlank()) {
        return Optional.of(SAYS.get("refused.class-path"));
      }
      for (Path entry : entries()) {
        if (!Files.exists(entry)) {
          return Optional.of(SAYS.get("refused.entry", entry));
        }
      }
      if (!folder.isBlank() && !Files.isDirectory(Path.of(folder.strip()))) {
        return Optional.of(SAYS.get("refused.folder", folder.strip()));
      }
      for (String field : fields()) {
        if (!NAME.matcher(field).matches() || field.indexOf('.') < 0) {
          return Optional.of(SAYS.get("refused.field", field));
        }
      }
      return Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.of(SAYS.get("refused.path", e.getInput()));
    }
  }

  /** The program; only when nothing is refused. */
  public Program.Own program() {
    Path where =
        !folder.isBlank()
            ? Path.of(folder.strip())
            : isFile() ? parent(path()) : Path.of("").toAbsolutePath();
    return new Program.Own(
        isFile() ? path().toString() : target.strip(),
        entries(),
        Words.split(arguments),
        where,
        fields());
  }

  private boolean isFile() {
    String name = target.strip();
    return name.endsWith(".jar") || name.endsWith(".java");
  }

  private Path path() {
    return Path.of(target.strip()).toAbsolutePath().normalize();
  }

  private static Path parent(Path file) {
    Path parent = file.getParent();
    return parent == null ? Path.of("").toAbsolutePath() : parent;
  }

  private List<Path> entries() {
    return Arrays.stream(classPath.split(Pattern.quote(File.pathSeparator), -1))
        .map(String::strip)
        .filter(entry -> !entry.isEmpty())
        .map(entry -> Path.of(entry).toAbsolutePath().normalize())
        .toList();
  }

  private List<String> fields() {
    return Arrays.stream(watched.split("[\\s,]+", -1)).filter(field -> !field.isEmpty()).toList();
  }
}
