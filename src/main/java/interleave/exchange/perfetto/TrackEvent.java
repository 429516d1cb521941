package interleave.exchange.perfetto;

import interleave.exchange.perfetto.wire.LongList;
import interleave.exchange.perfetto.wire.Parts;
import interleave.exchange.perfetto.wire.Wire;

/** What an event of a track says. One object is used for all of them, one by one. */
final class TrackEvent {
  static final int SLICE_BEGIN = 1;
  static final int SLICE_END = 2;
  static final int INSTANT = 3;
  static final int COUNTER = 4;
  static final int STATE = 5;

  int type;
  boolean hasTrack;
  long track;

  /** Its name, by number; 0 where it stands in the event itself, or nowhere. */
  long name;

  long deltaUs;
  long absoluteUs;
  boolean delta;
  boolean absolute;
  boolean counted;
  boolean real;

  /** The value of the counter, or the bits of it where it is {@link #real}. */
  long value;

  long place;

  final LongList categories = new LongList();
  final LongList flows = new LongList();
  final LongList lastFlows = new LongList();
  final LongList extraCounters = new LongList();
  final LongList extraValues = new LongList();
  final LongList extraRealCounters = new LongList();
  final LongList extraRealValues = new LongList();

  /** Where the messages lie that are looked into only when the event is drawn. */
  final Parts ownName = new Parts();

  final Parts ownCategories = new Parts();
  final Parts annotations = new Parts();
  final Parts ownPlace = new Parts();
  final Parts task = new Parts();
  final Parts log = new Parts();

  final LegacyEvent legacy = new LegacyEvent();

  private final Wire within = new Wire();

  void read(Wire wire, Unknown unknown) {
    clear();
    while (wire.next()) {
      switch (wire.field()) {
        case 3 -> wire.numbers(categories);
        case 4 -> annotations.add(wire);
        case 5 -> task.add(wire);
        case 6 -> legacy.read(wire.into(within), unknown);
        case 9 -> type = wire.small();
        case 10 -> name = wire.number();
        case 11 -> {
          hasTrack = true;
          track = wire.number();
        }
        case 21 -> log.add(wire);
        case 22 -> ownCategories.add(wire);
        case 23 -> ownName.add(wire);
        case 33 -> ownPlace.add(wire);
        case 34 -> place = wire.number();
        default -> numbers(wire, unknown);
      }
    }
  }

  private void numbers(Wire wire, Unknown unknown) {
    switch (wire.field()) {
      case 1 -> {
        delta = true;
        deltaUs = wire.number();
      }
      case 16 -> {
        absolute = true;
        absoluteUs = wire.number();
      }
      case 30, 44 -> {
        counted = true;
        real = wire.field() == 44;
        value = wire.number();
      }
      case 12 -> wire.numbers(extraValues);
      case 31 -> wire.numbers(extraCounters);
      case 45 -> wire.numbers(extraRealCounters);
      case 46 -> wire.fixedNumbers(extraRealValues);
      case 36 -> wire.numbers(flows);
      case 47 -> wire.fixedNumbers(flows);
      case 42 -> wire.numbers(lastFlows);
      case 48 -> wire.fixedNumbers(lastFlows);
      default -> unknown.add("event", wire.field());
    }
  }

  private void clear() {
    type = 0;
    hasTrack = false;
    track = 0;
    name = 0;
    delta = false;
    absolute = false;
    counted = false;
    place = 0;
    categories.clear();
    flows.clear();
    lastFlows.clear();
    extraCounters.clear();
    extraValues.clear();
    extraRealCounters.clear();
    extraRealValues.clear();
    ownName.clear();
    ownCategories.clear();
    annotations.clear();
    ownPlace.clear();
    task.clear();
    log.clear();
    legacy.clear();
  }
}
