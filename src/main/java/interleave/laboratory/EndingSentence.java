package interleave.laboratory;

import interleave.explore.Ending;
import interleave.explore.Endings;
import interleave.explore.Operation;
import interleave.explore.SharedObject;
import interleave.explore.Step;
import interleave.explore.ThreadId;
import interleave.explore.Trace;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is found, told in sentences. */
public final class EndingSentence {
  private static final Words WORDS = Words.of("laboratory");
  private static final int LONGEST_OUTPUT = 60;
  private static final int MOST_WRITTEN = 4;

  private EndingSentence() {}

  /** How runs ended. */
  public static String of(Endings.Group group) {
    return of(group.trace());
  }

  /** How a run ended. */
  public static String of(Trace trace) {
    Ending ending = trace.ending();
    return switch (ending.kind()) {
      case DONE -> results(trace, "done");
      case EXIT -> WORDS.get("ending.exit", ending.text(), results(trace, "nothing"));
      case EXCEPTION -> WORDS.get("ending.exception", ending.text());
      case LIVELOCK -> WORDS.get("ending.livelock", ending.text());
      case DEADLOCK -> WORDS.get("ending.deadlock", waits(ending, trace));
      case STEPS -> WORDS.get("ending.steps", trace.steps().size());
      case STUCK -> WORDS.get("ending.stuck", ending.text());
      case STOPPED, ASTRAY -> WORDS.get("ending." + ending.kind().word());
    };
  }

  /** Whether there is nothing to be said of it but that it ended. */
  public static boolean isPlain(Trace trace) {
    Ending ending = trace.ending();
    return ending.kind() == Ending.Kind.DONE
        && values(trace).isEmpty()
        && ending.output().isBlank();
  }

  /** What fields have in the end; a run that is recorded leaves that to what was written last. */
  private static Map<String, String> values(Trace trace) {
    if (!trace.ending().values().isEmpty()) {
      return trace.ending().values();
    }
    Map<String, String> written = new LinkedHashMap<>();
    for (Step step : trace.steps()) {
      Optional<SharedObject> object = trace.object(step.operation());
      switch (step.operation().kind()) {
        case WRITE -> object.ifPresent(it -> written.put(it.name(), step.did()));
        case UPDATE ->
            object.ifPresent(it -> written.remove(it.name())); // what came of it is not told
        default -> {}
      }
    }
    written.values().removeIf(String::isEmpty);
    return written.size() > MOST_WRITTEN ? Map.of() : written;
  }

  private static String results(Trace trace, String none) {
    Ending ending = trace.ending();
    Map<String, String> values = values(trace);
    List<String> results = new ArrayList<>();
    values.forEach(
        (name, value) ->
            results.add(WORDS.get("value", ShortNames.of(name, values.keySet()), value)));
    String output = ending.output().strip().replaceAll("\\R", " ⏎ ");
    if (!output.isEmpty()) {
      boolean isLong = output.length() > LONGEST_OUTPUT;
      // The last is mostly the result.
      String shown = isLong ? "… " + output.substring(output.length() - LONGEST_OUTPUT) : output;
      results.add(WORDS.get("printed", shown));
    }
    return results.isEmpty() ? WORDS.get("ending." + none) : String.join(", ", results);
  }

  private static String waits(Ending ending, Trace trace) {
    return ending.waiting().stream()
        .map(wait -> wait(wait, trace))
        .collect(Collectors.joining(WORDS.get("and")));
  }

  private static String wait(Ending.Wait wait, Trace trace) {
    String thread = name(wait.thread(), trace);
    String object = ShortNames.of(wait.object(), trace);
    String owner = wait.owner().map(each -> name(each, trace)).orElse("");
    if (wait.kind() == Operation.Kind.JOIN) {
      return WORDS.get("waits.join", thread, owner.isEmpty() ? object : owner);
    }
    return owner.isEmpty() || owner.equals(thread)
        ? WORDS.get("waits", thread, object)
        : WORDS.get("waits.owner", thread, object, owner);
  }

  /** What a thread is called. */
  public static String name(ThreadId thread, Trace trace) {
    return trace.threads().getOrDefault(thread, thread.text());
  }

  /** What a thread does, or would do, with it: such as writes balance = 5. */
  public static String of(Operation operation, String did, Trace trace) {
    String kind = operation.kind().word().toLowerCase(Locale.ROOT);
    Optional<SharedObject> object = trace.object(operation);
    String detail = did.isEmpty() ? operation.detail() : did;
    String name = object.map(each -> name(each, detail, trace)).orElse("");
    String said = WORDS.get("does." + kind, name).strip();
    // Of a thread it may be no more than which one that is.
    boolean isName =
        object.filter(each -> each.isThread() && each.name().equals(detail)).isPresent();
    if (detail.isEmpty() || isName || name.equals(detail)) {
      return said;
    }
    boolean equals =
        operation.kind() == Operation.Kind.READ || operation.kind() == Operation.Kind.WRITE;
    return WORDS.get(equals ? "does.equals" : "does.value", said, detail);
  }

  /** What an object is called; a thread that has not begun by what it will be called. */
  private static String name(SharedObject object, String detail, Trace trace) {
    if (!object.isThread()) {
      return ShortNames.of(object, trace);
    }
    return ThreadId.of(object.name())
        .flatMap(id -> Optional.ofNullable(trace.threads().get(id)))
        .orElse(detail.isEmpty() ? object.name() : detail);
  }

  /** What a thread did. */
  public static String of(Step step, Trace trace) {
    return of(step.operation(), step.did(), trace);
  }

  /** Where something stands, as {@code File.java:12}; empty where that is not known. */
  public static String place(Operation.Place place) {
    String file = place.file().substring(place.file().lastIndexOf('/') + 1);
    return place.line() > 0 ? file + ":" + place.line() : file;
  }

  /** What is not controlled. */
  public static String of(Trace.Told told) {
    String key = "told." + told.key();
    String what =
        WORDS.has(key)
            ? WORDS.get(key, told.arguments().toArray())
            : WORDS.get("told", told.key(), String.join(" ", told.arguments())).strip();
    String place = place(told.place());
    return place.isEmpty() ? what : WORDS.get("told.place", place, what);
  }

  /** Threads by their ids, for who reads a schedule. */
  public static String threads(Trace trace) {
    return trace.threads().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(each -> each.getKey() + " " + each.getValue())
        .collect(Collectors.joining(", "));
  }
}
