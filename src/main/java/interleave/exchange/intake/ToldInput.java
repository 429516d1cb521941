package interleave.exchange.intake;

import interleave.file.ContentInput;
import java.io.FilterInputStream;
import java.io.IOException;

/** Tells the intake how far a file was read, for who hands it to a parser that does not. */
public final class ToldInput extends FilterInputStream {
  private final ContentInput content;
  private final Intake intake;

  public ToldInput(ContentInput content, Intake intake) {
    super(content);
    this.content = content;
    this.intake = intake;
  }

  /**
   * @throws java.util.concurrent.CancellationException when that is to end
   */
  @Override
  public int read(byte[] to, int from, int length) throws IOException {
    intake.at(content);
    return super.read(to, from, length);
  }
}
