package interleave.event;

import java.lang.StackWalker.StackFrame;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The interned places in the source of one process. */
final class Sites {
  private final ConcurrentHashMap<Place, Integer> ids = new ConcurrentHashMap<>();
  private final AtomicInteger last = new AtomicInteger();

  // The methods that the compiler gives a record cost a traced process 10 ms when first called.
  private record Place(String file, int line, String function, String owner) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Place place
          && line == place.line
          && file.equals(place.file)
          && function.equals(place.function)
          && owner.equals(place.owner);
    }

    @Override
    public int hashCode() {
      return ((owner.hashCode() * 31 + function.hashCode()) * 31 + file.hashCode()) * 31 + line;
    }
  }

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
    Optional<StackFrame> frame = StackWalker.getInstance().walk(new FirstOutside());
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

  /** A class and no lambda, which would cost a program that starts some milliseconds. */
  private static final class FirstOutside
      implements Function<Stream<StackFrame>, Optional<StackFrame>> {
    @Override
    public Optional<StackFrame> apply(Stream<StackFrame> frames) {
      for (Iterator<StackFrame> each = frames.iterator(); each.hasNext(); ) {
        StackFrame frame = each.next();
        if (!isOurs(frame.getClassName())) {
          return Optional.of(frame);
        }
      }
      return Optional.empty();
    }
  }

  private static boolean isOurs(String className) {
    return className.startsWith("interleave.event.")
        || className.startsWith("interleave.agent.")
        || className.startsWith("interleave.process.")
        || className.startsWith("java.")
        || className.startsWith("jdk.")
        || className.startsWith("sun.");
  }
}
