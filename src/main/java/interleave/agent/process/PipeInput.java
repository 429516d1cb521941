package interleave.agent.process;

import interleave.event.Flags;
import java.io.IOException;
import java.io.InputStream;

/** Reads from the pipe of a child process, and records when and how much. */
final class PipeInput extends InputStream {
  private static final int FAILED = -2;

  private final InputStream original;
  private final int pipe;
  private volatile boolean closed;

  PipeInput(InputStream original, int pipe) {
    this.original = original;
    this.pipe = pipe;
  }

  @Override
  public int read() throws IOException {
    Pipes.begin(pipe, 0);
    int result = FAILED;
    try {
      int b = original.read();
      result = b < 0 ? -1 : 1;
      return b;
    } finally {
      end(result);
    }
  }

  @Override
  public int read(byte[] bytes, int from, int count) throws IOException {
    if (count == 0) {
      return original.read(bytes, from, count);
    }
    Pipes.begin(pipe, 0);
    int result = FAILED;
    try {
      result = original.read(bytes, from, count);
      return result;
    } finally {
      end(result);
    }
  }

  @Override
  public long skip(long count) throws IOException {
    if (count <= 0) {
      return original.skip(count);
    }
    Pipes.begin(pipe, 0);
    long result = FAILED;
    try {
      result = original.skip(count);
      return result;
    } finally {
      end(result);
    }
  }

  private void end(long result) {
    int flags = result == FAILED ? Flags.FAILED : 0;
    Pipes.end(pipe, flags, Math.max(0, result));
  }

  @Override
  public int available() throws IOException {
    return original.available();
  }

  @Override
  public void close() throws IOException {
    try {
      original.close();
    } finally {
      if (!closed) {
        closed = true;
        Pipes.closed(pipe, 0);
      }
    }
  }
}
