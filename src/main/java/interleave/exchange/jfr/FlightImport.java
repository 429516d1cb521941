package interleave.exchange.jfr;

import interleave.exchange.dump.HeldDumps;
import interleave.exchange.intake.Intake;
import interleave.exchange.intake.IntakeProcess;
import interleave.exchange.jfr.ChunkSink.Trouble;
import interleave.file.Progress;
import interleave.words.Words;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a recording of a flight recording, chunk by chunk. */
final class FlightImport {
  private static final Words WORDS = Words.of("exchange/jfr");
  private static final long NANOS = 1_000_000_000L;

  private final FileChannel file;
  private final Intake intake;
  private final Progress progress;
  private Scene.@Nullable Origin origin;

  /** Of the program whose chunks are read; null before its first. */
  private @Nullable Settings settings;

  private @Nullable IntakeProcess process;

  /** Of the process that is told of now. */
  private @Nullable HeldDumps dumps;

  private final Map<String, Long> damaged = new HashMap<>();
  private final Map<String, Long> undrawn = new HashMap<>();
  private final Map<String, Double> allocated = new HashMap<>();
  private final KnownThreads threads = new KnownThreads();
  private long lostBytes;
  private long lostSamples;

  FlightImport(FileChannel file, Intake intake, Progress progress) {
    this.file = file;
    this.intake = intake;
    this.progress = progress;
  }

  /**
   * Reads all of it.
   *
   * @throws IOException with a sentence, where there is nothing to be shown of it
   */
  void read() throws IOException {
    int chunks;
    try (ChunksAhead ahead = new ChunksAhead(file)) {
      chunks = ahead.read(this);
    }
    if (chunks == 0 || process == null) {
      throw new IOException(String.join(" ", intake.problems()));
    }
    damaged.forEach((type, count) -> intake.missing(WORDS.count("damaged.events", count, type)));
    if (lostBytes > 0) {
      intake.missing(WORDS.get("lost.bytes", lostBytes));
    }
    if (lostSamples > 0) {
      intake.problem(WORDS.count("lost.samples", lostSamples));
    }
    if (!undrawn.isEmpty()) {
      intake.problem(undrawn());
    }
  }

