package interleave.program.source;

import interleave.timeline.Site;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where the source files of a program are looked for: beside what runs, and where builds have them
 * when classes are in {@code target/classes}, {@code build/classes} or a jar.
 */
final class SourceFolders {
  private static final List<String> USUAL = List.of("", "src/main/java", "src", "src/test/java");
  private static final int UP = 5;

  private final List<Path> roots;

  /**
   * @param places the working folder, folders and jars of the class path, a source file's folder
   */
  SourceFolders(List<Path> places) {
    Set<Path> found = new LinkedHashSet<>();
    for (Path place : places) {
      Path up = place.toAbsolutePath().normalize();
      for (int i = 0; i < UP && up != null; i++, up = up.getParent()) {
        for (String usual : USUAL) {
          if (i == 0 || !usual.isEmpty()) {
            found.add(up.resolve(usual));
          }
        }
      }
    }
    roots = new ArrayList<>(found);
  }

  /** The file of a place in the source. Looks at the disk: not on the window's thread. */
  Optional<Path> find(Site site) {
    if (!site.file().endsWith(".java")) {
      return Optional.empty();
    }
    String inPackage = inPackage(site);
    return roots.stream()
        .map(root -> root.resolve(inPackage))
        .filter(Files::isRegularFile)
        .findFirst();
  }

  /** The file of a place in Java, below the folder that the source's packages are in. */
  static String inPackage(Site site) {
    String owner = site.owner().replace('.', '/');
    int name = owner.lastIndexOf('/');
    return name < 0 ? site.file() : owner.substring(0, name + 1) + site.file();
  }
}
