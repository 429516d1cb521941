package interleave.exchange.perfetto;

import interleave.exchange.perfetto.wire.Wire;
import org.jspecify.annotations.Nullable;

/** What Chrome says beside, in the words of its older format. */
final class LegacyEvent {
  static final int FLOW_IN = 1;
  static final int FLOW_OUT = 2;

  /** Scopes of instants. */
  static final int GLOBAL = 1;

  static final int PROCESS = 2;

  boolean there;
  long name;

  /** A letter; 0 where the type of the event says what it is. */
  int phase;

  long durationUs;
  boolean identified;
  long id;

  /** Which of three sorts of ids it is: of the file, of the process, or not said. */
  int idSort;

  @Nullable String scope;
  long bind;
  int direction;
  int instantScope;
  int pid;
  int tid;

  void clear() {
    there = false;
    name = 0;
    phase = 0;
    durationUs = 0;
    identified = false;
    id = 0;
    idSort = 0;
    scope = null;
    bind = 0;
    direction = 0;
    instantScope = 0;
    pid = 0;
    tid = 0;
  }

  void read(Wire wire, Unknown unknown) {
    there = true;
    while (wire.next()) {
      switch (wire.field()) {
        case 1 -> name = wire.number();
        case 2 -> phase = wire.small();
        case 3 -> durationUs = wire.number();
        case 6, 10, 11 -> {
          identified = true;
          id = wire.number();
          idSort = wire.field();
        }
        case 7 -> scope = wire.text(Wire.LONGEST);
        case 8 -> bind = wire.number();
        case 12 -> wire.number(); // whether a flow ends in the slice around it: here it always does
        case 13 -> direction = wire.small();
        case 14 -> instantScope = wire.small();
        case 18 -> pid = wire.small();
        case 19 -> tid = wire.small();
        default -> unknown.add("legacy_event", wire.field());
      }
    }
  }

  /** Whether it only says that a flow passes. */
  boolean isFlow() {
    return there && (phase == 's' || phase == 't' || phase == 'f');
  }

  /** A number that is the same for all that belong together by their id. */
  long group(int process) {
    long key = id * 0x9E3779B97F4A7C15L + idSort;
    key = idSort == 10 ? key * 31 + process : key;
    return scope == null ? key : key * 31 + scope.hashCode();
  }
}
