package interleave.exchange.perfetto;

import interleave.exchange.perfetto.wire.LongList;
import interleave.exchange.perfetto.wire.Wire;

/**
 * What is written beside an event, as one short text: {@code frame=12 url=… size={width=3}}. What
 * has no end is cut.
 */
final class Annotations {
  private static final int MOST = 400;
  private static final int DEEPEST = 8;
  private static final String CUT = "…";

  private final StringBuilder text = new StringBuilder();
  private final Wire[] wires = new Wire[DEEPEST + 2];
  private final Unknown unknown;

  Annotations(Unknown unknown) {
    this.unknown = unknown;
    for (int i = 0; i < wires.length; i++) {
      wires[i] = new Wire();
    }
  }

  /** Everything that is said beside the event; empty where nothing is. */
  String of(TrackEvent event, Names names) {
    text.setLength(0);
    categories(event, names);
    for (int i = 0; i < event.annotations.size() && text.length() < MOST; i++) {
      annotation(event.annotations.get(i, wires[0]), names, 1);
    }
    if (!event.task.isEmpty()) {
      task(event.task.get(0, wires[0]), names);
    }
    if (!event.log.isEmpty()) {
      log(event.log.get(0, wires[0]), names);
    }
    if (text.length() > MOST) {
      text.setLength(MOST);
      text.append(CUT);
    }
    return text.toString();
  }

  private void categories(TrackEvent event, Names names) {
    String before = "[";
    for (int i = 0; i < event.categories.size() + event.ownCategories.size(); i++) {
      int own = i - event.categories.size();
      String name =
          own < 0 ? names.category(event.categories.get(i)) : event.ownCategories.text(own);
      text.append(before).append(name == null ? CUT : name);
      before = ",";
    }
    if (before.equals(",")) {
      text.append(']');
    }
  }

  private void separate() {
    int last = text.length() - 1;
    if (last >= 0 && text.charAt(last) != '{' && text.charAt(last) != '[') {
      text.append(' ');
    }
  }

  private void annotation(Wire wire, Names names, int depth) {
    separate();
    char open = 0;
    while (wire.next() && text.length() < MOST) {
      int field = wire.field();
      switch (field) {
        case 1, 10 -> {
          String name = field == 1 ? names.annotation(wire.number()) : wire.text(Wire.LONGEST);
          text.append(name == null ? CUT : name).append('=');
        }
        case 8 -> nested(wire, depth);
        case 11, 12 -> {
          char bracket = field == 11 ? '{' : '[';
          if (open != bracket) {
            text.append(bracket);
            open = bracket;
          }
          if (depth < DEEPEST) {
            annotation(wire.into(wires[depth]), names, depth + 1);
          } else {
            text.append(CUT);
          }
        }
        case 13, 16 -> wire.type(); // of what message the bytes are, which nobody here knows
        case 14 -> {
          text.append(CUT);
          unknown.add("annotation", field);
        }
        default -> scalar(wire, names);
      }
    }
    if (open != 0) {
      text.append(open == '{' ? '}' : ']');
    }
  }

  private void scalar(Wire wire, Names names) {
    switch (wire.field()) {
      case 2 -> text.append(wire.number() != 0);
      case 3 -> text.append(Long.toUnsignedString(wire.number()));
      case 4 -> text.append(wire.number());
      case 5 -> text.append(wire.real());
      case 7 -> text.append("0x").append(Long.toHexString(wire.number()));
      case 6, 9 -> text.append(wire.text(Wire.LONGEST));
      case 17 -> {
        String found = names.text(wire.number());
        text.append(found == null ? CUT : found);
      }
      default -> unknown.add("annotation", wire.field());
    }
  }

  /** The older way to write what lies within another. */
  private void nested(Wire outer, int depth) {
    if (depth >= DEEPEST) {
      text.append(CUT);
      return;
    }
    Wire wire = outer.into(wires[depth]);
    LongList keys = new LongList();
    int value = 0;
    char close = 0;
    while (wire.next() && text.length() < MOST) {
      switch (wire.field()) {
        case 2 -> keys.add((long) wire.from() << 32 | wire.to());
        case 3, 4 -> {
          boolean entry = wire.field() == 3;
          text.append(close == 0 ? entry ? "{" : "[" : " ");
          close = entry ? '}' : ']';
          if (entry && value < keys.size()) {
            long key = keys.get(value++);
            Wire at = new Wire().over(wire.bytes(), (int) (key >>> 32), (int) key);
            text.append(at.all(Wire.LONGEST)).append('=');
          }
          nested(wire, depth + 1);
        }
        case 5 -> text.append(wire.number());
        case 6 -> text.append(wire.real());
        case 7 -> text.append(wire.number() != 0);
        case 8 -> text.append(wire.text(Wire.LONGEST));
        default -> {} // whether it is a list or not, which is seen
      }
    }
    if (close != 0) {
      text.append(close);
    }
  }

  /** A task of Chrome's, and where in the source it was posted. */
  private void task(Wire wire, Names names) {
    while (wire.next()) {
      Names.Place place = wire.field() == 1 ? names.place(wire.number()) : null;
      if (place != null) {
        separate();
        text.append("posted_from=").append(place.function());
        text.append(" (").append(place.file()).append(')');
      }
    }
  }

  private void log(Wire wire, Names names) {
    while (wire.next()) {
      String body = wire.field() == 2 ? names.message(wire.number()) : null;
      if (body != null) {
        separate();
        text.append(body);
      }
    }
  }
}
