package interleave.exchange.jfr;

import interleave.exchange.jfr.RecordType.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How to go through the bytes of something of a type, and which of its fields to keep: a row of
 * steps, each over one number or text, with what is in a field of a field in the row, too.
 */
final class Plan {
  private static final byte NUMBER = 0;
  private static final byte BYTE = 1;
  private static final byte FOUR = 2;
  private static final byte EIGHT = 3;
  private static final byte TEXT = 4;
  private static final byte ARRAY = 5;

  private static final int MOST_STEPS = 4096;
  private static final int DEEPEST = 12;
  private static final int NO_SLOT = -1;

  private final byte[] steps;
  private final int[] slots;
  private final @Nullable Plan[] elements;
  private final List<@Nullable Field> fields;

  /** Behind the last step whose field is kept. */
  private final int needed;

  /** So many of the first steps are numbers. */
  private final int numbers;

  private Plan(Maker maker, List<@Nullable Field> fields) {
    int count = maker.steps.size();
    this.steps = new byte[count];
    this.slots = new int[count];
    this.elements = new @Nullable Plan[count];
    this.fields = fields;
    int last = 0;
    for (int i = 0; i < count; i++) {
      Step step = maker.steps.get(i);
      steps[i] = step.what;
      slots[i] = step.slot;
      elements[i] = step.elements;
      last = step.slot == NO_SLOT ? last : i + 1;
    }
    this.needed = last;
    int first = 0;
    while (first < count && steps[first] == NUMBER) {
      first++;
    }
    this.numbers = first;
  }

  private record Step(byte what, int slot, @Nullable Plan elements) {}

  /** A plan for things of that type; what is wanted and not there stays 0. */
  static Plan of(RecordType type, Map<Long, RecordType> types, List<String> wanted)
      throws DamageException {
    Map<String, Integer> slots = new HashMap<>();
    for (int i = 0; i < wanted.size(); i++) {
      slots.put(wanted.get(i), i);
    }
    Maker maker = new Maker(types);
    List<@Nullable Field> fields = new ArrayList<>();
    wanted.forEach(_ -> fields.add(null));
    if (type.name().equals(RecordType.STRING)) {
      maker.add(TEXT, wanted.isEmpty() ? NO_SLOT : 0, null);
    }
    for (Field field : type.fields()) {
      int slot = slots.getOrDefault(field.name(), NO_SLOT);
      if (slot != NO_SLOT) {
        fields.set(slot, field);
      }
      maker.field(field, slot, 0);
    }
    return new Plan(maker, fields);
  }

  /** A plan for what there is nothing of. */
  static Plan nothing() {
    return new Plan(new Maker(Map.of()), List.of());
  }

  /** Lays the fields of types in a row. */
  private static final class Maker {
    final Map<Long, RecordType> types;
    final List<Step> steps = new ArrayList<>();

    Maker(Map<Long, RecordType> types) {
      this.types = types;
    }

    void add(byte what, int slot, @Nullable Plan elements) throws DamageException {
      if (steps.size() >= MOST_STEPS) {
        throw new DamageException();
      }
      steps.add(new Step(what, slot, elements));
    }

    void field(Field field, int slot, int depth) throws DamageException {
      if (field.array()) {
        Maker inside = new Maker(types);
        inside.one(field, NO_SLOT, depth + 1);
        if (inside.steps.isEmpty()) {
          throw new DamageException(); // any number of nothings would take no room and for ever
        }
        add(ARRAY, slot, new Plan(inside, List.of()));
      } else {
        one(field, slot, depth);
      }
    }

    private void one(Field field, int slot, int depth) throws DamageException {
      RecordType type = types.get(field.type());
      if (type == null || depth > DEEPEST) {
        throw new DamageException();
      }
      if (field.constant()) {
        add(NUMBER, slot, null);
        return;
      }
      switch (type.name()) {
        case "boolean", "byte" -> add(BYTE, slot, null);
        case "char", "short", "int", "long" -> add(NUMBER, slot, null);
        case "float" -> add(FOUR, slot, null);
        case "double" -> add(EIGHT, slot, null);
        case RecordType.STRING -> add(TEXT, slot, null);
        default -> {
          for (Field each : type.fields()) {
            field(each, NO_SLOT, depth + 1);
          }
        }
      }
    }
  }

  /** Whether there is nothing to go through. */
  boolean isOfNothing() {
    return steps.length == 0;
  }

  /** The field that is kept there; null where the type has none of that name. */
  @Nullable Field field(int slot) {
    return fields.get(slot);
  }

  /**
   * Goes through something of the type, up to the last of the fields that are kept.
   *
   * @param into the fields that are kept: a number, the bits of a double, or where in the bytes the
   *     text or the array begins; 0 where there is none
   */
  void read(Cursor in, long[] into) throws DamageException {
    read(in, into, needed);
  }

  /** As {@link #read}, up to its end. */
  void readAll(Cursor in, long[] into) throws DamageException {
    read(in, into, steps.length);
  }

  private void read(Cursor in, long[] into, int to) throws DamageException {
    for (int i = in.numbers(Math.min(to, numbers), slots, into); i < to; i++) {
      int slot = slots[i];
      if (slot == NO_SLOT) {
        skip(in, i);
      } else {
        into[slot] =
            switch (steps[i]) {
              case NUMBER -> in.number();
              case BYTE -> in.next();
              case FOUR -> Double.doubleToRawLongBits(Float.intBitsToFloat(in.four()));
              case EIGHT -> in.eight();
              default -> {
                int at = in.at;
                skip(in, i);
                yield at;
              }
            };
      }
    }
  }

  /** Goes through something of the type and keeps nothing. */
  void skip(Cursor in) throws DamageException {
    for (int i = 0; i < steps.length; i++) {
      skip(in, i);
    }
  }

  private void skip(Cursor in, int step) throws DamageException {
    switch (steps[step]) {
      case NUMBER -> in.number();
      case BYTE -> in.skip(1);
      case FOUR -> in.skip(4);
      case EIGHT -> in.skip(8);
      case TEXT -> in.skipText();
      default -> {
        Plan inside = elements[step];
        if (inside == null) {
          throw new DamageException();
        }
        for (int i = in.count(); i > 0; i--) {
          inside.skip(in);
        }
      }
    }
  }
}
