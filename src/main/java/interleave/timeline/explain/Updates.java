package interleave.timeline.explain;

import static interleave.timeline.explain.Words.many;
import static interleave.timeline.explain.Words.took;

import interleave.event.ValueType;
import interleave.timeline.Timeline;
import interleave.timeline.VariableTrack;
import java.util.BitSet;

/** Sentences about a watched variable. */
final class Updates {
  private static final int FARTHEST = 10_000;

  private final VariableTrack variable;
  private final Words words;

  Updates(Timeline timeline, VariableTrack variable) {
    this.variable = variable;
    this.words = new Words(timeline);
  }

  String variable() {
    BitSet lanes = new BitSet();
    for (int i = 0; i < Math.min(FARTHEST, variable.size()); i++) {
      lanes.set(Math.max(0, variable.lane(i)));
    }
    String text =
        "Read "
            + Words.times(variable.reads())
            + " and written "
            + Words.times(variable.writes())
            + " by "
            + many(lanes.cardinality(), "thread");
    return variable.lostUpdates() == 0
        ? text + "; no update was lost."
        : text
            + "; "
            + many(variable.lostUpdates(), "write")
            + " came from a value that was already old, and undid what another thread had done.";
  }

  String access(int i) {
    String who = words.subject(variable.lane(i));
    if (!variable.write(i)) {
      return who + " read " + value(i) + words.atLine(variable.site(i)) + ".";
    }
    String text = who + " wrote " + value(i) + words.atLine(variable.site(i));
    int read = readBefore(i);
    if (read >= 0) {
      text +=
          ", from the "
              + value(read)
              + " it had read "
              + took(variable.time(i) - variable.time(read))
              + " before";
    }
    return variable.isLost(i)
        ? text
            + ". The update is lost: another thread overwrote it with a value that it had computed"
            + " before."
        : text + ".";
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
    String text =
        words.subject(variable.lane(lost.overwrite()))
            + " wrote from a value "
            + took(lost.ageNs())
            + " old. ";
    String other = words.subject(variable.lane(lost.lostWrite()));
    if (!isNumber(variable.type())) {
      return text + other + "'s " + value(lost.lostWrite()) + " was overwritten unseen.";
    }
    double undone = number(lost.lostWrite()) - number(lost.read());
    if (undone == 0) {
      return text
          + other
          + " had changed "
          + variable.name()
          + " meanwhile, and changed it back: this time nothing is missing.";
    }
    boolean one = lost.lostRead() >= 0 && number(lost.lostRead()) == number(lost.read());
    return one
        ? text + other + "'s " + Words.change(undone) + " never reached " + variable.name() + "."
        : text
            + "What was done to "
            + variable.name()
            + " meanwhile, "
            + Words.change(undone)
            + " in all, is undone; "
            + other
            + " was the last to do it.";
  }

  private static boolean isNumber(ValueType type) {
    return switch (type) {
      case INT, LONG, FLOAT, DOUBLE, BYTE, SHORT -> true;
      case BOOLEAN, CHAR, REFERENCE -> false;
    };
  }

  private double number(int i) {
    return variable.type().number(variable.bits(i));
  }

  private String value(int i) {
    return variable.type().show(variable.bits(i));
  }
}
