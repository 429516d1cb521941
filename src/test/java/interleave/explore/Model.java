package interleave.explore;

import interleave.explore.Operation.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A program of threads in a language of few words, whose meaning is plain to see: {@code read x},
 * {@code write x n} (what was read last, and n more), {@code set x n}, {@code lock m}, {@code
 * unlock m}, {@code wait m}, {@code notify m}, {@code sleep}, {@code print t}, {@code start t},
 * {@code join t}, {@code timed m} (takes the lock, or goes on without it when nobody else can go
 * on), {@code if n} (the next two are skipped unless n was read last).
 *
 * @param code by thread; those that nobody starts are there from the beginning
 */
record Model(Map<ThreadId, List<String>> code) implements Subject {

  /** The code of main and of other threads, started by it or not. */
  static Model of(String... threads) {
    Map<ThreadId, List<String>> code = new TreeMap<>();
    for (int i = 0; i < threads.length; i++) {
      code.put(
          new ThreadId(String.valueOf(i)),
          Arrays.stream(threads[i].split(";"))
              .map(String::strip)
              .filter(s -> !s.isEmpty())
              .toList());
    }
    return new Model(code);
  }

  /** Main starts all the others and joins them. */
  static Model started(String... threads) {
    StringBuilder main = new StringBuilder();
    for (int i = 1; i <= threads.length; i++) {
      main.append("start ").append(i).append(';');
    }
    for (int i = 1; i <= threads.length; i++) {
      main.append("join ").append(i).append(';');
    }
    List<String> all = new ArrayList<>(List.of(main.toString()));
    all.addAll(Arrays.asList(threads));
    return of(all.toArray(new String[0]));
  }

  @Override
  public Trace run(Order order) {
    World world = new World(this);
    List<Step> steps = new ArrayList<>();
    List<Trace.Stand> stands = new ArrayList<>();
    world.alive().forEach(each -> stands.add(new Trace.Stand(each, world.next(each), 0)));
    int choice = 0;
    ThreadId last = null;
    Ending ending = null;
    while (ending == null) {
      List<ThreadId> enabled = world.enabled();
      boolean late = enabled.isEmpty() && world.timedOut().isPresent();
      if (late) {
        enabled = List.of(world.timedOut().get());
      }
      if (enabled.isEmpty()) {
        ending = world.ending();
      } else if (steps.size() == order.steps()) {
        ending = new Ending(Ending.Kind.STEPS, "", Map.of(), "", List.of());
      } else {
        Optional<ThreadId> who = Optional.of(Schedule.usual(last, enabled));
        if (enabled.size() > 1 && choice < order.schedule().size()) {
          who = Optional.of(order.schedule().get(choice));
        } else if (enabled.size() > 1 && order.chooser().isPresent()) {
          who = order.chooser().get().choose(steps.size(), enabled);
        }
        choice += enabled.size() > 1 ? 1 : 0;
        if (who.isEmpty() || !enabled.contains(who.get())) {
          Ending.Kind kind = who.isEmpty() ? Ending.Kind.STOPPED : Ending.Kind.ASTRAY;
          ending = new Ending(kind, "", Map.of(), "", List.of());
        } else {
          last = who.get();
          List<ThreadId> before = world.alive();
          steps.add(new Step(last, world.next(last), enabled, "", late));
          world.step(last, late);
          for (ThreadId each : world.alive()) {
            if (each.equals(last) || !before.contains(each)) {
              stands.add(new Trace.Stand(each, world.next(each), steps.size()));
            }
          }
        }
      }
    }
    Map<ThreadId, String> names = new TreeMap<>();
    code.keySet().forEach(each -> names.put(each, "T" + each));
    return new Trace(names, world.objects(), steps, stands, ending, List.of());
  }

  /** The kind of an instruction. */
  static Kind kind(String instruction) {
    return switch (instruction.split(" ")[0]) {
      case "read" -> Kind.READ;
      case "write", "set" -> Kind.WRITE;
      case "lock" -> Kind.LOCK;
      case "unlock" -> Kind.UNLOCK;
      case "wait" -> Kind.WAIT;
      case "wake" -> Kind.WAKE;
      case "notify" -> Kind.NOTIFY;
      case "sleep" -> Kind.SLEEP;
      case "print" -> Kind.PRINT;
      case "start" -> Kind.START;
      case "join" -> Kind.JOIN;
      case "timed" -> Kind.TRYLOCK;
      default -> throw new IllegalArgumentException(instruction);
    };
  }
}
