package interleave.bench;

import interleave.event.Recording;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Makes recordings of any size through the real writers: two threads that do one thing over and
 * over, some hundred nanoseconds a turn, as a program in a tight loop does. Arguments: a folder for
 * the recording, how many events, and of what, in small letters: {@code locks} unless told
 * otherwise.
 */
public final class FloodRecording {
  private static final long OPENED = 1_000_000_000;

  private FloodRecording() {}

  public static void main(String[] arguments) throws IOException {
    String what = arguments.length > 2 ? arguments[2] : "locks";
    Flood flood = Flood.valueOf(what.toUpperCase(Locale.ROOT));
    Recording recording = of(flood, Path.of(arguments[0]), Long.parseLong(arguments[1]));
    System.out.println(recording.folder());
  }

  /** A recording in a new folder of {@code parent}. */
  static Recording of(Flood flood, Path parent, long events) throws IOException {
    Recording recording = Recording.createIn(parent, 1L << 40);
    FloodThread one = FloodThread.begin(recording, 1, OPENED);
    FloodThread other = FloodThread.begin(recording, 2, OPENED);
    FloodThread engine = FloodThread.engine(recording, OPENED);
    flood.begin(one, other);
    long jitter = 1;
    for (long turn = 0; one.written() + other.written() + engine.written() < events; turn++) {
      jitter = jitter * 6364136223846793005L + 1442695040888963407L;
      flood.turn(one, other, engine, turn, 1000 + turn * Flood.TURN + (jitter >>> 58));
    }
    return recording;
  }
}
