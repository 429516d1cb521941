package interleave.app.window;

import interleave.exchange.export.Excerpt;
import interleave.exchange.export.figure.FigureExport;
import interleave.exchange.export.worksheet.WorksheetFormat;
import interleave.figure.Figure;
import interleave.figure.FigureOptions;
import interleave.figure.FigureTheme;
import interleave.figure.Paper;
import interleave.file.Manifest;
import interleave.program.RunOrigin;
import interleave.timeline.picture.FigurePart;
import interleave.typeface.Typecase;
import interleave.view.control.NoticeStack;
import interleave.view.figure.FigureCard;
import interleave.view.figure.FigureCopy;
import interleave.view.figure.FigureSettings;
import interleave.view.figure.WorksheetCard;
import interleave.view.session.Notice;
import interleave.view.session.RecordedRun;
import interleave.view.session.Session;
import interleave.words.Words;
import java.time.Instant;
import java.util.Optional;
import javafx.application.Platform;

/** Figures of the run in sight: asked for, copied and saved. */
final class RunFigures {
  private static final Words WORDS = Words.of("app/window");
  private static final String KEPT = "figure";
  private static final String KEPT_SHEET = "worksheet";

  private final Session session;
  private final TimelinePanes timelines;
  private final WindowSettings settings;
  private final SystemDialogs doors;
  private final NoticeStack notices;

  RunFigures(
      Session session,
      TimelinePanes timelines,
      WindowSettings settings,
      SystemDialogs doors,
      NoticeStack notices) {
    this.session = session;
    this.timelines = timelines;
    this.settings = settings;
    this.doors = doors;
    this.notices = notices;
  }

  /**
   * Asks how a figure is wished.
   *
   * @param away takes the card away
   */
  FigureCard card(Excerpt run, Runnable away) {
    return new FigureCard(
        run,
        timelines.subject(run.manifest()),
        timelines.visible(),
        timelines.askedRange(),
        FigureSettings.of(settings.text(KEPT, "")),
        new Wishes(away));
  }

  /**
   * The run in sight as one looks at it; empty where there is none.
   *
   * @param range only the time that is asked about, or else in sight
   */
  Optional<Figure> seen(boolean range, int scale, boolean dark) {
    Optional<RunOrigin> origin = session.shown();
    if (!timelines.hasRun() || origin.isEmpty()) {
      return Optional.empty();
    }
    Manifest manifest =
        session
            .take()
            .flatMap(RecordedRun::excerpt)
            .map(Excerpt::manifest)
            .orElseGet(() -> Manifest.titled(origin.get().title(), Instant.now()));
    FigureOptions options =
        FigureOptions.USUAL
            .on(Paper.USUAL.scaled(scale))
            .in(dark ? FigureTheme.DARK : FigureTheme.LIGHT)
            .with(FigurePart.TABLEAU, false)
            .in(range ? timelines.pictured().orElse(null) : null);
    return Optional.of(new Figure(timelines.subject(manifest), options, Typecase.shared()));
  }

  /** Asks how a worksheet is wished, and makes it. */
  WorksheetCard worksheet(Excerpt run, Runnable away) {
    return new WorksheetCard(
        run,
        sheet(settings.text(KEPT_SHEET, "")),
        wish -> {
          away.run();
          WorksheetFormat format = wish.format();
          settings.put(
              KEPT_SHEET,
              new FigureSettings(format.suffixes().getFirst(), format.options()).text());
          settings.save();
          doors
              .export(format, run.manifest().title())
              .ifPresent(file -> session.export(format, wish.what(), file));
        });
  }

  private static WorksheetFormat sheet(String kept) {
    if (kept.isEmpty()) {
      return WorksheetFormat.all().getFirst();
    }
    FigureSettings before = FigureSettings.of(kept);
    return WorksheetFormat.all().stream()
        .filter(each -> each.suffixes().contains(before.suffix()))
        .findFirst()
        .orElse(WorksheetFormat.all().getFirst())
        .with(before.options());
  }

  private final class Wishes implements FigureCard.Wishes {
    private final Runnable away;

    Wishes(Runnable away) {
      this.away = away;
    }

    @Override
    public void save(FigureExport format, Excerpt what) {
      away.run();
      settings.save();
      doors
          .export(format, what.manifest().title())
          .ifPresent(file -> session.export(format, what, file));
    }

    @Override
    public void copy(Figure figure) {
      settings.save();
      RunFigures.this.copy(figure);
    }

    @Override
    public void keep(FigureSettings wished) {
      settings.put(KEPT, wished.text());
    }
  }

  /** Drawn on another thread, as it may be large. */
  void copy(Figure figure) {
    Thread.ofVirtual()
        .start(
            () -> {
              FigureCopy copy = FigureCopy.of(figure);
              Platform.runLater(
                  () -> {
                    copy.put();
                    notices.tell(Notice.information(WORDS.get("picture.copied"), copy.size()));
                  });
            });
  }
}
