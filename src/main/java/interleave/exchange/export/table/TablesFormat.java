package interleave.exchange.export.table;

import interleave.exchange.export.Excerpt;
import interleave.exchange.export.ExportFormat;
import interleave.file.Progress;
import interleave.words.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** All tables of a run, each a file of its own. */
public final class TablesFormat implements ExportFormat {
  private static final List<ExportFormat> TABLES =
      List.of(
          new TableFormat(new SpanTable("spans")),
          new TableFormat(new SpanTable("waits")),
          new TableFormat(new HoldTable()),
          new TableFormat(new MessageTable()),
          new TableFormat(new TaskTable()),
          new TableFormat(new OutputTable()),
          new TableFormat(new AccessTable()),
          new TableFormat(new SliceTable()),
          new TableFormat(new CounterTable()),
          new TableFormat(new SampleTable()));

  @Override
  public List<String> suffixes() {
    return List.of(".csv");
  }

  @Override
  public String title() {
    return Words.of("exchange/export").get("tables");
  }

  @Override
  public List<ExportFormat> parts() {
    return TABLES;
  }

  /** One after the other, with an empty line between them. */
  @Override
  public void write(Excerpt what, OutputStream out, Progress progress) throws IOException {
    double share = 1.0 / TABLES.size();
    for (int i = 0; i < TABLES.size(); i++) {
      if (i > 0) {
        out.write(new byte[] {'\r', '\n'});
      }
      TABLES.get(i).write(what, out, progress.part(i * share, (i + 1) * share));
    }
  }
}
