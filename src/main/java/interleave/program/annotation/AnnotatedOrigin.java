package interleave.program.annotation;

import interleave.event.Recording;
import interleave.exchange.export.Excerpt;
import interleave.file.FurtherEntry;
import interleave.file.Manifest;
import interleave.file.Progress;
import interleave.timeline.Site;
import interleave.timeline.Timeline;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What a run that may leave was made of, with what the user added to it. */
public record AnnotatedOrigin(Annotations annotations, Segments segments, Sources sources)
    implements Excerpt.Origin {

  /** Where the segments are had. */
  @FunctionalInterface
  public interface Segments {
    Recording recording(Progress progress) throws IOException;
  }

  /** Where the texts of sources are had. */
  @FunctionalInterface
  public interface Sources {
    Sources NONE = site -> Optional.empty();

    Optional<String> text(Site site);
  }

  /** All of that run, of whose sources none is kept. */
  public static Excerpt whole(
      Timeline timeline, Manifest manifest, Annotations annotations, Segments segments) {
    return whole(timeline, manifest, annotations, segments, Sources.NONE);
  }

  /** All of that run. */
  public static Excerpt whole(
      Timeline timeline,
      Manifest manifest,
      Annotations annotations,
      Segments segments,
      Sources sources) {
    return Excerpt.whole(
        timeline,
        manifest,
        annotations.marks(),
        new AnnotatedOrigin(annotations, segments, sources));
  }

  @Override
  public Optional<String> source(Site site) {
    return sources.text(site);
  }

  @Override
  public Recording recording(Progress progress) throws IOException {
    return segments.recording(progress);
  }

  @Override
  public List<? extends FurtherEntry> beside() {
    return List.of(new KeptAnnotations(() -> annotations));
  }
}
