package interleave.exchange.jfr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import interleave.file.Progress;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What we read of each event is what the JDK's own reader reads. */
class ChunkReadingTest {
  @TempDir Path folder;

  /** Puts down all events of a file. */
  private static class Listing implements ChunkSink {
    final List<String> all = new ArrayList<>();
    final List<Long> begins = new ArrayList<>();
    final List<Long> ends = new ArrayList<>();

    @Override
    public void anotherRuntime() {}

    @Override
    public void trouble(Trouble what, long at, long next) {
      all.add(what + " " + at);
    }

    @Override
    public void chunk(Chunk chunk, ChunkHead clock, boolean closed) throws IOException {
      Names names = new Names(chunk.constants());
      try {
        Stacks stacks = Stacks.of(chunk, names);
        Threads threads = new Threads(chunk);
        ChunkEvents events =
            new ChunkEvents(
                chunk,
                names,
                chunk.head(),
                Progress.UNHEARD,
                type ->
                    type.isEvent()
                        ? new Drawn(Fields.own(type), event -> add(event, stacks, threads))
                        : null);
        read(chunk, events);
      } catch (DamageException e) {
        throw new AssertionError(e);
      }
    }

    void read(Chunk chunk, ChunkEvents events) throws IOException {
      events.read(chunk.from(), chunk.to());
    }

    private void add(Fields event, Stacks stacks, Threads threads) throws DamageException {
      all.add(line(event, stacks, threads));
      begins.add(event.begin());
      ends.add(event.end());
    }

    private static String line(Fields event, Stacks stacks, Threads threads)
        throws DamageException {
      StringBuilder line = new StringBuilder(event.type.name());
      line.append(' ').append(threads.id(event.thread()));
      List<Frame> frames = stacks.frames(event.stack());
      if (!frames.isEmpty()) {
        Frame top = frames.getFirst();
        line.append(' ').append(frames.size()).append(' ').append(top.owner());
        line.append('.').append(top.function()).append(':').append(top.line());
      }
      List<String> fields = Fields.own(event.type);
      for (int i = 0; i < fields.size(); i++) {
        String value = value(event, i, threads);
        if (value != null) {
          line.append(' ').append(fields.get(i)).append('=').append(value);
        }
      }
      return line.toString();
    }

    private static String value(Fields event, int i, Threads threads) throws DamageException {
      return switch (event.sort(i)) {
        case WHOLE -> Long.toString(event.whole(i));
        case TRUTH -> Boolean.toString(event.is(i));
        case REAL -> Double.toString(event.real(i));
        case THREAD -> threads.id(event.number(i));
        case TEXT -> isText(event, i) ? "'" + event.text(i) + "'" : null;
        case OTHER -> null;
      };
    }
  }

  /** Puts them down in the order in which those of each thread come as they happened. */
  private static final class Ordered extends Listing {
    private final boolean whole;

    /**
     * @param whole whether all of a chunk is in memory, or pieces of it are looked up in the file
     */
    Ordered(boolean whole) {
      this.whole = whole;
    }

    @Override
    void read(Chunk chunk, ChunkEvents events) throws IOException {
      ThreadOrder order = ThreadOrder.of(chunk, Progress.UNHEARD);
      if (whole) {
        chunk.file().keep(chunk.from(), chunk.to());
      }
      order.read(events);
    }
  }

  /** Whether the JDK's reader makes a text or a class of it, and nothing with parts. */
  private static boolean isText(Fields event, int i) {
    RecordType type = Objects.requireNonNull(event.typeOf(i));
    return type.name().equals("java.lang.Class")
        || type.name().equals("java.lang.String")
        || type.fields().size() == 1;
  }

  /** Which threads there are, by what is the same for every reader. */
  private static final class Threads {
    private final Constants constants;
    private final Constants.Pool pool;
    private final Plan plan;

    Threads(Chunk chunk) throws DamageException {
      constants = chunk.constants();
      pool = constants.pool("java.lang.Thread");
      plan = constants.plan(pool, List.of("javaThreadId", "osThreadId"));
    }

    String id(long key) throws DamageException {
      Cursor in = new Cursor();
      if (key == 0 || !constants.find(pool, key, in)) {
        return "none";
      }
      long[] ids = new long[2];
      plan.read(in, ids);
      return told(ids[0]) + "/" + told(ids[1]);
    }
  }

