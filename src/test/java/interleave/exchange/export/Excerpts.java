package interleave.exchange.export;

import interleave.event.Recording;
import interleave.file.FurtherEntry;
import interleave.file.Manifest;
import interleave.file.Progress;
import interleave.timeline.Timeline;
import interleave.timeline.range.TimeMark;
import interleave.timeline.sketch.EveryKind;
import interleave.timeline.sketch.Sketches;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What leaves in tests. */
public final class Excerpts {
  private static final Manifest MANIFEST =
      new Manifest(
          Manifest.FORMAT,
          Instant.parse("2026-03-01T10:00:00Z"),
          "Everything",
          null,
          Map.of(),
          "python",
          null,
          List.of("python3", "every thing.py"),
          "exit 0",
          Map.of());

  private Excerpts() {}

  /** All of a run; of what it was made of nothing is known. */
  public static Excerpt of(Timeline timeline) {
    return of(timeline, List.of(new TimeMark(timeline.start() + 5, "=here, \"it\" turns")));
  }

  /** The same without a mark. */
  public static Excerpt unmarked(Timeline timeline) {
    return of(timeline, List.of());
  }

  private static Excerpt of(Timeline timeline, List<TimeMark> marks) {
    return Excerpt.whole(
        timeline,
        MANIFEST,
        marks,
        new Excerpt.Origin() {
          @Override
          public Recording recording(Progress progress) {
            throw new IllegalStateException("a sketch has no segments");
          }

          @Override
          public List<FurtherEntry> beside() {
            return List.of();
          }
        });
  }

  /** Runs of many kinds. */
  public static List<Timeline> timelines() {
    return List.of(
        EveryKind.timeline(), Sketches.queue(), Sketches.hosts(), Sketches.pool(), Sketches.lock());
  }
}
