package interleave.program.source;

import interleave.program.Program;
import interleave.timeline.Site;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The source files of one program of the user's own. */
public final class ProgramSources {
  private final SourceFolders folders;

  public ProgramSources(Program.Own own) {
    List<Path> places = new ArrayList<>();
    places.add(own.folder());
    places.addAll(own.classPath());
    if (own.target().endsWith(".jar") || own.isSource()) {
      places.add(Path.of(own.target()));
    }
    int modules = own.options().indexOf("-p");
    if (modules >= 0 && modules + 1 < own.options().size()) {
      Pattern.compile(Pattern.quote(File.pathSeparator))
          .splitAsStream(own.options().get(modules + 1))
          .filter(path -> !path.isBlank())
          .map(Path::of)
          .forEach(places::add);
    }
    folders = new SourceFolders(places);
  }

  /** The file of that place in the source, if there is one. */
  public Optional<Path> find(Site site) {
    return isJava(site) ? folders.find(site) : script(site);
  }

  static boolean isJava(Site site) {
    return site.file().endsWith(".java");
  }

  /** Python tells whole paths; packages that were installed are not the user's to read. */
  private static Optional<Path> script(Site site) {
    if (site.file().isEmpty()
        || site.file().contains("site-packages")
        || site.file().contains("dist-packages")) {
      return Optional.empty();
    }
    try {
      return Optional.of(Path.of(site.file())).filter(Files::isRegularFile);
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }

  /** By what name events know a file. */
  public static String name(Path file) {
    Path simple = file.getFileName();
    return file.toString().endsWith(".java") && simple != null
        ? simple.toString()
        : file.toAbsolutePath().normalize().toString();
  }
}
