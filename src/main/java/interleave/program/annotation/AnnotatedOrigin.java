package interleave.program.annotation;

import interleave.event.Recording;
import interleave.exchange.export.Excerpt;
import interleave.file.FurtherEntry;
import interleave.file.Manifest;
import interleave.file.Progress;
import interleave.timeline.Timeline;
import java.io.IOException;
import java.util.List;

/** What a run that may leave was made of, with what the user added to it. */
public record AnnotatedOrigin(Annotations annotations, Segments segments)
    implements Excerpt.Origin {

  /** Where the segments are had. */
  @FunctionalInterface
  public interface Segments {
    Recording recording(Progress progress) throws IOException;
  }

  /** All of that run. */
  public static Excerpt whole(
      Timeline timeline, Manifest manifest, Annotations annotations, Segments segments) {
    return Excerpt.whole(
        timeline, manifest, annotations.marks(), new AnnotatedOrigin(annotations, segments));
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
