package interleave.laboratory;

import interleave.explore.Operation;
import interleave.explore.SharedObject;
import interleave.explore.Step;
import interleave.explore.Subject;
import interleave.explore.ThreadId;
import interleave.explore.Trace;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Hosts without a process: threads that speak the protocol, and run a subject of the tests. */
class FakeHosts implements Hosts {
  private final Subject subject;

  /** What is done instead of a run, by the run's number in all hosts. */
  interface Mischief {
    /** Whether it did something in place of the run. */
    boolean instead(int run, String id, Writer out, Socket socket) throws IOException;
  }

  private final Mischief mischief;
  final List<Fake> started = new CopyOnWriteArrayList<>();
  private final AtomicInteger runs = new AtomicInteger();

  FakeHosts(Subject subject, Mischief mischief) {
    this.subject = subject;
    this.mischief = mischief;
  }

  static FakeHosts honest(Subject subject) {
    return new FakeHosts(subject, (_, _, _, _) -> false);
  }

  /** How many runs they were asked for, those that warm up included. */
  int runs() {
    return runs.get();
  }

  @Override
  public Host start(String address) throws IOException {
    Fake fake = new Fake(address);
    started.add(fake);
    Thread.ofVirtual().start(fake::serve);
    return fake;
  }

  @Override
  public void close() {}

  class Fake implements Host {
    private final Socket socket;
    private final String token;
    private volatile boolean alive = true;

    Fake(String address) throws IOException {
      int colon = address.indexOf(':');
      int port = Integer.parseInt(address.substring(0, colon));
      socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setTcpNoDelay(true); // as hosts do: else each long answer waits 40 ms for its rest
      token = address.substring(colon + 1);
    }

    private void serve() {
      try (BufferedReader in =
              new BufferedReader(
                  new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
          Writer out = new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8)) {
        out.write(Line.of("hello", "1", token, "java"));
        out.flush();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
          List<String> fields = Line.fields(line);
          if (fields.getFirst().equals("bye")) {
            break;
          }
          if (fields.getFirst().equals("run")
              && !mischief.instead(runs.getAndIncrement(), fields.get(1), out, socket)) {
            run(fields, in, out);
          }
          out.flush();
        }
      } catch (IOException e) {
        // The other end is gone.
      }
      alive = false;
    }

    private void run(List<String> fields, BufferedReader in, Writer out) throws IOException {
      List<ThreadId> schedule =
          fields.get(2).isEmpty()
              ? List.of()
              : List.of(fields.get(2).split(" ")).stream().map(ThreadId::new).toList();
      Optional<Subject.Chooser> chooser =
          fields.get(3).equals("ask")
              ? Optional.of((steps, enabled) -> ask(enabled, in, out))
              : Optional.empty();
      Trace trace =
          subject.run(new Subject.Order(schedule, chooser, Integer.parseInt(fields.get(4))));
      tell(trace, fields.get(1), out);
    }

    private static Optional<ThreadId> ask(List<ThreadId> enabled, BufferedReader in, Writer out) {
      try {
        out.write(Line.of("ask", ids(enabled)));
        out.flush();
        List<String> answer = Line.fields(in.readLine());
        return answer.getFirst().equals("choose")
            ? Optional.of(new ThreadId(answer.get(1)))
            : Optional.empty();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public boolean isAlive() {
      return alive;
    }

    @Override
    public String lastWords() {
      return "last words";
    }

    @Override
    public void leave() {}

    @Override
    public void end() {
      try {
        socket.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** A trace, as a host tells it. */
  static void tell(Trace trace, String id, Writer out) throws IOException {
    Set<Integer> objects = new HashSet<>();
    Set<ThreadId> threads = new HashSet<>();
    int stand = 0;
    for (int i = 0; i <= trace.steps().size(); i++) {
      if (i > 0) {
        Step step = trace.steps().get(i - 1);
        String ids = ids(step.enabled());
        out.write(
            step.late()
                ? Line.of("step", step.thread().text(), ids, "late")
                : Line.of("step", step.thread().text(), ids));
        out.write(Line.of("did", step.thread().text(), step.did()));
      }
      for (; stand < trace.stands().size() && trace.stands().get(stand).after() <= i; stand++) {
        Trace.Stand each = trace.stands().get(stand);
        if (threads.add(each.thread())) {
          out.write(Line.of("thread", each.thread().text(), trace.threads().get(each.thread())));
        }
        Operation next = each.operation();
        if (next.object() != 0 && objects.add(next.object())) {
          SharedObject object = trace.objects().get(next.object());
          out.write(Line.of("object", "" + object.number(), object.type(), object.name()));
        }
        out.write(
            Line.of(
                "next",
                each.thread().text(),
                next.kind().word(),
                "" + next.object(),
                next.detail(),
                next.place().file(),
                "" + next.place().line()));
      }
    }
    for (Trace.Told told : trace.told()) {
      out.write(Line.of("told", told.place().file(), "" + told.place().line(), told.key()));
    }
    for (var value : trace.ending().values().entrySet()) {
      out.write(Line.of("value", value.getKey(), value.getValue()));
    }
    out.write(Line.of("out", trace.ending().output()));
    out.write(Line.of("ended", trace.ending().kind().word(), trace.ending().text()));
    out.write(Line.of("over", id));
  }

  private static String ids(List<ThreadId> threads) {
    return threads.stream().map(ThreadId::text).collect(Collectors.joining(" "));
  }
}
