package interleave.program.annotation;

import interleave.event.Recording;
import interleave.exchange.export.Excerpt;
import interleave.exchange.export.KeptSource;
import interleave.file.FurtherEntry;
import interleave.file.Manifest;
import interleave.file.Progress;
import interleave.program.source.SavedSources;
import interleave.program.source.SourceText;
import interleave.timeline.Site;
import interleave.timeline.Timeline;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a run that may leave was made of, with what the user added to it. */
public record AnnotatedOrigin(Annotations annotations, Segments segments, Sources texts)
    implements Excerpt.Origin {

  /** Where the segments are had. */
  @FunctionalInterface
  public interface Segments {
    Recording recording(Progress progress) throws IOException;

    /** What was derived of them, to be kept with all of them. */
    default List<? extends FurtherEntry> derived() {
      return List.of();
    }

    /** Those, of which that was derived. */
    static Segments of(Segments segments, List<? extends FurtherEntry> derived) {
      return new Segments() {
        @Override
        public Recording recording(Progress progress) throws IOException {
          return segments.recording(progress);
        }

        @Override
        public List<? extends FurtherEntry> derived() {
          return derived;
        }
      };
    }
  }

  /** Where the sources are had, if the program is the user's own and they are kept. */
  public interface Sources {
    /** All of them, the program's own file first. */
    List<SourceText> all();

    /** That in which a place is. */
    default Optional<SourceText> find(Site site) {
      return all().stream().filter(each -> each.name().equals(site.file())).findFirst();
    }

    /** To keep them with what leaves as a recording. */
    default List<? extends FurtherEntry> entries() {
      return List.of();
    }

    /** Those that a file keeps. */
    static Sources of(SavedSources kept) {
      return new Sources() {
        @Override
        public List<SourceText> all() {
          return kept.all();
        }

        @Override
        public List<? extends FurtherEntry> entries() {
          return kept.entries();
        }

        @Override
        public Optional<SourceText> find(Site site) {
          return kept.find(site);
        }
      };
    }
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
    return texts.all().stream().map(each -> new KeptSource(each.name(), each.text())).toList();
  }

  @Override
  public Optional<String> source(Site site) {
    return texts.find(site).map(SourceText::text);
  }

  @Override
  public Recording recording(Progress progress) throws IOException {
    return segments.recording(progress);
  }

  @Override
  public List<? extends FurtherEntry> beside() {
    List<FurtherEntry> beside = new ArrayList<>(texts.entries());
    beside.add(new KeptAnnotations(() -> annotations));
    return beside;
  }

  @Override
  public List<? extends FurtherEntry> derived() {
    return segments.derived();
  }
}
