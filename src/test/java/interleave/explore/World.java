package interleave.explore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A model while it runs. */
final class World {
  private final Model model;
  private final Map<ThreadId, Integer> at = new TreeMap<>();
  private final Map<ThreadId, Integer> register = new HashMap<>();
  private final Map<String, Integer> variables = new TreeMap<>();
  private final Map<String, ThreadId> owners = new HashMap<>();
  private final Map<ThreadId, String> waiting = new LinkedHashMap<>();

  /** Who is to get a monitor back, and had to wait. */
  private final Map<ThreadId, String> woken = new HashMap<>();

  /** Numbers are given at first sight, so that they differ between runs. */
  private final Map<String, Integer> numbers = new LinkedHashMap<>();

  private final StringBuilder output = new StringBuilder();

  World(Model model) {
    this.model = model;
    List<String> started =
        model.code().values().stream()
            .flatMap(List::stream)
            .filter(each -> each.startsWith("start "))
            .map(each -> each.substring(6))
            .toList();
    model.code().keySet().stream()
        .filter(each -> !started.contains(each.text()))
        .forEach(this::begin);
  }

  World(World other) {
    model = other.model;
    at.putAll(other.at);
    register.putAll(other.register);
    variables.putAll(other.variables);
    owners.putAll(other.owners);
    waiting.putAll(other.waiting);
    woken.putAll(other.woken);
    numbers.putAll(other.numbers);
    output.append(other.output);
  }

  /** Threads that have not ended. */
  List<ThreadId> alive() {
    return at.keySet().stream().filter(each -> at.get(each) < size(each)).toList();
  }

  private int size(ThreadId thread) {
    return model.code().get(thread).size();
  }

  private String instruction(ThreadId thread) {
    return waiting.containsKey(thread)
        ? "wake " + waiting.get(thread)
        : woken.containsKey(thread)
            ? "wake " + woken.get(thread)
            : model.code().get(thread).get(at.get(thread));
  }

  Operation next(ThreadId thread) {
    String instruction = instruction(thread);
    Operation.Kind kind = Model.kind(instruction);
    return new Operation(
        kind,
        number(object(instruction)),
        "",
        new Operation.Place(thread.text(), at.get(thread) + 1));
  }

  static String object(String instruction) {
    String[] words = instruction.split(" ");
    return switch (words[0]) {
      case "sleep" -> "";
      case "print" -> "out";
      case "start", "join" -> "thread " + words[1];
      default -> words[1];
    };
  }

  private int number(String object) {
    return object.isEmpty() ? 0 : numbers.computeIfAbsent(object, _ -> numbers.size() + 1);
  }

  Map<Integer, SharedObject> objects() {
    Map<Integer, SharedObject> objects = new HashMap<>();
    numbers.forEach(
        (name, number) ->
            objects.put(
                number,
                name.startsWith("thread ")
                    ? new SharedObject(number, SharedObject.THREAD, name.substring(7))
                    : new SharedObject(number, "thing", name)));
    return objects;
  }

  List<ThreadId> enabled() {
    return alive().stream().filter(this::isEnabled).toList();
  }

  private boolean isEnabled(ThreadId thread) {
    String[] words = instruction(thread).split(" ");
    return switch (words[0]) {
      case "lock", "timed" -> !owners.containsKey(words[1]);
      case "wake" -> woken.containsKey(thread) && !owners.containsKey(words[1]);
      case "join" -> !alive().contains(new ThreadId(words[1]));
      default -> true;
    };
  }

  /** The first whose time runs out, as nobody can go on. */
  Optional<ThreadId> timedOut() {
    return alive().stream().filter(each -> instruction(each).startsWith("timed")).findFirst();
  }

  void step(ThreadId thread, boolean late) {
    String[] words = instruction(thread).split(" ");
    int number = words.length > 2 ? Integer.parseInt(words[2]) : 0;
    switch (words[0]) {
      case "read" -> register.put(thread, variables.getOrDefault(words[1], 0));
      case "write" -> variables.put(words[1], register.getOrDefault(thread, 0) + number);
      case "set" -> variables.put(words[1], number);
      case "lock", "timed" -> {
        if (!late) {
          owners.put(words[1], thread);
        }
      }
      case "unlock" -> owners.remove(words[1], thread);
      case "wait" -> {
        owners.remove(words[1], thread);
        waiting.put(thread, words[1]);
        return;
      }
      case "wake" -> {
        woken.remove(thread);
        owners.put(words[1], thread);
      }
      case "notify" ->
          waiting.entrySet().stream()
              .filter(each -> each.getValue().equals(words[1]))
              .map(Map.Entry::getKey)
              .findFirst()
              .ifPresent(each -> woken.put(each, waiting.remove(each)));
      case "start" -> begin(new ThreadId(words[1]));
      case "print" -> output.append(words[1]);
      default -> {}
    }
    at.merge(thread, 1, Integer::sum);
    skip(thread);
  }

  private void begin(ThreadId thread) {
    at.put(thread, 0);
    skip(thread);
  }

  /** Over conditions, which are the thread's own code. */
  private void skip(ThreadId thread) {
    List<String> code = model.code().get(thread);
    while (at.get(thread) < code.size() && code.get(at.get(thread)).startsWith("if ")) {
      int wanted = Integer.parseInt(code.get(at.get(thread)).substring(3));
      at.merge(thread, wanted == register.getOrDefault(thread, 0) ? 1 : 3, Integer::sum);
    }
  }

  Ending ending() {
    List<Ending.Wait> waits = new ArrayList<>();
    for (ThreadId each : alive()) {
      String instruction = instruction(each);
      waits.add(
          new Ending.Wait(each, Model.kind(instruction), object(instruction), Optional.empty()));
    }
    return new Ending(
        waits.isEmpty() ? Ending.Kind.DONE : Ending.Kind.DEADLOCK,
        "",
        texts(),
        output.toString(),
        waits);
  }

  private Map<String, String> texts() {
    Map<String, String> texts = new TreeMap<>();
    variables.forEach((name, value) -> texts.put(name, String.valueOf(value)));
    return texts;
  }
}
