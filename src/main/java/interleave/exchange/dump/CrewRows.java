package interleave.exchange.dump;

import interleave.event.EventKind;
import interleave.event.Flags;
import interleave.event.ObjectType;
import interleave.event.SeenState;
import interleave.exchange.intake.IntakeProcess;
import interleave.exchange.intake.IntakeThread;
import interleave.words.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A row for each crew of a process, on which each dump tells how many of it did what. */
final class CrewRows {
  private static final Words WORDS = Words.of("exchange/dump");

  /** More of them have no row. */
  private static final int MOST = 500;

  /** So many of its threads are named. */
  private static final int MOST_NAMES = 12;

  private final IntakeProcess process;
  private final Map<String, IntakeThread> rows = new HashMap<>();

  CrewRows(IntakeProcess process) {
    this.process = process;
  }

  /** Returns how many have no row. */
  int write(ThreadDump dump, long time) throws IOException {
    int left = 0;
    for (Crew crew : Crew.of(dump)) {
      IntakeThread row = rows.get(crew.name());
      if (row == null && rows.size() >= MOST) {
        left++;
        continue;
      }
      if (row == null) {
        row = process.row(0, Crew.Container.brief(crew.name()), Flags.TRACK);
        rows.put(crew.name(), row);
      }
      int said = process.object(ObjectType.SLICE, said(crew));
      row.write(EventKind.INSTANT, 0, said, 0, 0, time, facts(crew));
    }
    return left;
  }

  /** {@code 3 threads: 2 parked, 1 running}. */
  private static String said(Crew crew) {
    Map<SeenState, Integer> states = new EnumMap<>(SeenState.class);
    crew.members().forEach(each -> states.merge(each.state, 1, Integer::sum));
    List<String> each = new ArrayList<>();
    states.forEach(
        (state, count) -> {
          if (state != SeenState.UNKNOWN) {
            each.add(WORDS.get("crew.state." + state, count));
          }
        });
    String threads = WORDS.count("crew", crew.members().size());
    return each.isEmpty()
        ? threads
        : WORDS.get("crew.states", threads, String.join(WORDS.get("crew.comma"), each));
  }

  private static String facts(Crew crew) {
    List<String> facts = new ArrayList<>();
    if (!crew.owner().isEmpty()) {
      facts.add(WORDS.get("crew.owner", crew.owner()));
    }
    if (!crew.parent().isEmpty() && !crew.parent().equals("<root>")) {
      facts.add(WORDS.get("crew.parent", Crew.Container.brief(crew.parent())));
    }
    List<String> names =
        crew.members().stream()
            .limit(MOST_NAMES)
            .map(each -> each.name.isEmpty() ? each.key : each.name)
            .toList();
    if (!names.isEmpty()) {
      String more = crew.members().size() > MOST_NAMES ? ", …" : "";
      facts.add(WORDS.get("crew.threads", String.join(", ", names) + more));
    }
    return String.join("\n", facts);
  }
}
