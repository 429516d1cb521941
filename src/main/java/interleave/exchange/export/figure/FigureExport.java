package interleave.exchange.export.figure;

import interleave.exchange.export.Excerpt;
import interleave.exchange.export.ExportFormat;
import interleave.figure.Figure;
import interleave.figure.FigureOptions;
import interleave.figure.FigureRun;
import interleave.figure.FigureSubject;
import interleave.figure.format.FigureFormat;
import interleave.figure.format.FigureFormats;
import interleave.file.Progress;
import interleave.timeline.ThreadLane;
import interleave.typeface.Typecase;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A format of figures, with how they are wanted.
 *
 * @param options but for the range of time and the threads, which what leaves tells
 * @param seen how the run is looked at; empty for as one begins to look
 */
public record FigureExport(FigureFormat format, FigureOptions options, Optional<FigureSubject> seen)
    implements ExportFormat {
  /** All formats of figures, as they usually are. */
  public static List<FigureExport> all() {
    return FigureFormats.ALL.stream()
        .map(each -> new FigureExport(each, FigureOptions.USUAL, Optional.empty()))
        .toList();
  }

  public FigureExport with(FigureOptions others) {
    return new FigureExport(format, others, seen);
  }

  @Override
  public List<String> suffixes() {
    return List.of(format.suffix());
  }

  @Override
  public String title() {
    return format.title();
  }

  @Override
  public void write(Excerpt what, OutputStream out, Progress progress) throws IOException {
    format.write(figure(what, Typecase.shared()), out, progress);
  }

  /** What is written. */
  public Figure figure(Excerpt what, Typecase type) {
    FigureSubject subject =
        seen.orElseGet(() -> FigureRun.subject(what.timeline(), what.manifest()))
            .marked(what.marks());
    return new Figure(subject, chosen(what), type);
  }

  private FigureOptions chosen(Excerpt what) {
    FigureOptions some = options;
    if (!what.range().isWhole(what.timeline())) {
      some = some.in(what.range());
    }
    if (!what.lanes().isAll()) {
      some =
          some.of(
              what.timeline().lanes().stream()
                  .map(ThreadLane::index)
                  .filter(what.lanes()::has)
                  .collect(Collectors.toSet()));
    }
    return some;
  }
}
