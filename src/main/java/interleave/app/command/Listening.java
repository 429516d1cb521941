package interleave.app.command;

import interleave.engine.Run;
import interleave.program.Program;
import interleave.words.Words;
import interleave.worker.MachineAddresses;
import interleave.worker.Reception;
import interleave.worker.WorkerRole;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/**
 * Lets workers on other machines join a run without a window, as soon as it has a broker; and says
 * by which command they do, who has come, and who was sent away.
 */
final class Listening implements AutoCloseable {
  private static final Words WORDS = Words.of("app");
  private static final int LARGEST_PORT = 65_535;

  private final Run run;
  private final WorkerRole role;
  private final InetSocketAddress place;
  private final PassedOutput output;
  private @Nullable Reception reception;
  private boolean failed;

  private Listening(Run run, WorkerRole role, InetSocketAddress place, PassedOutput output) {
    this.run = run;
    this.role = role;
    this.place = place;
    this.output = output;
  }

  /** For that run; null where nobody is to join it. */
  static @Nullable Listening to(
      Run run, Program program, @Nullable InetSocketAddress place, PassedOutput output) {
    return place == null ? null : new Listening(run, role(program), place, output);
  }

  /** What workers of that program do; refuses one that has none. */
  static WorkerRole role(Program program) {
    return WorkerRole.of(program)
        .orElseThrow(() -> new UsageException(WORDS.get("listen.none", program.title())));
  }

  /**
   * Where to listen.
   *
   * @param text {@code host}, {@code host:port}, {@code :port}, or nothing
   */
  static InetSocketAddress place(String text) {
    int colon = text.endsWith("]") ? -1 : text.lastIndexOf(':');
    String host = colon < 0 ? text : text.substring(0, colon);
    String port = colon < 0 ? "0" : text.substring(colon + 1);
    boolean isPort = port.matches("\\d{1,5}") && Integer.parseInt(port) <= LARGEST_PORT;
    try {
      if (isPort) {
        InetAddress address = host.isEmpty() ? usual() : InetAddress.getByName(host);
        return new InetSocketAddress(address, Integer.parseInt(port));
      }
    } catch (UnknownHostException e) {
      // as if it were no port
    }
    throw new UsageException(WORDS.get("listen.usage", text));
  }

  private static InetAddress usual() {
    return MachineAddresses.all().stream().findFirst().orElse(InetAddress.getLoopbackAddress());
  }

  /** Opens the door when there is something behind it. */
  void look() {
    if (reception != null || failed || !Reception.isPossible(run.recording().folder())) {
      return;
    }
    try {
      Reception open = Reception.open(run.recording().folder(), role, place, this::told);
      reception = open;
      output.say(WORDS.get("listen.open"));
      output.plain(open.command().text());
    } catch (IOException e) {
      failed = true;
      output.say(WORDS.get("listen.failed", place, String.valueOf(e.getMessage())));
    }
  }

  private void told(String sentence) {
    output.say(sentence);
    run.note(sentence);
  }

  @Override
  public void close() {
    if (reception != null) {
      reception.close();
    } else if (!failed) {
      output.say(WORDS.get("listen.no-broker"));
    }
  }
}
