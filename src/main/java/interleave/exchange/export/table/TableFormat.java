package interleave.exchange.export.table;

import interleave.exchange.export.Excerpt;
import interleave.exchange.export.ExportFormat;
import interleave.file.Progress;
import interleave.words.Words;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** One table as comma-separated values: UTF-8 without a mark, lines that end with CR and LF. */
final class TableFormat implements ExportFormat {
  private final Table table;

  TableFormat(Table table) {
    this.table = table;
  }

  @Override
  public List<String> suffixes() {
    return List.of("." + table.name() + ".csv");
  }

  @Override
  public String title() {
    return Words.of("exchange/export").get("table." + table.name());
  }

  @Override
  public void write(Excerpt what, OutputStream out, Progress progress) throws IOException {
    Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
    List<String> columns = table.columns();
    Rows rows = new Rows(what, text, columns.size(), progress, table.size(what));
    rows.head(columns);
    table.tell(what, rows);
    text.flush();
  }
}
