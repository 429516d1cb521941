package interleave.exchange.export;

import interleave.file.Progress;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Tells how far it was written to, for who writes without telling; and so it can be cancelled. */
final class HeardOutput extends FilterOutputStream {
  private final long about;
  private final Progress progress;
  private long written;

  /**
   * @param about how many bytes there will be, more or less
   */
  HeardOutput(OutputStream out, long about, Progress progress) {
    super(out);
    this.about = about;
    this.progress = progress;
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    written += length;
    Progress.check(progress, Math.min(written, about), about);
    out.write(bytes, from, length);
  }
}
