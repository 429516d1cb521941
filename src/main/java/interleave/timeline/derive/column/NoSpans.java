package interleave.timeline.derive.column;

import interleave.timeline.Spans;
import interleave.timeline.ThreadState;

/** The spans of what never did anything; one for all. */
public enum NoSpans implements Spans {
  NONE;

  @Override
  public int size() {
    return 0;
  }

  @Override
  public long start(int i) {
    throw new IndexOutOfBoundsException(i);
  }

  @Override
  public long end(int i) {
    throw new IndexOutOfBoundsException(i);
  }

  @Override
  public ThreadState state(int i) {
    throw new IndexOutOfBoundsException(i);
  }

  @Override
  public int object(int i) {
    throw new IndexOutOfBoundsException(i);
  }

  @Override
  public About about(int i) {
    throw new IndexOutOfBoundsException(i);
  }

  @Override
  public int site(int i) {
    throw new IndexOutOfBoundsException(i);
  }

  @Override
  public String label(int i) {
    throw new IndexOutOfBoundsException(i);
  }

  @Override
  public Verb verb(int i) {
    throw new IndexOutOfBoundsException(i);
  }

  @Override
  public int at(long time) {
    return -1;
  }

  @Override
  public long nanosIn(ThreadState state, long from, long to) {
    return 0;
  }
}
