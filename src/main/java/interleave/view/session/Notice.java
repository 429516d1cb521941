package interleave.view.session;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Something the user has to be told: what happened, where, and what to do next.
 *
 * @param where the program, file or parameter it is about; may be empty
 * @param next what can be done about it; may be empty
 * @param folder where what was written lies
 */
public record Notice(Weight weight, String what, String where, String next, Optional<Path> folder) {
  public Notice(Weight weight, String what, String where, String next) {
    this(weight, what, where, next, Optional.empty());
  }

  /** How much of the user's attention it deserves. */
  public enum Weight {
    INFORMATION,
    WARNING,
    ERROR
  }

  public static Notice error(String what, String where, String next) {
    return new Notice(Weight.ERROR, what, where, next);
  }

  public static Notice warning(String what, String where, String next) {
    return new Notice(Weight.WARNING, what, where, next);
  }

  public static Notice information(String what, String where) {
    return new Notice(Weight.INFORMATION, what, where, "");
  }

  /** That files were written: one with its whole path, several in the folder of the first. */
  public static Notice written(String what, List<Path> files) {
    Optional<Path> folder =
        files.stream().findFirst().map(Path::toAbsolutePath).map(Path::getParent);
    String names =
        files.stream().map(file -> "" + file.getFileName()).collect(Collectors.joining(", "));
    String where =
        files.size() == 1 || folder.isEmpty()
            ? files.stream().map(Path::toString).collect(Collectors.joining(", "))
            : folder.get() + ": " + names;
    return new Notice(Weight.INFORMATION, what, where, "", folder);
  }

  /** That something cannot be now, and what can be done instead. */
  public static Notice advice(String what, String next) {
    return new Notice(Weight.INFORMATION, what, "", next);
  }
}
