package interleave.exchange.jfr;

import interleave.file.Progress;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Goes through the events of a chunk, and hands each to whoever makes something of its type. */
final class ChunkEvents {
  /** Types with an id below that are found without a search; those of the JDK have. */
  private static final int FEW = 1 << 12;

  private final Chunk chunk;
  private final EventWalk walk;
  private final Names names;
  private final ChunkHead clock;
  private final Function<RecordType, @Nullable Drawn> drawings;
  private final @Nullable OfType[] few = new @Nullable OfType[FEW];
  private final Map<Long, OfType> all = new HashMap<>();

  /** What there is of one type in this chunk. */
  static final class OfType {
    private static final long METADATA = 0;
    private static final long CONSTANTS = 1;

    final String name;
    private final long id;
    private final Drawn.@Nullable Drawing drawing;
    private final @Nullable Fields fields;

    /** How many there are of which nothing is made. */
    long undrawn;

    /** How many there are that cannot be read. */
    long damaged;

    /** Whether it is not of the program but of how the file is made. */
    boolean isOfLayout() {
      return id == METADATA || id == CONSTANTS;
    }

    private OfType(long id, String name, Drawn.@Nullable Drawing drawing, @Nullable Fields fields) {
      this.id = id;
      this.name = name;
      this.drawing = drawing;
      this.fields = fields;
    }
  }

  /**
   * @param clock tells the times of the events
   * @param progress hears of how far it came, and may end it
   * @param drawings what is made of a type's events; null for nothing
   */
  ChunkEvents(
      Chunk chunk,
      Names names,
      ChunkHead clock,
      Progress progress,
      Function<RecordType, @Nullable Drawn> drawings) {
    this.chunk = chunk;
    this.walk = new EventWalk(chunk, progress);
    this.names = names;
    this.clock = clock;
    this.drawings = drawings;
  }

  /** What there was of each type. */
  Iterable<OfType> types() {
    return all.values();
  }

  /** Takes those from one place on up to another. */
  void read(long from, long to) throws IOException {
    walk.over(from, to);
    while (block()) {}
  }

  /** Takes the one that is there. */
  void one(long place, long to) throws IOException {
    walk.over(place, to);
    if (walk.next()) {
      found(walk.in(), walk.type());
    }
  }

  private boolean block() throws IOException {
    for (int i = 0; i < EventWalk.BLOCK; i++) {
      if (!walk.next()) {
        return false;
      }
      found(walk.in(), walk.type());
    }
    return true;
  }

  private void found(Cursor in, long type) throws IOException {
    OfType of = type >= 0 && type < FEW ? few[(int) type] : all.get(type);
    if (of == null) {
      of = ofType(type);
    }
    Fields fields = of.fields;
    Drawn.Drawing drawing = of.drawing;
    if (fields == null || drawing == null) {
      of.undrawn++;
      return;
    }
    try {
      fields.read(in);
      drawing.event(fields);
    } catch (DamageException e) {
      of.damaged++;
    }
  }

  private OfType ofType(long id) {
    RecordType type = chunk.types().get(id);
    OfType made = type == null ? new OfType(id, "", null, null) : ofType(type);
    all.put(id, made);
    if (id >= 0 && id < FEW) {
      few[(int) id] = made;
    }
    return made;
  }

  private OfType ofType(RecordType type) {
    Drawn drawn = drawings.apply(type);
    if (drawn == null) {
      return new OfType(type.id(), type.name(), null, null);
    }
    try {
      Fields fields = Fields.of(type, drawn.fields(), clock, names, chunk);
      drawn.drawing().begin(fields);
      return new OfType(type.id(), type.name(), drawn.drawing(), fields);
    } catch (DamageException e) {
      return new OfType(type.id(), type.name(), null, null);
    }
  }
}
