package interleave.event;

import java.lang.StackWalker.StackFrame;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** The interned places in the source of one process. */
final class Sites {
  private final ConcurrentHashMap<Place, Integer> ids = new ConcurrentHashMap<>();
  private final AtomicInteger last = new AtomicInteger();

  private record Place(String file, int line, String function, String owner) {}

  int intern(String file, int line, String function, String owner, ThreadLog log) {
    Place place = new Place(file, line, function, owner);
    Integer known = ids.get(place);
    if (known != null) {
      return known;
    }
    int id = last.incrementAndGet();
    Integer before = ids.putIfAbsent(place, id);
    if (before != null) {
      return before;
    }
    log.text(
        EventKind.DEFINE_SITE,
        0,
        0,
        id,
        line,
        file.concat("\n").concat(function).concat("\n").concat(owner));
    return id;
  }

  int caller(ThreadLog log) {
    Optional<StackFrame> frame = StackWalker.getInstance().walk(Sites::firstOutside);
    if (frame.isEmpty()) {
      return 0;
    }
    StackFrame at = frame.get();
    String file = at.getFileName();
    return intern(
        file == null ? "" : file,
        Math.max(0, at.getLineNumber()),
        at.getMethodName(),
        at.getClassName(),
        log);
  }

  private static Optional<StackFrame> firstOutside(Stream<StackFrame> frames) {
    return frames.filter(frame -> !isOurs(frame.getClassName())).findFirst();
  }

  private static boolean isOurs(String className) {
    return className.startsWith("interleave.event.")
        || className.startsWith("interleave.agent.")
        || className.startsWith("interleave.process.")
        || className.startsWith("java.")
        || className.startsWith("jdk.");
  }
}
