package interleave.bench;

import interleave.event.Recording;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A program that writes a {@link Flood} while it goes on, into a recording that somebody follows.
 * Arguments: the folder, of what, for how many seconds, and how many events a second, 0 for as many
 * as can be. Prints how many it wrote.
 */
final class FloodProgram {
  private static final int TURNS_AT_ONCE = 64;

  /** Whoever sleeps wakes up to that much too late. */
  private static final long LONG = 100_000;

  private FloodProgram() {}

  public static void main(String[] arguments) throws IOException {
    Recording recording = Recording.open(Path.of(arguments[0]));
    Flood flood = Flood.valueOf(arguments[1].toUpperCase(Locale.ROOT));
    long length = TimeUnit.SECONDS.toNanos(Long.parseLong(arguments[2]));
    double rate = Double.parseDouble(arguments[3]);
    long opened = System.nanoTime();
    FloodThread one = FloodThread.begin(recording, 1, opened);
    FloodThread other = FloodThread.begin(recording, 2, opened);
    FloodThread engine = FloodThread.engine(recording, opened);
    flood.begin(one, other);
    long time = 0;
    for (long turn = 0; time < length; turn++) {
      flood.turn(one, other, engine, turn, time);
      time += Flood.TURN;
      if (turn % TURNS_AT_ONCE == 0) {
        double due = rate == 0 ? 0 : written(one, other, engine) / rate * 1e9;
        time = waitUntil(Math.max(time, (long) due), opened);
      }
    }
    System.out.println(written(one, other, engine));
  }

  /** No turn begins before it is time; returns how late it is by then. */
  private static long waitUntil(long due, long opened) {
    long now = System.nanoTime() - opened;
    while (now < due) {
      if (due - now > LONG) {
        LockSupport.parkNanos(due - now - LONG);
      } else {
        Thread.onSpinWait();
      }
      now = System.nanoTime() - opened;
    }
    return now;
  }

  private static long written(FloodThread... threads) {
    long sum = 0;
    for (FloodThread each : threads) {
      sum += each.written();
    }
    return sum;
  }
}
