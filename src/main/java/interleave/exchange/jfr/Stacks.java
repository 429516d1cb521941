package interleave.exchange.jfr;

import interleave.exchange.jfr.Constants.Pool;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The stacks among the constants of a chunk. */
final class Stacks {
  /** So many frames of a stack are read; the JDK keeps 64 unless told otherwise. */
  static final int MOST_FRAMES = 4096;

  private static final String TYPE = "jdk.types.StackTrace";
  private static final List<String> OF_FRAME = List.of("method", "lineNumber");

  private final Constants constants;
  private final Names names;
  private final @Nullable Pool pool;
  private final Plan ofStack;
  private final Plan ofFrame;
  private final Cursor in = new Cursor();
  private final long[] place = new long[1];
  private final long[] frame = new long[OF_FRAME.size()];

  private Stacks(Chunk chunk, Names names, @Nullable Pool pool, Plan ofStack, Plan ofFrame) {
    this.constants = chunk.constants();
    this.names = names;
    this.pool = pool;
    this.ofStack = ofStack;
    this.ofFrame = ofFrame;
  }

  static Stacks of(Chunk chunk, Names names) throws DamageException {
    Pool pool = chunk.constants().pool(TYPE);
    RecordType.Field frames = pool == null ? null : pool.type.field("frames");
    RecordType frame = frames == null ? null : chunk.types().get(frames.type());
    if (pool == null || frames == null || frame == null || !frames.array()) {
      Plan none = Plan.nothing();
      return new Stacks(chunk, names, null, none, none);
    }
    return new Stacks(
        chunk,
        names,
        pool,
        Plan.of(pool.type, chunk.types(), List.of(frames.name())),
        Plan.of(frame, chunk.types(), OF_FRAME));
  }

  /** The frames of a stack, the innermost first; none where it is not known. */
  List<Frame> frames(long key) throws DamageException {
    if (pool == null || key == 0 || !constants.find(pool, key, in)) {
      return List.of();
    }
    ofStack.read(in, place);
    in.at = (int) place[0];
    int count = Math.min(in.count(), MOST_FRAMES);
    List<Frame> frames = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      ofFrame.readAll(in, frame);
      Names.Method method = names.method(frame[0]);
      frames.add(new Frame(method.owner(), method.name(), (int) Math.max(0, (int) frame[1])));
    }
    return frames;
  }
}
