package interleave.file;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What stands beside the segments in a saved recording.
 *
 * @param format version of the file's layout
 * @param title what was run, for people
 * @param scenario id in the catalogue, null for a program of the user's own
 * @param parameters values by name, as the scenario got them
 * @param language what the program is written in, as {@code java} or {@code python}; null in
 *     recordings of a time when there was only Java
 * @param runtime the interpreter that ran it, such as {@code CPython 3.13.0} and where it is; null
 *     where the command says enough
 * @param command the command line of the root process
 * @param exit how the root process ended, as {@code exit 0} or {@code SIGTERM}; null while unknown
 * @param host facts of the machine, such as {@code os} and {@code cpus}
 * @param part of which part of a run it is, for people; null where it is of all of it
 */
public record Manifest(
    int format,
    Instant created,
    String title,
    @Nullable String scenario,
    Map<String, String> parameters,
    @Nullable String language,
    @Nullable String runtime,
    List<String> command,
    @Nullable String exit,
    Map<String, String> host,
    @Nullable String part) {
  private static final String MERGED = "merged";
  private static final String UNDATED = "undated";

  /** What this version writes, and the newest that it reads. */
  public static final int FORMAT = 2;

  /** Of a whole run. */
  public Manifest(
      int format,
      Instant created,
      String title,
      @Nullable String scenario,
      Map<String, String> parameters,
      @Nullable String language,
      @Nullable String runtime,
      List<String> command,
      @Nullable String exit,
      Map<String, String> host) {
    this(
        format, created, title, scenario, parameters, language, runtime, command, exit, host, null);
  }

  /** The same of a part of the run. */
  public Manifest withPart(String which) {
    return new Manifest(
        format,
        created,
        title,
        scenario,
        parameters,
        language,
        runtime,
        command,
        exit,
        host,
        which);
  }

  public Manifest {
    parameters = sorted(parameters);
    command = List.copyOf(command);
    host = sorted(host);
  }

  /** In the order of names, so that whoever prints it prints it so each time. */
  private static Map<String, String> sorted(Map<String, String> map) {
    return Collections.unmodifiableMap(new TreeMap<>(map));
  }

  /**
   * The manifest of a run on this machine.
   *
   * @param created when it began
   */
  public static Manifest of(
      Instant created,
      String title,
      @Nullable String scenario,
      Map<String, String> parameters,
      @Nullable String language,
      @Nullable String runtime,
      List<String> command,
      @Nullable String exit) {
    return new Manifest(
        FORMAT,
        created.truncatedTo(ChronoUnit.SECONDS),
        title,
        scenario,
        parameters,
        language,
        runtime,
        command,
        exit,
        here());
  }

  private static Map<String, String> here() {
    Map<String, String> facts = new TreeMap<>(MachineClock.here());
    facts.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    facts.put("arch", System.getProperty("os.arch"));
    facts.put("cpus", Integer.toString(Runtime.getRuntime().availableProcessors()));
    facts.put("java", System.getProperty("java.version"));
    return facts;
  }

  /**
   * That of several recordings that became one.
   *
   * @param sentence how
   * @param shift what was added to the times of the first
   * @param wall whether the clock of the first is still that of all
   */
  public static Manifest merged(List<Manifest> all, String sentence, long shift, boolean wall) {
    Map<String, String> facts = new TreeMap<>(all.getFirst().host);
    for (Manifest each : all) {
      facts
          .entrySet()
          .removeIf(
              it ->
                  !MachineClock.isClock(it.getKey())
                      && !it.getValue().equals(each.host.get(it.getKey())));
    }
    MachineClock.later(facts, shift, wall);
    facts.put(MERGED, sentence);
    return new Manifest(
        FORMAT,
        all.stream().map(Manifest::created).min(Comparator.naturalOrder()).orElse(Instant.EPOCH),
        all.stream().map(Manifest::title).collect(Collectors.joining(" + ")),
        null,
        Map.of(),
        common(all, Manifest::language),
        common(all, Manifest::runtime),
        List.of(),
        common(all, Manifest::exit),
        facts);
  }

  private static @Nullable String common(
      List<Manifest> all, Function<Manifest, @Nullable String> of) {
    String first = of.apply(all.getFirst());
    return all.stream().allMatch(it -> Objects.equals(of.apply(it), first)) ? first : null;
  }

  /** Of which recordings it was merged, and how; null where it is one as it was made. */
  public @Nullable String merged() {
    return host.get(MERGED);
  }

  /** Facts of what was read of a file that does not tell when it was recorded. */
  public static Map<String, String> undated() {
    return Map.of(UNDATED, "file");
  }

  /** Whether {@link #created} is when it was recorded, and not only when its file was written. */
  public boolean isDated() {
    return !host.containsKey(UNDATED);
  }

  /** The same in the layout that this version writes. */
  Manifest current() {
    return new Manifest(
        FORMAT, created, title, scenario, parameters, language, runtime, command, exit, host, part);
  }

  /** Of a recording of which no more than that is known. */
  public static Manifest titled(String title, Instant created) {
    return titled(title, created, Map.of());
  }

  /** The same, with facts of the machine. */
  public static Manifest titled(String title, Instant created, Map<String, String> host) {
    return new Manifest(FORMAT, created, title, null, Map.of(), null, null, List.of(), null, host);
  }
}
