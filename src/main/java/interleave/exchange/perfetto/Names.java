package interleave.exchange.perfetto;

import interleave.exchange.perfetto.wire.Wire;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a writer gives numbers to, to say it once: names, texts, places in the source. */
final class Names {
  /** A place in the source. */
  record Place(String file, String function, int line) {}

  private final Limits limits;
  private final Wire within = new Wire();
  private final Map<Long, String> categories = new HashMap<>();
  private final Map<Long, String> events = new HashMap<>();
  private final Map<Long, String> annotations = new HashMap<>();
  private final Map<Long, String> texts = new HashMap<>();
  private final Map<Long, String> messages = new HashMap<>();
  private final Map<Long, Place> places = new HashMap<>();
  private long held;

  Names(Limits limits) {
    this.limits = limits;
  }

  void clear() {
    limits.forgotten(held);
    held = 0;
    categories.clear();
    events.clear();
    annotations.clear();
    texts.clear();
    messages.clear();
    places.clear();
  }

  @Nullable String category(long number) {
    return categories.get(number);
  }

  @Nullable String event(long number) {
    return events.get(number);
  }

  @Nullable String annotation(long number) {
    return annotations.get(number);
  }

  @Nullable String text(long number) {
    return texts.get(number);
  }

  @Nullable String message(long number) {
    return messages.get(number);
  }

  @Nullable Place place(long number) {
    return places.get(number);
  }

  /** Takes in what a packet names. */
  void read(Wire wire, Unknown unknown) {
    while (wire.next()) {
      switch (wire.field()) {
        case 1 -> named(wire, categories);
        case 2 -> named(wire, events);
        case 3 -> named(wire, annotations);
        case 4 -> place(wire);
        case 20 -> named(wire, messages);
        case 29 -> named(wire, texts);
        default -> unknown.add("interned", wire.field());
      }
    }
  }

  private void named(Wire wire, Map<Long, String> into) {
    long number = 0;
    String name = "";
    wire.into(within);
    while (within.next()) {
      if (within.field() == 1) {
        number = within.number();
      } else if (within.field() == 2) {
        name = within.text(Wire.LONGEST);
      }
    }
    held += limits.name(name.length());
    into.put(number, name);
  }

  private void place(Wire wire) {
    wire.into(within);
    long number = 0;
    while (within.next()) {
      number = within.field() == 1 ? within.number() : number;
    }
    Place place = inlinePlace(wire.into(within));
    held += limits.name(place.file.length() + place.function.length());
    places.put(number, place);
  }

  /** A place in the source, as it stands in a message. */
  static Place inlinePlace(Wire wire) {
    String file = "";
    String function = "";
    int line = 0;
    while (wire.next()) {
      switch (wire.field()) {
        case 2 -> file = wire.text(Wire.LONGEST);
        case 3 -> function = wire.text(Wire.LONGEST);
        case 4 -> line = wire.small();
        default -> {} // its number
      }
    }
    return new Place(file, function, line);
  }
}