  private static String jdks(RecordedEvent event) {
    StringBuilder line = new StringBuilder(event.getEventType().getName());
    line.append(' ').append(id(event.getThread()));
    if (event.getStackTrace() != null && !event.getStackTrace().getFrames().isEmpty()) {
      List<RecordedFrame> frames = event.getStackTrace().getFrames();
      RecordedFrame top = frames.getFirst();
      line.append(' ').append(frames.size()).append(' ');
      line.append(top.getMethod().getType().getName()).append('.');
      line.append(top.getMethod().getName()).append(':').append(Math.max(0, top.getLineNumber()));
    }
    event.getFields().stream()
        .filter(
            each ->
                !List.of("startTime", "duration", "eventThread", "stackTrace")
                    .contains(each.getName()))
        .forEach(
            each -> {
              Object value = event.getValue(each.getName());
              String shown =
                  switch (each.getTypeName()) {
                    case "long", "int", "short", "byte", "boolean", "double" ->
                        String.valueOf(value);
                    case "char" -> null;
                    case "float" -> Double.toString((Float) value);
                    case "java.lang.String" -> value == null ? "''" : "'" + value + "'";
                    case "java.lang.Thread" -> id((RecordedThread) value);
                    case "java.lang.Class" ->
                        value == null ? "''" : "'" + ((RecordedClass) value).getName() + "'";
                    default -> null;
                  };
              if (shown != null) {
                line.append(' ').append(each.getName()).append('=').append(shown);
              }
            });
    return line.toString();
  }

  private static String id(RecordedThread thread) {
    return thread == null
        ? "none"
        : told(thread.getJavaThreadId()) + "/" + told(thread.getOSThreadId());
  }

  private static String told(long id) {
    return id > 0 ? Long.toString(id) : "-";
  }

  private static long nanos(Instant time) {
    return TimeUnit.SECONDS.toNanos(time.getEpochSecond()) + time.getNano();
  }

  /** The JDK's reader rounds. */
  private static void assertSameTimes(List<Long> ours, Stream<Instant> jdks) {
    List<Long> expected = jdks.map(ChunkReadingTest::nanos).sorted().toList();
    List<Long> sorted = ours.stream().sorted().toList();
    assertThat(sorted).hasSameSizeAs(expected);
    for (int i = 0; i < sorted.size(); i++) {
      assertThat(sorted.get(i)).isCloseTo(expected.get(i), within(500L));
    }
  }

  private static Listing listed(Path file, Listing to) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      new Chunks(channel, () -> new Window(channel), to).read();
    }
    return to;
  }

  @ParameterizedTest
  @ValueSource(strings = {"waits-17", "waits-25", "virtual-25", "chunks-17", "profiled-25"})
  void eachEventIsWhatTheJdkReads(String name) throws IOException {
    Path file = FlightFiles.file(folder, FlightFiles.bytes(name));
    List<RecordedEvent> jdks = RecordingFile.readAllEvents(file);
    List<String> expected = jdks.stream().map(ChunkReadingTest::jdks).toList();
    Listing listing = listed(file, new Listing());
    assertThat(listing.all).hasSameSizeAs(expected);
    List<String> others = new ArrayList<>(listing.all);
    others.removeAll(expected);
    List<String> missing = new ArrayList<>(expected);
    missing.removeAll(listing.all);
    assertThat(others).as("instead of %s", missing).isEmpty();
    assertThat(missing).isEmpty();
    assertSameTimes(listing.begins, jdks.stream().map(RecordedEvent::getStartTime));
    assertSameTimes(listing.ends, jdks.stream().map(RecordedEvent::getEndTime));
  }

  @ParameterizedTest
  @ValueSource(strings = {"waits-17", "waits-25", "virtual-25", "chunks-17", "profiled-25"})
  void piecesThatStandElsewhereAreReadInOrderFromMemoryAndFromTheFile(String name)
      throws IOException {
    Path file = FlightFiles.file(folder, FlightFiles.bytes(name));
    Listing straight = listed(file, new Listing());
    Listing whole = listed(file, new Ordered(true));
    Listing pieces = listed(file, new Ordered(false));
    assertThat(pieces.all).isEqualTo(whole.all);
    assertThat(pieces.begins).isEqualTo(whole.begins);
    assertThat(pieces.all).containsExactlyInAnyOrderElementsOf(straight.all);
  }
}
