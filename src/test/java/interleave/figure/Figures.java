package interleave.figure;

import interleave.timeline.Timeline;
import interleave.timeline.picture.FigureCaption;
import interleave.typeface.Typecase;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Figures of sketched runs. */
public final class Figures {
  public static final FigureCaption CAPTION =
      new FigureCaption(
          "Queue",
          "What one thread puts the other takes.",
          List.of("values: A, B, C"),
          List.of("Interleave, Linux, 2 processors", "29 November 2026"));

  /** The bundled typefaces alone, so that it is the same on every machine. */
  public static final Typecase BUNDLED = new Typecase(_ -> Optional.empty());

  private Figures() {}

  public static Figure of(Timeline timeline, FigureCaption caption, FigureOptions options) {
    FigureSubject subject =
        FigureSubject.of(timeline, () -> caption, "", Instant.parse("2026-11-29T20:00:00Z"));
    return new Figure(subject, options, BUNDLED);
  }

  public static Figure of(Timeline timeline, FigureOptions options) {
    return of(timeline, CAPTION, options);
  }
}
