package interleave.exchange;

import interleave.exchange.export.ExportFormats;
import interleave.exchange.export.SummaryFormat;
import interleave.exchange.export.chrome.ChromeFormat;
import interleave.exchange.export.figure.FigureExport;
import interleave.exchange.export.otlp.OtlpFormat;
import interleave.exchange.export.page.PageFormat;
import interleave.exchange.export.part.PartFormat;
import interleave.exchange.export.perfetto.PftraceFormat;
import interleave.exchange.export.table.TablesFormat;
import interleave.exchange.export.worksheet.WorksheetFormat;
import java.util.List;
import java.util.stream.Stream;

/** The formats in which a run leaves for other tools. */
public final class KnownExports {
  /** All of them, in the order in which they are offered. */
  public static final ExportFormats ALL =
      new ExportFormats(
          Stream.of(
                  List.of(
                      new PftraceFormat(),
                      new ChromeFormat(false),
                      new ChromeFormat(true),
                      new OtlpFormat(),
                      new TablesFormat(),
                      new SummaryFormat(),
                      new PartFormat(),
                      new PageFormat()),
                  FigureExport.all(),
                  WorksheetFormat.all())
              .flatMap(List::stream)
              .toList());

  private KnownExports() {}
}
