package interleave.exchange.intake;

import interleave.event.EventKind;
import interleave.event.Recording;
import interleave.event.SlotFormat;
import interleave.event.TracedRuntime;
import interleave.file.Content;
import interleave.file.ContentInput;
import interleave.file.Leftovers;
import interleave.file.MachineClock;
import interleave.file.Manifest;
import interleave.file.OpenedRecording;
import interleave.file.Progress;
import interleave.file.Stages;
import interleave.words.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Takes what a foreign file tells, and makes a recording of it. An importer asks it for processes,
 * these for threads, names and places, and writes events; {@link #finish} follows.
 */
public final class Intake {
  /** So many bytes of slots are written at once. */
  static final int PIECE = 1 << 18;

  /** Where memory is short those threads write theirs first that have so many records. */
  private static final int RELIEVED = 64;

  /** The name of what has no room for its own. */
  static final String OTHERS = "…";

  private static final Words WORDS = Words.of("exchange");

  /** Times are stored so much later than they are told, so that none is 0. */
  private static final long LATER = 1L << 62;

  private static final long FURTHEST = 1L << 61;

  /** The first event is so much after zero. */
  private static final long FIRST = TimeUnit.SECONDS.toNanos(1);

  /** Such pids are free for processes that have none, or one that no system has. */
  private static final long UNUSED_PIDS = 1L << 30;

  private static final long LARGEST_PID = Integer.MAX_VALUE;

  /**
   * What a file may hold.
   *
   * @param bytes of events that wait in memory
   */
  record Limits(int processes, int threads, int names, long characters, long bytes) {
    static final Limits USUAL = new Limits(10_000, 250_000, 1_000_000, 1L << 26, 1L << 26);
  }

  /** To read it takes so much of the whole; then what came out of order is put into it. */
  private static final double READ = 0.9;

  private final Recording recording;
  private final Stages reading;
  private final Progress finishing;
  private Progress progress;

  /** What is read at once; empty where it is one after the other. */
  private List<ContentInput> together = List.of();

  private final Limits limits;
  private final Unknowns unknowns = new Unknowns();

  /** Of those that are found when slices are nested, which another thread does. */
  private final Unknowns unnested = new Unknowns();

  private final Writing writing = new Writing(this);
  private final OpenSegments open = new OpenSegments();
  private final List<String> problems = new ArrayList<>();

  /** Those of them that say that the file ends too early. */
  private final List<String> torn = new ArrayList<>();

  private final Map<Long, IntakeProcess> processes = new HashMap<>();
  private final List<IntakeProcess> all = new ArrayList<>();
  private final Slots slots = new Slots();
  private String placeKey = "at-byte";
  private long placeNumber;
  private boolean incomplete;
  private boolean zoned = true;
  private final List<String> hosts = new ArrayList<>();
  private int segments;
  private int threads;
  private int rows;
  private long lastTaken;
  private long lastSize = 1;
  private long finished;
  private long toFinish;
  private int names;
  private long characters;
  private long held;
  private final Times times = new Times();
  private @Nullable Instant wall;
  private long wallTime;
  private @Nullable String language;
  private @Nullable String runtime;
  private List<String> command = List.of();

  public Intake(Recording recording, Progress progress) {
    this(recording, progress, Limits.USUAL);
  }

  Intake(Recording recording, Progress progress, Limits limits) {
    this.recording = recording;
    Stages whole = new Stages(progress);
    reading = new Stages(whole.upTo(READ));
    finishing = whole.upTo(1);
    this.progress = reading.upTo(1);
    this.limits = limits;
  }

  /** Reads what a file holds. */
  @FunctionalInterface
  public interface Reading {
    /**
     * @throws IOException with a sentence, where there is nothing to be shown of it
     */
    void read(ContentInput from, Intake to) throws IOException;
  }

  /**
   * The recording that is made of a file, of what in it begins so.
   *
   * @throws IOException with a sentence, where there is nothing to be shown of it
   */
  public static OpenedRecording open(
      Path file, Predicate<byte[]> begins, Progress progress, Reading reading) throws IOException {
    List<Content> inside = Content.all(file, begins);
    Content content = inside.isEmpty() ? Content.of(file, begins) : inside.getFirst();
    return Leftovers.copy(
        recording -> {
          Intake intake = new Intake(recording, progress);
          try (ContentInput in = content.open()) {
            reading.read(in, intake);
            intake.packing(in);
            intake.archive(file, List.of(content));
            intake.finish();
            intake.check(file);
          } finally {
            intake.abandon();
          }
          return new OpenedRecording(
              intake.manifest(file), recording, intake.problems(), intake.isIncomplete());
        });
  }

  /** Reads what several files hold. */
  @FunctionalInterface
  public interface ReadingOfAll {
    /**
     * @param from in the order in which they were named, at least one
     * @throws IOException with a sentence, where there is nothing to be shown of it
     */
    void read(List<Content> from, Intake to) throws IOException;
  }

  /**
   * One recording of several files, and of all in them that begins so; where nothing does, of the
   * files as they are.
   *
   * @throws IOException with a sentence, where there is nothing to be shown of it
   */
  public static OpenedRecording openAll(
      List<Path> files, Predicate<byte[]> begins, Progress progress, ReadingOfAll reading)
      throws IOException {
    List<Content> contents = new ArrayList<>();
    for (Path file : files) {
      List<Content> inside = Content.all(file, begins);
      contents.addAll(inside.isEmpty() ? List.of(Content.of(file, begins)) : inside);
    }
    return Leftovers.copy(
        recording -> {
          Intake intake = new Intake(recording, progress);
          try {
            reading.read(contents, intake);
            for (Path file : files) {
              intake.archive(file, contents.stream().filter(each -> each.isOf(file)).toList());
            }
            intake.finish();
            intake.check(files.getFirst());
          } finally {
            intake.abandon();
          }
          Path first = files.getFirst();
          String title = String.valueOf(first.getFileName());
          String all = files.size() == 1 ? title : WORDS.get("title.more", title, files.size() - 1);
          Manifest manifest = Manifest.titled(all, intake.began(first), intake.clock());
          return new OpenedRecording(manifest, recording, intake.problems(), intake.isIncomplete());
        });
  }

  /**
   * The process of that pid. One that no system has, as a negative one, gets another, and its own
   * as its name.
   */
  public IntakeProcess process(long pid) throws IOException {
    IntakeProcess known = processes.get(pid);
    if (known == null) {
      boolean usual = pid > 0 && pid <= LARGEST_PID;
      known = made(usual ? pid : UNUSED_PIDS + processes.size());
      processes.put(pid, known);
      if (!usual) {
        known.name(Long.toString(pid));
      }
    }
    return known;
  }

  /** The same on another machine; the first is 0. */
  public IntakeProcess process(int host, long pid) throws IOException {
    if (host == 0) {
      return process(pid);
    }
    long own = (long) host << Integer.SIZE;
    IntakeProcess known = processes.get(own | pid & 0xFFFF_FFFFL);
    if (known == null) {
      boolean usual = pid > 0 && pid <= LARGEST_PID;
      known = made(own | (usual ? pid : UNUSED_PIDS + processes.size()));
      processes.put(own | pid & 0xFFFF_FFFFL, known);
    }
    return known;
  }

  /** A file is of several machines: the next of them, from the first on, is called so. */
  public void host(String name) {
    hosts.add(name);
  }

  private IntakeProcess made(long pid) throws IOException {
    if (all.size() >= limits.processes) {
      throw new IOException(WORDS.get("many-processes", limits.processes, place()));
    }
    IntakeProcess made = new IntakeProcess(this, pid);
    all.add(made);
    return made;
  }

  /** Something that is not drawn: words of its own in the bundle, or what the file calls it. */
  public void unknown(String sort) {
    unknowns.count(sort);
  }

  public void unknown(String sort, long number) {
    unknowns.count(sort, number);
  }

  /** What is wrong with the file, one sentence. */
  public void problem(String sentence) {
    problems.add(sentence);
  }

  /** As {@link #problem}, where some of what the file should hold is missing therefore. */
  public void missing(String sentence) {
    incomplete = true;
    problems.add(sentence);
  }

  /** Whether some of what the file should hold is missing. */
  public boolean isIncomplete() {
    return incomplete;
  }

  /** The file is torn off or damaged here: what comes before that is shown. */
  public void cutOff() {
    torn(WORDS.get("cut-off", place()));
  }

  /** As {@link #missing}, of an end that may be that of how the file is packed. */
  public void torn(String sentence) {
    torn.add(sentence);
    missing(sentence);
  }

  /** What lies beside that in an archive is told, since it is not shown. */
  private void archive(Path file, List<Content> shown) throws IOException {
    if (shown.stream().anyMatch(Content::isOfCutArchive)) {
      missing(WORDS.get("archive-cut"));
    }
    List<String> others = Content.beside(file, shown);
    if (!others.isEmpty()) {
      int count = others.size();
      problem(
          shown.size() == 1
              ? WORDS.get("further", shown.getFirst().name(), count, others.getFirst())
              : WORDS.count("beside", count, others.getFirst()));
    }
  }

  /** One sentence, where what is packed ends too early: not a second one on what is in it. */
  public void packing(ContentInput in) {
    String damage = in.damage();
    if (damage != null) {
      boolean said = problems.removeAll(torn);
      missing(said ? WORDS.get("cut-off.packed", place()) : damage);
    }
    torn.clear();
  }

  /**
   * All is read.
   *
   * @throws IOException where nothing of it can be shown: an empty picture would look like success
   */
  private void check(Path file) throws IOException {
    if (times.isEmpty()) {
      List<String> told = problems();
      String what = told.isEmpty() ? WORDS.get("nothing.at-all") : String.join(" ", told);
      throw new IOException(WORDS.get("nothing", file, what));
    }
  }

  /**
   * What is read from now on, by {@link #at} or otherwise, ends at that share of the way: for files
   * that are gone through several times, and for several files.
   *
   * @return what hears of it
   */
  public Progress upTo(double share) {
    progress = reading.upTo(share);
    return progress;
  }

  /** Those are read at once: how far one came is how far all of them are. */
  public void together(List<ContentInput> inputs) {
    together = List.copyOf(inputs);
  }

  /**
   * How far the file was read: for the progress, and for sentences that tell where.
   *
   * @throws java.util.concurrent.CancellationException when that is to end
   */
  public void at(ContentInput in) {
    long taken = in.taken();
    long size = in.size();
    for (ContentInput other : together) {
      taken += other == in ? 0 : other.taken();
      size += other == in ? 0 : other.size();
    }
    at(in.position(), taken, size);
  }

  /** As {@link #at(ContentInput)}, where another thread reads. */
  public void at(long position, long taken, long size) {
    atByte(position);
    lastTaken = taken;
    lastSize = size;
    meanwhile();
  }

  /**
   * Nothing more was read, but there is much to be done about what was.
   *
   * @throws java.util.concurrent.CancellationException when that is to end
   */
  public void meanwhile() {
    Progress.check(progress, lastTaken, lastSize);
  }

  /** Where what follows stands, for sentences. */
  public void atByte(long position) {
    placeKey = "at-byte";
    placeNumber = position;
  }

  /** Where what follows stands, for sentences. */
  public void atLine(long line) {
    placeKey = "at-line";
    placeNumber = line;
  }

  /** Where in the file that is which is read now, as sentences say it. */
  public String place() {
    return WORDS.get(placeKey, placeNumber);
  }

  /** As {@link #wall}, of a clock in a zone that the file does not tell. */
  public void localWall(Instant clock, long time) {
    wall(clock, time);
    zoned = false;
  }

  /** What it was on the clock on the wall at a time of the file. */
  public void wall(Instant clock, long time) {
    wall = clock;
    wallTime = time;
  }

  /**
   * What was run, as far as that is told.
   *
   * @param language as of {@link Manifest}
   * @param by what ran it; empty where that is not told
   */
  public void ran(String language, String by, List<String> commandLine) {
    this.language = language;
    runtime = by.isEmpty() ? null : by;
    command = List.copyOf(commandLine);
  }

  private Manifest manifest(Path file) throws IOException {
    return new Manifest(
        Manifest.FORMAT,
        began(file),
        String.valueOf(file.getFileName()),
        null,
        Map.of(),
        language,
        runtime,
        command,
        null,
        clock());
  }

  /** Which time it was on the clock on the wall, where the file tells that. */
  private Map<String, String> clock() {
    Instant known = wall;
    if (known == null) {
      return Manifest.undated();
    }
    return times.isEmpty() || !zoned ? Map.of() : MachineClock.of(begun(known), FIRST);
  }

  /** When the first event was, where that is told. */
  private Instant began(Path file) throws IOException {
    Instant known = wall;
    return known == null || times.isEmpty()
        ? Files.getLastModifiedTime(file).toInstant()
        : begun(known);
  }

  private Instant begun(Instant known) {
    return known.plusNanos(times.first() - LATER - wallTime);
  }

  /** All is read: makes the recording whole. */
  public void finish() throws IOException {
    for (IntakeProcess each : all) {
      each.last();
    }
    writing.finish();
    List<ImportedSegment> own = new ArrayList<>();
    List<Integer> ends = new ArrayList<>();
    List<IntakeProcess> sorted = new ArrayList<>(all);
    toBeFinished(0, sorted.size());
    sorted.sort(Comparator.comparingLong(IntakeProcess::sortIndex));
    for (IntakeProcess each : sorted) {
      each.finish(own);
      ends.add(own.size());
      toBeFinished(ends.size(), sorted.size());
    }
    long begin = times.isEmpty() ? LATER : times.first();
    tellHosts(begin);
    int from = 0;
    for (int i = 0; i < sorted.size(); i++) {
      // Processes stand in the order in which they began.
      ImportedSegment.Header header = sorted.get(i).header(begin + i, FIRST - begin);
      finish(sorted.get(i).common(begin + i), header);
      for (ImportedSegment each : own.subList(from, ends.get(i))) {
        finish(each, header);
      }
      from = ends.get(i);
    }
  }

  private void finish(ImportedSegment segment, ImportedSegment.Header header) throws IOException {
    if (times.haveStrangers()) {
      long begin = times.first();
      long strangers = segment.blank(time -> Times.isStrange(time, begin));
      unknowns.count(Unknowns.STRANGE_TIME, strangers);
    }
    segment.finish(header);
  }

  /** Nothing more is written, whether all was or not. */
  private void abandon() {
    writing.abandon();
    try {
      open.close();
    } catch (IOException e) {
      // What is whole was closed before; nobody wants the rest.
    }
  }

  private void toBeFinished(long done, long total) {
    finished = done;
    toFinish = total;
    finishing();
  }

  /** What came out of order is still being put into it. */
  void finishing() {
    Progress.check(finishing, finished, toFinish);
  }

  private void tellHosts(long begin) throws IOException {
    for (int i = 0; i < hosts.size(); i++) {
      byte[] utf8 = name(hosts.get(i)).getBytes(StandardCharsets.UTF_8);
      slots.put(EventKind.HOST.code(), 0, 0, i, 0, begin - 1, utf8, 0, utf8.length);
    }
    if (!hosts.isEmpty()) {
      ImportedSegment told = segment();
      told.append(slots);
      told.finish(new ImportedSegment.Header(TracedRuntime.ENGINE, 1, 0, begin - 1, FIRST - begin));
    }
  }

  /** What is wrong, and what is not drawn, one sentence each. */
  public List<String> problems() {
    List<String> sentences = new ArrayList<>(problems);
    Unknowns told = new Unknowns();
    told.addAll(unknowns);
    told.addAll(unnested);
    sentences.addAll(told.sentences());
    return sentences;
  }

  Unknowns unnested() {
    return unnested;
  }

  Writing writing() {
    return writing;
  }

  Slots slots() {
    return slots;
  }

  /** A name as it is kept. */
  String name(String text) {
    return Texts.shown(text, Texts.LONGEST_NAME);
  }

  /** A time as it is stored; 0 where it cannot be one. */
  long stored(long time) {
    if (time <= -FURTHEST || time >= FURTHEST) {
      unknowns.count(Unknowns.NO_TIME);
      return 0;
    }
    return time + LATER;
  }

  /** When something was, of every event. */
  Times times() {
    return times;
  }

  void roomForThread() throws IOException {
    if (threads++ >= limits.threads) {
      throw new IOException(WORDS.get("many-threads", limits.threads, place()));
    }
  }

  /** Rows beside threads are none of them, and may be as many. */
  void roomForRow() throws IOException {
    if (rows++ >= limits.threads) {
      throw new IOException(WORDS.get("many-rows", limits.threads, place()));
    }
  }

  /** Whether one more may have a name of its own. */
  boolean hasRoomFor(String name) {
    boolean room = names < limits.names && characters < limits.characters;
    if (room) {
      names++;
      characters += name.length();
    } else {
      unknowns.count(Unknowns.NAMELESS);
    }
    return room;
  }

  ImportedSegment segment() {
    String name = "i" + segments++ + SlotFormat.SUFFIX;
    return new ImportedSegment(recording.folder().resolve(name), open);
  }

  /** A file of ours, for what has no room in memory. */
  public Path scratch() {
    return recording.folder().resolve("run" + segments++);
  }

  /** So many bytes more wait in memory, or less, for which nothing has to make room. */
  void held(int bytes) {
    held += bytes;
  }

  /** So many bytes more wait in memory. */
  void grown(int bytes) throws IOException {
    held += bytes;
    if (held > limits.bytes) {
      relieve(RELIEVED);
      if (held > limits.bytes / 2) {
        relieve(1);
      }
    }
  }

  private void relieve(int least) throws IOException {
    long left = 0;
    for (IntakeProcess process : all) {
      for (IntakeThread thread : process.writers()) {
        if (thread.waiting() >= least) {
          thread.relieve();
        }
        left += thread.bytes();
      }
    }
    held = left;
  }
}
