package interleave.scenario.expression;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Which names expressions may use: of a run, and of each kind of thing in it. */
public final class Vocabulary {
  /** The kind of thing whose attributes expressions about a run begin with. */
  public static final String RUN = "run";

  /** That of expressions about one ending among all that a program can have. */
  public static final String ENDING = "ending";

  private static final Map<String, Map<String, Type>> ALL = new LinkedHashMap<>();

  static {
    kind(
        RUN,
        "ended:truth length:time exit:number failed:truth deadlocked:truth standstill:truth"
            + " threads:thread[] processes:process[] locks:lock[] synchronizers:synchronizer[]"
            + " queues:queue[] messages:message[] variables:variable[] pools:pool[] tasks:task[]"
            + " crowds:crowd[] pipes:pipe[] phases:phase[] deadlocks:deadlock[] spans:span[]"
            + " holds:hold[] lines:line[] gils:gil[]");
    kind(
        ENDING,
        "outcome:text deadlocked:truth failed:truth choices:number preemptions:number"
            + " variables:variable[] lines:line[]");
    kind(
        "thread",
        "name:text kind:text process:text main:truth daemon:truth start:time end:time length:time"
            + " ended:truth running:time sleeping:time lock_wait:time queue_wait:time joining:time"
            + " sync_wait:time io:time ready:time untraced_wait:time");
    kind(
        "process",
        "name:text pid:text parent:text main:truth method:text start:time end:time length:time"
            + " ended:truth exit:number signal:text zombie:time became:text adopter:text"
            + " threads:number");
    kind(
        "lock",
        "name:text process:text monitor:truth acquires:number contended:number waited:time"
            + " longest_wait:time held:time most_sharing:number owners:number");
    kind(
        "synchronizer",
        "name:text kind:text process:text waits:number waited:time longest_wait:time"
            + " openings:number most:number most_holders:number");
    kind("queue", "name:text capacity:number puts:number gets:number lost:number most:number");
    kind(
        "message",
        "queue:text text:text from:text to:text start:time end:time length:time lost:truth");
    kind(
        "variable",
        "name:text process:text reads:number writes:number lost_updates:number first:number"
            + " value:number races:number sentence:text");
    kind("pool", "name:text tasks:number workers:number stolen:number");
    kind(
        "task",
        "name:text pool:text thread:text process:text submitted:time start:time end:time"
            + " waited:time length:time ended:truth failed:truth cancelled:truth lost:truth"
            + " stolen:truth result:text");
    kind(
        "crowd",
        "process:text virtual:truth tasks:truth threads:number most:number carriers:number");
    kind("pipe", "process:text child:text stream:text bytes:number waited:time");
    kind(
        "phase", "name:text process:text start:time end:time length:time ended:truth times:number");
    kind("deadlock", "since:time members:number sentence:text passing:truth");
    kind(
        "span",
        "thread:text state:text verb:text about:text label:text start:time end:time length:time");
    kind("hold", "thread:text lock:text shared:truth start:time end:time length:time");
    kind("line", "text:text thread:text process:text error:truth time:time");
    kind("gil", "process:text held:time handovers:number longest:time");
  }

  private Vocabulary() {}

  private static void kind(String name, String attributes) {
    Map<String, Type> types = new LinkedHashMap<>();
    for (String attribute : attributes.split(" ")) {
      int colon = attribute.indexOf(':');
      types.put(attribute.substring(0, colon), type(attribute.substring(colon + 1)));
    }
    ALL.put(name, types);
  }

  private static Type type(String word) {
    return switch (word) {
      case "number" -> Type.NUMBER;
      case "time" -> Type.TIME;
      case "text" -> Type.TEXT;
      case "truth" -> Type.TRUTH;
      default -> Type.things(word.substring(0, word.length() - 2));
    };
  }

  /** All kinds of things. */
  public static Set<String> kinds() {
    return ALL.keySet();
  }

  /** What a kind of thing has, by name. */
  public static Map<String, Type> attributes(String kind) {
    return ALL.getOrDefault(kind, Map.of());
  }
}