  /** All types of which nothing is made, those first of which there is most. */
  private String undrawn() {
    long all = undrawn.values().stream().mapToLong(Long::longValue).sum();
    List<String> types =
        undrawn.entrySet().stream()
            .sorted(
                Map.Entry.<String, Long>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(each -> WORDS.get("undrawn.type", each.getKey(), each.getValue()))
            .toList();
    return WORDS.count("undrawn", all, String.join(", ", types));
  }

  /** The chunks that follow are of another run than those before. */
  void anotherRuntime() {
    settings = null;
    allocated.clear();
    threads.clear();
  }

  /** Takes the events of a chunk, see {@link ChunkSink#chunk}. */
  void chunk(ThreadOrder order, ChunkHead clock, boolean closed) throws IOException {
    Chunk chunk = order.chunk();
    long read = read(order, clock);
    if (closed && read < chunk.to()) {
      trouble(Trouble.DAMAGED, read, chunk.to());
    }
  }

  /** Returns where what was read ends. */
  private long read(ThreadOrder order, ChunkHead clock) throws IOException {
    Chunk chunk = order.chunk();
    Names names = new Names(chunk.constants());
    try {
      Settings of = settings;
      if (of == null) {
        of = settings(order, names, clock);
        settings = of;
        IntakeProcess made = process(of, clock);
        process = made;
        dumps = new HeldDumps(intake, made);
      }
      return events(order, names, clock, of);
    } catch (DamageException e) {
      return chunk.from();
    }
  }

  /** What the first chunk of a program says of it and of how it was recorded. */
  private Settings settings(ThreadOrder order, Names names, ChunkHead clock) throws IOException {
    Chunk chunk = order.chunk();
    Settings found = new Settings(chunk.types());
    Map<String, Drawn> drawn = found.drawn();
    order.readSettings(
        new ChunkEvents(chunk, names, clock, progress, type -> drawn.get(type.name())));
    return found;
  }

  private IntakeProcess process(Settings of, ChunkHead clock) throws IOException {
    if (origin == null) {
      origin = new Scene.Origin(clock.startNanos());
      intake.wall(Instant.ofEpochSecond(0, clock.startNanos()), 0);
    }
    IntakeProcess made = intake.process(of.pid);
    String program = of.arguments.strip();
    intake.ran("java", of.jvm, of.command());
    String name = program.isEmpty() ? "" : program.split("\\s", 2)[0];
    made.name(name.isEmpty() ? "java" : name.substring(name.lastIndexOf('/') + 1));
    of.thresholds()
        .forEach(
            (least, what) ->
                intake.problem(WORDS.get("threshold", length(least), String.join(", ", what))));
    List<String> off = of.off();
    if (!off.isEmpty()) {
      intake.problem(WORDS.get("off", String.join(", ", off)));
    }
    return made;
  }

  private static String length(long ns) {
    if (ns % NANOS == 0) {
      return ns / NANOS + " s";
    }
    return ns % 1_000_000 == 0
        ? ns / 1_000_000 + " ms"
        : ns % 1000 == 0 ? ns / 1000 + " µs" : ns + " ns";
  }

  private long events(ThreadOrder order, Names names, ChunkHead clock, Settings of)
      throws IOException, DamageException {
    Chunk chunk = order.chunk();
    IntakeProcess to = process;
    Scene.Origin from = origin;
    if (to == null || from == null) {
      return chunk.from();
    }
    Scene scene = new Scene(to, chunk, names, from, threads);
    WaitDrawings waits = new WaitDrawings(scene);
    List<Drawings> drawings =
        List.of(
            type -> own(type, scene),
            waits,
            new ThreadDrawings(scene),
            new TransferDrawings(scene),
            new SampleDrawings(scene, of),
            new MachineDrawings(scene),
            new AllocationDrawings(scene, allocated),
            new OwnDrawings(scene));
    ChunkEvents events =
        new ChunkEvents(chunk, names, clock, progress, type -> drawn(type, drawings, scene));
    order.read(events);
    waits.finish();
    for (ChunkEvents.OfType each : events.types()) {
      count(each);
    }
    return order.end();
  }

  private static @Nullable Drawn drawn(RecordType type, List<Drawings> all, Scene scene) {
    for (Drawings each : all) {
      Drawn known = each.of(type.name());
      if (known != null) {
        return known;
      }
    }
    return OwnDrawings.of(type, scene);
  }

  /** What is not of one row, or is told or known already and not drawn. */
  private @Nullable Drawn own(String type, Scene scene) {
    return switch (type) {
      case "jdk.ThreadDump" -> Drawn.of(event -> dump(event, scene), "result");
      case "jdk.DataLoss" -> Drawn.of(this::loss, "amount");
      case "jdk.CPUTimeSamplesLost" -> Drawn.of(this::lost, "lostSamples");
      default -> Settings.TYPES.contains(type) ? Drawn.of(_ -> {}) : null;
    };
  }

  private void count(ChunkEvents.OfType type) {
    if (type.undrawn > 0 && !type.isOfLayout()) {
      undrawn.merge(type.name.isEmpty() ? "?" : type.name, type.undrawn, Long::sum);
    }
    if (type.damaged > 0) {
      damaged.merge(type.name, type.damaged, Long::sum);
    }
  }

  /** A whole dump of the JVM's threads, as text. */
  private void dump(Fields event, Scene scene) throws IOException, DamageException {
    HeldDumps to = dumps;
    if (to == null || !to.write(event.text(0), scene.time(event.begin()))) {
      undrawn.merge("jdk.ThreadDump", 1L, Long::sum);
    }
  }

  private void loss(Fields event) {
    lostBytes += Math.max(0, event.number(0));
  }

  private void lost(Fields event) {
    lostSamples += Math.max(0, event.whole(0));
  }

  /** Something is wrong from there on, up to where reading goes on. */
  void trouble(Trouble what, long at, long next) {
    String key =
        switch (what) {
          case NO_CHUNK -> "no-chunk";
          case TOO_OLD -> "too-old";
          case DAMAGED -> "damaged";
          case NO_TYPES -> "no-types";
          case OPEN -> "open";
          case CUT_OFF -> "cut-off";
        };
    if (what == Trouble.OPEN) {
      intake.problem(WORDS.get(key, at, next));
    } else if (what == Trouble.CUT_OFF) {
      intake.atByte(at);
      intake.torn(WORDS.get(key, at, next));
    } else {
      intake.missing(WORDS.get(key, at, next));
    }
  }
}
