package interleave.laboratory;

import interleave.explore.Ending;
import interleave.explore.Endings;
import interleave.explore.Operation;
import interleave.explore.Step;
import interleave.explore.ThreadId;
import interleave.explore.Trace;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What is found, told in sentences. */
public final class EndingSentence {
  private static final Words WORDS = Words.of("laboratory");
  private static final int LONGEST_OUTPUT = 60;

  private EndingSentence() {}

  /** How runs ended. */
  public static String of(Endings.Group group) {
    return of(group.trace());
  }

  /** How a run ended. */
  public static String of(Trace trace) {
    Ending ending = trace.ending();
    return switch (ending.kind()) {
      case DONE -> results(ending, "done");
      case EXIT -> WORDS.get("ending.exit", ending.text(), results(ending, "nothing"));
      case EXCEPTION -> WORDS.get("ending.exception", ending.text());
      case LIVELOCK -> WORDS.get("ending.livelock", ending.text());
      case DEADLOCK -> WORDS.get("ending.deadlock", waits(ending, trace));
      case STEPS -> WORDS.get("ending.steps", trace.steps().size());
      case STUCK -> WORDS.get("ending.stuck", ending.text());
      case STOPPED, ASTRAY -> WORDS.get("ending." + ending.kind().word());
    };
  }

  /** Whether there is nothing to be said of it but that it ended. */
  public static boolean isPlain(Ending ending) {
    return ending.kind() == Ending.Kind.DONE
        && ending.values().isEmpty()
        && ending.output().isBlank();
  }

  private static String results(Ending ending, String none) {
    List<String> results = new ArrayList<>();
    ending
        .values()
        .forEach(
            (name, value) ->
                results.add(
                    WORDS.get("value", ShortNames.of(name, ending.values().keySet()), value)));
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
    String owner = wait.owner().map(each -> name(each, trace)).orElse("");
    if (wait.kind() == Operation.Kind.JOIN) {
      return WORDS.get("waits.join", thread, owner.isEmpty() ? wait.object() : owner);
    }
    return owner.isEmpty() || owner.equals(thread)
        ? WORDS.get("waits", thread, wait.object())
        : WORDS.get("waits.owner", thread, wait.object(), owner);
  }

  /** What a thread is called. */
  public static String name(ThreadId thread, Trace trace) {
    return trace.threads().getOrDefault(thread, thread.text());
  }

  /** What a thread does, or would do, with it: such as writes balance = 5. */
  public static String of(Operation operation, String did, Trace trace) {
    String kind = operation.kind().word().toLowerCase(Locale.ROOT);
    String object =
        trace
            .object(operation)
            .map(
                each ->
                    each.isThread()
                        ? ThreadId.of(each.name()).map(id -> name(id, trace)).orElse(each.name())
                        : ShortNames.of(each, trace))
            .orElse("");
    String detail = did.isEmpty() ? operation.detail() : did;
    String said = WORDS.get("does." + kind, object).strip();
    boolean equals =
        operation.kind() == Operation.Kind.READ || operation.kind() == Operation.Kind.WRITE;
    return detail.isEmpty() ? said : WORDS.get(equals ? "does.equals" : "does.value", said, detail);
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
