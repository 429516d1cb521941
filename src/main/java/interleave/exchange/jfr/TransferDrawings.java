package interleave.exchange.jfr;

import interleave.event.EventKind;
import interleave.event.Flags;
import interleave.exchange.intake.IntakeThread;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads and writes of sockets and files: their threads wait, and a slice tells for what. */
final class TransferDrawings implements Drawings {
  private final Scene scene;
  private final Arguments arguments = new Arguments();

  TransferDrawings(Scene scene) {
    this.scene = scene;
  }

  @Override
  public @Nullable Drawn of(String type) {
    return switch (type) {
      case "jdk.SocketRead" -> socket(0, "bytesRead");
      case "jdk.SocketWrite" -> socket(Flags.WRITE, "bytesWritten");
      case "jdk.FileRead" -> file(0, "bytesRead");
      case "jdk.FileWrite" -> file(Flags.WRITE, "bytesWritten");
      case "jdk.FileForce" -> file(Flags.WRITE, "none");
      default -> null;
    };
  }

  private Drawn socket(int flags, String bytes) {
    return Drawn.of(event -> socket(event, flags), bytes, "host", "address", "port");
  }

  private Drawn file(int flags, String bytes) {
    return Drawn.of(event -> file(event, flags), bytes, "path");
  }

  private void socket(Fields event, int flags) throws IOException, DamageException {
    arguments.clear();
    String host = event.text(1);
    arguments.add("host", host.isEmpty() ? event.text(2) : host);
    arguments.add("port", event.number(3));
    transfer(event, flags);
  }

  private void file(Fields event, int flags) throws IOException, DamageException {
    arguments.clear();
    arguments.add("path", event.text(1));
    transfer(event, flags);
  }

  private void transfer(Fields event, int flags) throws IOException, DamageException {
    IntakeThread thread = scene.thread(event.thread());
    if (thread == null) {
      return;
    }
    long bytes = Math.max(0, event.number(0));
    if (event.field(0) != null) {
      arguments.add("bytes", bytes);
    }
    int site = scene.place(event.stack()).site();
    thread.write(EventKind.IO_BEGIN, flags, 0, site, 0, scene.time(event.begin()));
    scene.slice(thread, event.type.title(), site, event, arguments);
    thread.write(EventKind.IO_END, flags, 0, site, bytes, scene.time(event.end()));
  }
}
