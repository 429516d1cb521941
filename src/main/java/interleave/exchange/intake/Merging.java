package interleave.exchange.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What there is of one thread in several places, read together. */
final class Merging implements AutoCloseable {
  private final boolean childrenFirst;
  private final List<Cursor> parts = new ArrayList<>();

  Merging(boolean childrenFirst) {
    this.childrenFirst = childrenFirst;
  }

  /** What came before what is added later. */
  void add(Cursor part) {
    parts.add(part);
  }

  void addAll(List<Run> runs) throws IOException {
    for (Run run : runs) {
      parts.add(run.read());
    }
  }

  Cursor all() throws IOException {
    return new MergedCursor(parts, childrenFirst);
  }

  @Override
  public void close() throws IOException {
    for (Cursor part : parts) {
      if (part instanceof SegmentCursor written) {
        written.close();
      } else if (part instanceof Run.Reading run) {
        run.close();
      }
    }
  }
}
