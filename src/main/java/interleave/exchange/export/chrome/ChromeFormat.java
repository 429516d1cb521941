package interleave.exchange.export.chrome;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import interleave.exchange.export.Excerpt;
import interleave.exchange.export.ExportFormat;
import interleave.exchange.export.trace.TraceWalk;
import interleave.file.Progress;
import interleave.words.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** A trace of Chrome's, as it is or packed by gzip. */
public final class ChromeFormat implements ExportFormat {
  private static final JsonFactory JSON =
      JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

  private static final int BUFFER = 1 << 16;

  private final boolean packed;

  /**
   * @param packed whether it is packed by gzip
   */
  public ChromeFormat(boolean packed) {
    this.packed = packed;
  }

  @Override
  public List<String> suffixes() {
    return packed ? List.of(".json.gz") : List.of(".json");
  }

  @Override
  public String title() {
    return Words.of("exchange/export").get(packed ? "chrome.packed" : "chrome");
  }

  @Override
  public void write(Excerpt what, OutputStream out, Progress progress) throws IOException {
    if (packed) {
      GZIPOutputStream to = new GZIPOutputStream(out, BUFFER);
      json(what, to, progress);
      to.finish();
    } else {
      json(what, out, progress);
    }
  }

  private static void json(Excerpt what, OutputStream out, Progress progress) throws IOException {
    try (JsonGenerator json = JSON.createGenerator(out)) {
      TraceWalk.tell(what, new ChromeWriter(json), progress);
    }
  }
}
