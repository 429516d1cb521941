package interleave.laboratory;

import interleave.words.Words;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.BooleanSupplier;

/** The way to one host: lines there and back. */
final class HostLink implements Closeable {
  private static final Words WORDS = Words.of("laboratory");
  private static final int LONGEST_LINE = 1 << 22;
  private static final int LOOK_MS = 100;

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final byte[] buffer = new byte[1 << 16];
  private int from;
  private int to;
  private byte[] line = new byte[256];

  private HostLink(Socket socket) throws IOException {
    this.socket = socket;
    in = socket.getInputStream();
    out = socket.getOutputStream();
    socket.setTcpNoDelay(true);
  }

  /** Where a host that is started comes to; only one that knows the token is let in. */
  static final class Door implements Closeable {
    private final ServerSocket listens;
    private final String token;

    Door() throws IOException {
      listens = new ServerSocket(0, 4, InetAddress.getLoopbackAddress());
      listens.setSoTimeout(LOOK_MS);
      byte[] secret = new byte[16];
      new SecureRandom().nextBytes(secret);
      token = HexFormat.of().formatHex(secret);
    }

    /** What the host's environment is to say. */
    String address() {
      return listens.getLocalPort() + ":" + token;
    }

    /**
     * Waits for the host.
     *
     * @param alive whether there is still somebody to wait for
     */
    HostLink await(Duration patience, BooleanSupplier alive) throws IOException {
      long until = System.nanoTime() + patience.toNanos();
      while (System.nanoTime() < until) {
        boolean wasAlive = alive.getAsBoolean();
        try {
          HostLink link = new HostLink(listens.accept());
          if (link.greets(token)) {
            return link;
          }
          link.close();
        } catch (SocketTimeoutException e) {
          if (!wasAlive) {
            throw new EOFException(WORDS.get("ended.first"));
          }
        }
      }
      throw new SocketTimeoutException(WORDS.get("silent.first", patience.toSeconds()));
    }

    @Override
    public void close() throws IOException {
      listens.close();
    }
  }

  private boolean greets(String token) throws IOException {
    try {
      List<String> hello = read(Duration.ofSeconds(5));
      return hello.size() >= 4
          && hello.get(0).equals("hello")
          && hello.get(1).equals("1")
          && hello.get(2).equals(token);
    } catch (SocketTimeoutException | EOFException e) {
      return false;
    }
  }

  /** Says a line. From any thread. */
  void say(String... fields) throws IOException {
    byte[] bytes = Line.of(fields).getBytes(StandardCharsets.UTF_8);
    synchronized (out) {
      out.write(bytes);
      out.flush();
    }
  }

  /**
   * The fields of the next line.
   *
   * @throws SocketTimeoutException when nothing comes for so long
   * @throws EOFException when the host is gone
   */
  List<String> read(Duration patience) throws IOException {
    int length = 0;
    while (true) {
      if (from == to) {
        fill(patience);
      }
      int end = from;
      while (end < to && buffer[end] != '\n') {
        end++;
      }
      int more = end - from;
      if (length + more > LONGEST_LINE) {
        throw new IOException(WORDS.get("long"));
      }
      if (length + more > line.length) {
        line = Arrays.copyOf(line, Math.max(line.length * 2, length + more));
      }
      System.arraycopy(buffer, from, line, length, more);
      length += more;
      from = end;
      if (from < to) {
        from++;
        return Line.fields(new String(line, 0, length, StandardCharsets.UTF_8));
      }
    }
  }

  private void fill(Duration patience) throws IOException {
    socket.setSoTimeout((int) Math.clamp(patience.toMillis(), 1, Integer.MAX_VALUE));
    from = 0;
    to = Math.max(0, in.read(buffer));
    if (to == 0) {
      throw new EOFException(WORDS.get("ended"));
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
