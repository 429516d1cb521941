package interleave.exchange.jfr;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** How the recording was set, and of which program it is, as far as it tells. */
final class Settings {
  /** What async-profiler samples by where it is not told otherwise. */
  private static final long PROFILERS_OWN = 10_000_000;

  /** The same where all threads are looked at, whatever they do. */
  private static final long PROFILERS_OWN_WALL = 5 * PROFILERS_OWN;

  /** The recorder has no such setting. */
  private static final long UNTOLD = -1;

  private static final List<String> WAITS =
      List.of(
          "jdk.ThreadPark",
          "jdk.ThreadSleep",
          "jdk.JavaMonitorEnter",
          "jdk.JavaMonitorWait",
          "jdk.SocketRead",
          "jdk.SocketWrite",
          "jdk.FileRead",
          "jdk.FileWrite");

  /** What async-profiler's setting for locks is for; it stands at the first. */
  private static final List<String> LOCKS = List.of("jdk.JavaMonitorEnter", "jdk.ThreadPark");

  private static final String SETTING = "jdk.ActiveSetting";
  private static final String JVM = "jdk.JVMInformation";
  private static final String SYSTEM = "jdk.OSInformation";

  /** The types of the events from which it learns. */
  static final Set<String> TYPES = Set.of(SETTING, JVM, SYSTEM);

  private final Map<String, Map<String, String>> byType = new HashMap<>();
  private final Map<Long, RecordType> types;

  long pid;
  String jvm = "";
  String jvmArguments = "";
  String arguments = "";
  String system = "";

  Settings(Map<Long, RecordType> types) {
    this.types = types;
  }

  /** Those events from which it learns. */
  Map<String, Drawn> drawn() {
    return Map.of(
        SETTING,
        Drawn.of(this::setting, "id", "name", "value"),
        JVM,
        Drawn.of(this::jvm, "pid", "jvmName", "jvmVersion", "jvmArguments", "javaArguments"),
        SYSTEM,
        Drawn.of(event -> system = event.text(0), "osVersion"));
  }

  private void setting(Fields event) throws DamageException {
    RecordType type = types.get(event.number(0));
    if (type != null) {
      byType.computeIfAbsent(type.name(), _ -> new HashMap<>()).put(event.text(1), event.text(2));
    }
  }

  private void jvm(Fields event) throws DamageException {
    pid = event.number(0);
    String version = event.text(2);
    jvm = version.isEmpty() ? event.text(1) : version;
    jvmArguments = event.text(3);
    arguments = event.text(4);
  }

  /** The command line of the program. */
  List<String> command() {
    if (arguments.isBlank()) {
      return List.of();
    }
    List<String> command = new ArrayList<>(List.of("java"));
    for (String each : (jvmArguments + " " + arguments).strip().split("\\s+")) {
      command.add(each);
    }
    return command;
  }

  private String value(String type, String name) {
    return byType.getOrDefault(type, Map.of()).getOrDefault(name, "");
  }

  /** For how many ns a sample of that type counts; 0 where that is not told. */
  long period(String type) {
    long period = nanos(value(type, "period"));
    return period > 0 || byType.isEmpty() ? Math.max(0, period) : interval("interval");
  }

  /** For how many ns one of async-profiler's samples of all threads counts. */
  long wall() {
    long beside = told("wall");
    long interval = beside == UNTOLD ? told("interval") : beside; // nothing else was sampled
    return interval > 0 ? interval : interval == UNTOLD ? 0 : PROFILERS_OWN_WALL;
  }

  private long interval(String name) {
    long interval = told(name);
    return interval > 0 ? interval : interval == UNTOLD ? 0 : PROFILERS_OWN;
  }

  /** A setting of async-profiler; 0 where it is as it is by itself. */
  private long told(String name) {
    boolean ofProfiler = false;
    for (Map<String, String> each : byType.values()) {
      String value = each.get(name);
      ofProfiler |= value != null;
      long interval = value == null ? 0 : Math.max(0, whole(value));
      if (interval > 0) {
        return interval;
      }
    }
    return ofProfiler ? 0 : UNTOLD;
  }

  private static long whole(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  /** {@code 20 ms} in ns; -1 where it is nothing like that. */
  static long nanos(String text) {
    int space = text.indexOf(' ');
    long number = space < 0 ? -1 : whole(text.substring(0, space));
    if (number < 0) {
      return -1;
    }
    long unit =
        switch (text.substring(space + 1)) {
          case "ns" -> 1L;
          case "us" -> 1_000L;
          case "ms" -> 1_000_000L;
          case "s" -> 1_000_000_000L;
          case "m" -> 60_000_000_000L;
          case "h" -> 3_600_000_000_000L;
          case "d" -> 86_400_000_000_000L;
          default -> -1L;
        };
    return unit < 0 || number > Long.MAX_VALUE / unit ? -1 : number * unit;
  }

  /** By the length below which such waits are not in the file, what they are called. */
  Map<Long, List<String>> thresholds() {
    Map<Long, List<String>> found = new TreeMap<>();
    for (RecordType each : types.values()) {
      boolean on = !value(each.name(), "enabled").equals("false");
      long threshold = nanos(value(each.name(), "threshold"));
      long lock = LOCKS.contains(each.name()) ? whole(value(LOCKS.getFirst(), "lock")) : -1;
      if (WAITS.contains(each.name()) && on && Math.max(threshold, lock) > 0) {
        found.computeIfAbsent(Math.max(threshold, lock), _ -> new ArrayList<>()).add(each.title());
      }
    }
    found.values().forEach(each -> each.sort(null));
    return found;
  }

  /** What such waits are called of which none is in the file, because they were switched off. */
  List<String> off() {
    List<String> found = new ArrayList<>();
    for (RecordType each : types.values()) {
      if (WAITS.contains(each.name()) && value(each.name(), "enabled").equals("false")) {
        found.add(each.title());
      }
    }
    found.sort(null);
    return found;
  }
}
