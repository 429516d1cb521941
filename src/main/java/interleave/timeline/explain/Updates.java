package interleave.timeline.explain;

import static interleave.timeline.explain.SentenceWords.many;
import static interleave.timeline.explain.SentenceWords.took;

import interleave.timeline.Timeline;
import interleave.timeline.VariableTrack;
import interleave.words.Words;
import java.util.BitSet;

/** Sentences about a watched variable. */
final class Updates {
  private static final Words SAYS = Words.of("timeline/explain");
  private static final int FARTHEST = 10_000;

  private final VariableTrack variable;
  private final SentenceWords words;
  private final Orders orders;

  Updates(Timeline timeline, VariableTrack variable) {
    this.variable = variable;
    this.words = new SentenceWords(timeline);
    this.orders = new Orders(timeline, variable);
  }

  String variable() {
    BitSet lanes = new BitSet();
    int apart = Math.max(1, variable.size() / FARTHEST);
    for (int i = 0; i < variable.size(); i += apart) {
      lanes.set(Math.max(0, variable.lane(i)));
    }
    String reads = SentenceWords.times(variable.reads());
    String writes = SentenceWords.times(variable.writes());
    String threads = many(apart > 1 ? "threads.seen" : "threads", lanes.cardinality());
    String said =
        variable.lostUpdates() == 0
            ? SAYS.get("variable", reads, writes, threads)
            : SAYS.get(
                "variable.lost", reads, writes, threads, many("writes", variable.lostUpdates()));
    return said + orders.races();
  }

  String access(int i) {
    boolean write = variable.write(i);
    String who = words.subject(variable.lane(i));
    String did = words.atLine(SAYS.get(write ? "wrote" : "read", who, value(i)), variable.site(i));
    int read = write ? readBefore(i) : -1;
    if (read >= 0) {
      String before = took(variable.time(i) - variable.time(read));
      did = SAYS.get("wrote.from", did, value(read), before);
    }
    String said =
        write && variable.isLost(i) ? SAYS.get("wrote.lost", did) : SentenceWords.end(did);
    return said + orders.of(i);
  }

  /** The thread's last read before its write, if it did not write in between. */
  private int readBefore(int write) {
    for (int i = write - 1; i >= 0 && i > write - FARTHEST; i--) {
      if (variable.lane(i) == variable.lane(write)) {
        return variable.write(i) ? -1 : i;
      }
    }
    return -1;
  }

  /** {@code Thread-2 wrote from a value 540 ns old. Thread-1's +5 never reached balance.} */
  String lost(int index) {
    VariableTrack.LostUpdate lost = variable.lostUpdate(index);
    String who = words.subject(variable.lane(lost.overwrite()));
    String old = took(lost.ageNs());
    String other = words.subject(variable.lane(lost.lostWrite()));
    if (!variable.type(lost.lostWrite()).isNumber() || !variable.type(lost.read()).isNumber()) {
      return SAYS.get("lost.value", who, old, other, value(lost.lostWrite()));
    }
    double undone = number(lost.lostWrite()) - number(lost.read());
    if (undone == 0) {
      return SAYS.get("lost.nothing", who, old, other, variable.name());
    }
    boolean one = lost.lostRead() >= 0 && number(lost.lostRead()) == number(lost.read());
    String key = one ? "lost.single" : "lost.many";
    return SAYS.get(key, who, old, other, variable.name(), SentenceWords.change(undone));
  }

  private double number(int i) {
    return variable.number(i);
  }

  private String value(int i) {
    return variable.shown(i);
  }
}
