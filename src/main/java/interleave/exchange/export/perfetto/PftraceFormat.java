package interleave.exchange.export.perfetto;

import interleave.exchange.export.Excerpt;
import interleave.exchange.export.ExportFormat;
import interleave.exchange.export.trace.TraceWalk;
import interleave.file.Progress;
import interleave.words.Words;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** A trace of Perfetto's. */
public final class PftraceFormat implements ExportFormat {
  private static final int BUFFER = 1 << 16;

  @Override
  public List<String> suffixes() {
    return List.of(".pftrace", ".perfetto-trace");
  }

  @Override
  public String title() {
    return Words.of("exchange/export").get("perfetto");
  }

  @Override
  public void write(Excerpt what, OutputStream out, Progress progress) throws IOException {
    BufferedOutputStream to = new BufferedOutputStream(out, BUFFER);
    TraceWalk.tell(what, new PacketSink(to), progress);
    to.flush();
  }
}
