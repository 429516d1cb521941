package interleave.view.timeline;

import interleave.figure.Figure;
import interleave.figure.FigureOptions;
import interleave.figure.FigureSubject;
import interleave.figure.FigureTheme;
import interleave.figure.Paper.Unit;
import interleave.figure.format.FigureFormats;
import interleave.file.Progress;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.draw.DisplayList;
import interleave.timeline.layout.Folds;
import interleave.timeline.layout.Viewport;
import interleave.timeline.picture.FigureCaption;
import interleave.timeline.picture.FigurePart;
import interleave.timeline.range.TimeRange;
import interleave.typeface.Typecase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A figure for the galleries that people look at. */
record TimelineFigure(Timeline timeline, Caption caption, Paper paper, Sight sight) {
  record Caption(String title, String subtitle, List<String> parameters) {}

  record Paper(FigureTheme theme, double width, int scale, boolean stage) {}

  /** What of the run is shown; null for all of it. */
  record Sight(
      @Nullable Viewport viewport, long playhead, @Nullable ThingRef selection, Folds folds) {
    static final Sight WHOLE = new Sight(null, Timeline.OPEN, null, Folds.NONE);

    static Sight at(long playhead, @Nullable Viewport viewport) {
      return new Sight(viewport, playhead, null, Folds.NONE);
    }
  }

  private Figure figure() {
    FigureCaption words =
        new FigureCaption(caption.title, caption.subtitle, caption.parameters, List.of());
    FigureSubject subject =
        FigureSubject.of(timeline, () -> words, "", Instant.EPOCH)
            .seen(sight.folds, sight.playhead, sight.selection, null);
    Viewport window = sight.viewport;
    interleave.figure.Paper size =
        interleave.figure.Paper.USUAL.wide(paper.width, Unit.PX).scaled(paper.scale);
    FigureOptions options =
        FigureOptions.USUAL
            .on(size)
            .in(paper.theme)
            .with(FigurePart.TABLEAU, paper.stage)
            .in(window == null ? null : new TimeRange(window.start(), window.end()));
    return new Figure(subject, options, Typecase.shared());
  }

  DisplayList list() {
    return figure().whole();
  }

  void save(Path file) throws IOException {
    FigureFormats.save(FigureFormats.of(file).orElseThrow(), figure(), file, Progress.UNHEARD);
  }
}
