package interleave.scenario.program;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.util.concurrent.Future;

/** Only waits, again and again, and looks how late it is woken. */
final class Guest implements Runnable {
  private static final int ROUNDS = 12;

  private final String name;
  private int rounds = ROUNDS;
  private long latest;
  private long due = System.nanoTime() + EventLoop.PAUSE * 1_000_000;
  private Future<?> next = EventLoop.loop.schedule(this, EventLoop.PAUSE, MILLISECONDS);

  Guest(int number) {
    this.name = "guest-" + number;
  }

  @Override
  public void run() {
    latest = Math.max(latest, System.nanoTime() - due);
    if (--rounds == 0) {
      EventLoop.leave("%s: at most %d ms late".formatted(name, latest / 1_000_000));
      return;
    }
    due = System.nanoTime() + EventLoop.PAUSE * 1_000_000;
    next =
        EventLoop.loop.schedule(
            this, EventLoop.PAUSE, MILLISECONDS); // gives the thread to whoever is due
  }

  void cancel() {
    if (next.cancel(false)) {
      EventLoop.leave(name + ": cancelled");
    }
  }
}
