package interleave.program.annotation;

import interleave.event.Recording;
import interleave.exchange.export.Excerpt;
import interleave.exchange.export.KeptSource;
import interleave.file.FurtherEntry;
import interleave.file.Manifest;
import interleave.file.Progress;
import interleave.program.source.SourceText;
import interleave.timeline.Timeline;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;

/** What a run that may leave was made of, with what the user added to it. */
public record AnnotatedOrigin(
    Annotations annotations, Segments segments, Supplier<List<SourceText>> texts)
    implements Excerpt.Origin {

  /** Where the segments are had. */
  @FunctionalInterface
  public interface Segments {
    Recording recording(Progress progress) throws IOException;
  }

  /** All of that run, of whose sources none are kept. */
  public static Excerpt whole(
      Timeline timeline, Manifest manifest, Annotations annotations, Segments segments) {
    return whole(timeline, manifest, new AnnotatedOrigin(annotations, segments, List::of));
  }

  /** All of that run. */
  public static Excerpt whole(Timeline timeline, Manifest manifest, AnnotatedOrigin origin) {
    return Excerpt.whole(timeline, manifest, origin.annotations().marks(), origin);
  }

  @Override
  public List<KeptSource> sources() {
    return texts.get().stream().map(each -> new KeptSource(each.name(), each.text())).toList();
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
