package interleave.agent.control;

import interleave.agent.control.word.Explorer;
import interleave.agent.control.word.Journal;
import interleave.agent.control.word.Schedule;
import interleave.event.Clock;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The connection to the explorer that the environment names. What a run tells is sent when it is
 * asked for and at the end; what the explorer says is read by a thread of its own, so that it may
 * say at any time that it has had enough.
 */
final class Link implements Explorer {
  private static final int LARGE = 1 << 20;

  private final Socket socket;
  private final OutputStream out;
  private final Journal journal = new Journal();
  private final ArrayDeque<String[]> orders = new ArrayDeque<>();
  private boolean closed;

  /** The one that was asked for last. */
  private String run = "";

  private volatile boolean stopped;

  /**
   * What the explorer wants: one run.
   *
   * @param arguments of the program, where they are not those of the others; else empty
   */
  record Order(String id, Schedule schedule, String[] arguments) {}

  private Link(Socket socket) throws IOException {
    this.socket = socket;
    this.out = socket.getOutputStream();
  }

  /** Null where no explorer is named. */
  static @Nullable Link open(String language) throws IOException {
    String named = System.getenv(Clock.CONTROL_VARIABLE);
    int colon = named == null ? -1 : named.indexOf(':');
    if (named == null || colon < 0) {
      return null;
    }
    int port = Integer.parseInt(named.substring(0, colon));
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    Link link = new Link(socket);
    String token = named.substring(colon + 1);
    link.journal.line("hello").field(1).field(token).plain(language).end();
    link.flush();
    Thread reader = new Thread(null, link.new Reader(), "interleave explorer", 0, false);
    reader.setDaemon(true);
    RecordedRun.service(reader);
    reader.start();
    return link;
  }

  private final class Reader implements Runnable {
    @Override
    public void run() {
      try (BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
        for (String line = in.readLine(); line != null; line = in.readLine()) {
          take(line.split("\t", -1));
        }
      } catch (IOException e) {
        // The explorer is gone.
      }
      take(new String[] {"bye"});
    }
  }

  private synchronized void take(String[] words) {
    if (words[0].equals("stop") || words[0].equals("bye")) {
      stopped = true;
      closed |= words[0].equals("bye");
    }
    orders.add(words);
    notifyAll();
  }

  /** The next run that is asked for; null when it is enough. */
  synchronized @Nullable Order next() {
    while (!closed) {
      String[] words = orders.poll();
      if (words == null) {
        awaitWord();
      } else if (words[0].equals("run") && words.length >= 5) {
        stopped = false;
        run = words[1];
        return order(words);
      }
    }
    return null;
  }

  private static Order order(String[] words) {
    String[] arguments = Arrays.copyOfRange(words, 5, words.length);
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = Journal.unescaped(arguments[i]);
    }
    int most = Integer.parseInt(words[4]);
    return new Order(words[1], new Schedule(words[2], words[3].equals("ask"), most), arguments);
  }

  private void awaitWord() {
    try {
      wait();
    } catch (InterruptedException e) {
      // Nobody of ours does that: the program's thread will see it.
      Thread.currentThread().interrupt();
      closed = true;
    }
  }

  @Override
  public Journal journal() {
    return journal;
  }

  @Override
  public boolean stopped() {
    return stopped;
  }

  @Override
  public synchronized @Nullable String ask() {
    flush();
    boolean interrupted = Thread.interrupted();
    try {
      while (!closed && !stopped) {
        String[] words = orders.poll();
        if (words == null) {
          awaitWord();
        } else if (words[0].equals("choose") && words.length > 1) {
          return words[1];
        }
      }
      return null;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Sends what was written down. */
  void flush() {
    try {
      out.write(journal.take().getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException e) {
      stopped = true;
    }
  }

  @Override
  public void over() {
    journal.line("over").plain(run).end();
    flush();
  }

  /** Sends what has become much. */
  @Override
  public void relieve() {
    if (journal.length() > LARGE) {
      flush();
    }
  }
}
