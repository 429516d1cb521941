package interleave.timeline.explain;

import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.VariableTrack;
import interleave.timeline.order.HappensBefore;
import interleave.timeline.order.Link;
import interleave.timeline.order.Races;
import interleave.words.Words;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What orders an access of a variable after one of another thread, or that nothing does. */
final class Orders {
  private static final Words SAYS = Words.of("timeline/explain");
  private static final int FARTHEST = 10_000;

  private final Timeline timeline;
  private final VariableTrack variable;
  private final SentenceWords words;

  Orders(Timeline timeline, VariableTrack variable) {
    this.timeline = timeline;
    this.variable = variable;
    this.words = new SentenceWords(timeline);
  }

  /** How many accesses race, as a sentence; empty where none does. */
  String races() {
    List<Races.Race> races = Races.of(timeline, variable);
    return races.isEmpty()
        ? ""
        : " " + SAYS.count(key("order.races"), races.size(), SentenceWords.count(races.size()));
  }

  /** What stands behind the sentence of that access; empty where there is nothing to say. */
  String of(int access) {
    if (variable.lane(access) < 0) {
      return "";
    }
    int race = Races.before(Races.of(timeline, variable), access);
    if (race >= 0) {
      return " " + SAYS.get(key("order.race"), before(race));
    }
    int before = conflict(access);
    List<Link> chain =
        before < 0 ? List.of() : HappensBefore.chain(timeline, variable, before, access);
    return chain.isEmpty()
        ? ""
        : " "
            + SAYS.get(
                "order.chain",
                before(before),
                chain.stream().map(this::link).collect(Collectors.joining(SAYS.get("order.and"))));
  }

  /** Python has no memory model: what its interpreter does it does not promise. */
  private String key(String key) {
    int process = variable.process();
    return process >= 0 && timeline.processes().get(process).runtime().equals("python")
        ? key + ".python"
        : key;
  }

  /** The last access before by another thread, one of the two being a write. */
  private int conflict(int access) {
    for (int i = access - 1; i >= 0 && i > access - FARTHEST; i--) {
      boolean write = variable.write(i) || variable.write(access);
      if (write && variable.lane(i) >= 0 && variable.lane(i) != variable.lane(access)) {
        return i;
      }
    }
    return -1;
  }

  private String before(int access) {
    String key = variable.write(access) ? "order.wrote" : "order.read";
    return words.atLine(SAYS.get(key, words.who(variable.lane(access))), variable.site(access));
  }

  private String link(Link link) {
    return SAYS.get(
        "order.link." + link.kind(), words.who(link.from()), words.who(link.to()), name(link));
  }

  private String name(Link link) {
    return name(link.about());
  }

  private String name(@Nullable ThingRef thing) {
    return switch (thing) {
      case ThingRef.Lock(int index) -> timeline.locks().get(index).name();
      case ThingRef.Synchronizer(int index) -> timeline.synchronizers().get(index).name();
      case ThingRef.Variable(int index) -> timeline.variables().get(index).name();
      case ThingRef.Message(int queue, int _) -> timeline.queues().get(queue).name();
      case ThingRef.Task(int pool, int task) -> timeline.pools().get(pool).tasks().get(task).name();
      case null -> "";
      case ThingRef.Process _,
          ThingRef.Host _,
          ThingRef.Lane _,
          ThingRef.Crowd _,
          ThingRef.CrowdMoment _,
          ThingRef.Group _,
          ThingRef.GroupMoment _,
          ThingRef.Slice _,
          ThingRef.Track _,
          ThingRef.Moment _,
          ThingRef.WideMoment _,
          ThingRef.Flow _,
          ThingRef.Counter _,
          ThingRef.CounterValue _,
          ThingRef.Span _,
          ThingRef.Hold _,
          ThingRef.HoldSum _,
          ThingRef.Opening _,
          ThingRef.Queue _,
          ThingRef.Access _,
          ThingRef.LostUpdate _,
          ThingRef.Pool _,
          ThingRef.Pipe _,
          ThingRef.Gil _,
          ThingRef.GilHold _,
          ThingRef.Cpu _,
          ThingRef.Line _,
          ThingRef.Phase _,
          ThingRef.Local _,
          ThingRef.Deadlock _,
          ThingRef.Sighting _ ->
          "";
    };
  }
}
