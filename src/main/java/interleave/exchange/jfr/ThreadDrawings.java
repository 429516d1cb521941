package interleave.exchange.jfr;

import interleave.event.EventKind;
import interleave.event.Flags;
import interleave.exchange.intake.IntakeThread;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** When threads begin and end, and what becomes of virtual ones. */
final class ThreadDrawings implements Drawings {
  private final Scene scene;
  private final Arguments arguments = new Arguments();

  ThreadDrawings(Scene scene) {
    this.scene = scene;
  }

  @Override
  public @Nullable Drawn of(String type) {
    return switch (type) {
      case "jdk.ThreadStart" -> Drawn.of(this::start, "thread", "parentThread");
      case "jdk.ThreadEnd" -> Drawn.of(this::end, "thread");
      case "jdk.VirtualThreadStart" -> Drawn.of(this::begins);
      case "jdk.VirtualThreadEnd" -> Drawn.of(this::ends);
      case "jdk.VirtualThreadPinned" ->
          Drawn.of(this::pinned, "blockingOperation", "pinnedReason", "carrierThread");
      case "jdk.VirtualThreadSubmitFailed" -> Drawn.of(this::failed, "exceptionMessage");
      default -> null;
    };
  }

  private void start(Fields event) throws IOException, DamageException {
    IntakeThread thread = scene.thread(event.number(0));
    IntakeThread parent = scene.thread(event.number(1));
    if (thread == null) {
      return;
    }
    long time = scene.time(event.begin());
    thread.write(EventKind.THREAD_BEGIN, 0, 0, 0, 0, time);
    if (parent != null && parent != thread) {
      int site = scene.place(event.stack()).site();
      // Told by the new thread, when its parent may be in the middle of what came next.
      parent.write(EventKind.THREAD_STARTED, Flags.ON_BEHALF, 0, site, thread.id(), time);
    }
  }

  private void end(Fields event) throws IOException, DamageException {
    IntakeThread thread = scene.thread(event.number(0) == 0 ? event.thread() : event.number(0));
    if (thread != null) {
      thread.write(EventKind.THREAD_END, 0, 0, 0, 0, scene.time(event.begin()));
    }
  }

  private void begins(Fields event) throws IOException, DamageException {
    IntakeThread thread = scene.thread(event.thread());
    if (thread != null) {
      thread.write(EventKind.THREAD_BEGIN, 0, 0, 0, 0, scene.time(event.begin()));
    }
  }

  private void ends(Fields event) throws IOException, DamageException {
    IntakeThread thread = scene.thread(event.thread());
    if (thread != null) {
      thread.write(EventKind.THREAD_END, 0, 0, 0, 0, scene.time(event.begin()));
    }
  }

  private void pinned(Fields event) throws IOException, DamageException {
    IntakeThread thread = scene.thread(event.thread());
    if (thread == null) {
      return;
    }
    arguments.clear();
    arguments.add("blockingOperation", event.text(0));
    arguments.add("pinnedReason", event.text(1));
    IntakeThread carrier = scene.thread(event.number(2));
    if (carrier != null) {
      arguments.add("carrierThread", carrier.name());
    }
    int site = scene.place(event.stack()).site();
    scene.slice(thread, event.type.title(), site, event, arguments);
  }

  private void failed(Fields event) throws IOException, DamageException {
    IntakeThread thread = scene.thread(event.thread());
    if (thread != null) {
      int name = scene.slice(event.type.title());
      int site = scene.place(event.stack()).site();
      long time = scene.time(event.begin());
      thread.write(EventKind.INSTANT, 0, name, site, 0, time, event.text(0));
    }
  }
}
