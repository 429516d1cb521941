package interleave.app.window;

import interleave.program.source.SourceText;
import interleave.timeline.Site;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;

/** The source files of one program of the user's own, found when a thread is first met in them. */
final class OwnSources {
  private final Function<Site, Optional<SourceText>> finding;
  private final Map<String, Optional<SourceText>> found = new HashMap<>();

  /**
   * @param finding looks at the disk
   */
  OwnSources(Function<Site, Optional<SourceText>> finding) {
    this.finding = finding;
  }

  /** Tells {@code there} the file of that place, if there is one. On the JavaFX thread. */
  void find(Site site, Consumer<SourceText> there) {
    String key = site.owner() + " " + site.file();
    Optional<SourceText> known = found.get(key);
    if (known != null) {
      known.ifPresent(there);
      return;
    }
    Thread.ofVirtual()
        .start(
            () -> {
              Optional<SourceText> file = finding.apply(site);
              Platform.runLater(
                  () -> {
                    found.put(key, file);
                    file.ifPresent(there);
                  });
            });
  }
}
