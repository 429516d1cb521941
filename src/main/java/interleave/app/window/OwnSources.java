package interleave.app.window;

import interleave.program.Program;
import interleave.timeline.Site;
import interleave.view.source.SourceFolders;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javafx.application.Platform;

/** The source files of one program of the user's own, found when a thread is first met in them. */
final class OwnSources {
  private final SourceFolders folders;
  private final Map<String, Optional<Path>> found = new HashMap<>();

  OwnSources(Program.Own own) {
    List<Path> places = new ArrayList<>();
    places.add(own.folder());
    places.addAll(own.classPath());
    if (own.target().endsWith(".jar") || own.isSource()) {
      places.add(Path.of(own.target()));
    }
    int modules = own.options().indexOf("-p");
    if (modules >= 0 && modules + 1 < own.options().size()) {
      Pattern.compile(Pattern.quote(java.io.File.pathSeparator))
          .splitAsStream(own.options().get(modules + 1))
          .filter(path -> !path.isBlank())
          .map(Path::of)
          .forEach(places::add);
    }
    folders = new SourceFolders(places);
  }

  private static boolean isJava(Site site) {
    return site.file().endsWith(".java");
  }

  /** Python tells whole paths; packages that were installed are not the user's to read. */
  private static Optional<Path> script(Site site) {
    if (site.file().contains("site-packages") || site.file().contains("dist-packages")) {
      return Optional.empty();
    }
    try {
      return Optional.of(Path.of(site.file())).filter(Files::isRegularFile);
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }

  /** By what name events know a file. */
  static String name(Path file) {
    Path simple = file.getFileName();
    return file.toString().endsWith(".java") && simple != null
        ? simple.toString()
        : file.toAbsolutePath().normalize().toString();
  }

  /** Tells {@code there} the file of that place, if there is one. On the JavaFX thread. */
  void find(Site site, Consumer<Path> there) {
    String key = site.owner() + " " + site.file();
    Optional<Path> known = found.get(key);
    if (known != null) {
      known.ifPresent(there);
      return;
    }
    Thread.ofVirtual()
        .start(
            () -> {
              Optional<Path> file = isJava(site) ? folders.find(site) : script(site);
              Platform.runLater(
                  () -> {
                    found.put(key, file);
                    file.ifPresent(there);
                  });
            });
  }
}
