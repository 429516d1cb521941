package interleave.agent.process;

import interleave.event.Flags;
import java.io.IOException;
import java.io.OutputStream;

/** Writes into the pipe of a child process, and records when and how much. */
final class PipeOutput extends OutputStream {
  private final OutputStream original;
  private final int pipe;
  private volatile boolean closed;

  PipeOutput(OutputStream original, int pipe) {
    this.original = original;
    this.pipe = pipe;
  }

  @Override
  public void write(int b) throws IOException {
    Pipes.begin(pipe, Flags.WRITE);
    boolean done = false;
    try {
      original.write(b);
      done = true;
    } finally {
      end(done, 1);
    }
  }

  @Override
  public void write(byte[] bytes, int from, int count) throws IOException {
    if (count == 0) {
      original.write(bytes, from, count);
      return;
    }
    Pipes.begin(pipe, Flags.WRITE);
    boolean done = false;
    try {
      original.write(bytes, from, count);
      done = true;
    } finally {
      end(done, count);
    }
  }

  private void end(boolean done, int count) {
    int flags = Flags.WRITE | (done ? 0 : Flags.FAILED);
    Pipes.end(pipe, flags, done ? count : 0);
  }

  @Override
  public void flush() throws IOException {
    original.flush();
  }

  @Override
  public void close() throws IOException {
    try {
      original.close();
    } finally {
      if (!closed) {
        closed = true;
        Pipes.closed(pipe, Flags.WRITE);
      }
    }
  }
}
