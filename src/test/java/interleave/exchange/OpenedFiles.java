package interleave.exchange;

import interleave.file.Manifest;
import interleave.file.OpenedRecording;
import interleave.file.Progress;
import interleave.tail.LiveTimeline;
import interleave.timeline.ThreadLane;
import interleave.timeline.Timeline;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Files of other tools, opened as a user opens them. */
public record OpenedFiles(Timeline timeline, List<String> problems, Manifest manifest) {
  /** One that stands beside the tests, below their package. */
  public static OpenedFiles resource(String name) throws IOException {
    return of(path(name));
  }

  public static Path path(String name) {
    try {
      return Path.of(OpenedFiles.class.getResource(name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  public static OpenedFiles text(Path folder, String name, String text) throws IOException {
    return of(Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8)));
  }

  public static OpenedFiles of(Path... files) throws IOException {
    OpenedRecording opened =
        files.length == 1
            ? KnownFormats.ALL.open(files[0], Progress.UNHEARD)
            : KnownFormats.ALL.open(List.of(files), Progress.UNHEARD);
    try (opened) {
      Timeline timeline = LiveTimeline.load(opened.recording());
      return new OpenedFiles(timeline, opened.problems(), opened.manifest());
    }
  }

  public String title() {
    return manifest.title();
  }

  /** The only lane of that name. */
  public ThreadLane lane(String name) {
    return timeline.lanes().stream()
        .filter(lane -> lane.name().equals(name))
        .reduce((_, _) -> fail(name))
        .orElseThrow();
  }

  private static ThreadLane fail(String name) {
    throw new IllegalStateException("several of " + name);
  }
}
