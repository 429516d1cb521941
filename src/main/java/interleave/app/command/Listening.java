package interleave.app.command;

import interleave.engine.Run;
import interleave.program.Program;
import interleave.words.Words;
import interleave.worker.Invitation;
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

  private final Invitation invitation;
  private final InetSocketAddress place;
  private final PassedOutput output;
  private boolean opened;

  private Listening(Invitation invitation, InetSocketAddress place, PassedOutput output) {
    this.invitation = invitation;
    this.place = place;
    this.output = output;
  }

  /** For that run; null where nobody is to join it. */
  static @Nullable Listening to(
      Run run, Program program, @Nullable InetSocketAddress place, PassedOutput output) {
    return place == null
        ? null
        : Invitation.to(run, program).map(it -> new Listening(it, place, output)).orElse(null);
  }

  /** Refuses a program that has no workers. */
  static void check(Program program) {
    if (WorkerRole.of(program).isEmpty()) {
      throw new UsageException(WORDS.get("listen.none", program.title()));
    }
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

  /** Opens the door when there is something behind it, and says what there is to say. */
  void look() {
    if (!opened && invitation.isPossible()) {
      opened = true;
      try {
        Reception open = invitation.open(place);
        output.say(WORDS.get("listen.open"));
        output.plain(open.command().text());
      } catch (IOException e) {
        output.say(WORDS.get("listen.failed", place, String.valueOf(e.getMessage())));
      }
    }
    invitation.news().forEach(news -> output.say(news.sentence()));
  }

  @Override
  public void close() {
    invitation.close();
    invitation.news().forEach(news -> output.say(news.sentence()));
    if (!opened) {
      output.say(WORDS.get("listen.no-broker"));
    }
  }
}
