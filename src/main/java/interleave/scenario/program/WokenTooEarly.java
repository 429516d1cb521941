package interleave.scenario.program;

import interleave.scenario.ProgramArguments;
import java.util.ArrayList;
import java.util.List;

/** Guests wait for cakes. Does who has been woken look again before it takes one? */
public final class WokenTooEarly {
  static final Object counter = new Object();
  static int cakes; // on the counter; can there be fewer than none?
  static int fewest;
  static int inVain; // how often one was woken and found nothing
  static boolean looksAgain;
  static boolean wakesAll;

  private WokenTooEarly() {}

  static void bring() {
    synchronized (counter) {
      cakes = cakes + 1;
      if (wakesAll) {
        counter.notifyAll();
      } else {
        counter.notify();
      }
    }
  }

  /** What is wrong: that there was no cake is asked once, before the wait. */
  static void waitOnce() throws InterruptedException {
    if (cakes < 1) {
      counter.wait(); // lets go of the monitor, and gets it back some time after it was woken
    }
  }

  /** What is right: who was woken looks again, as somebody else may have been quicker. */
  static void waitUntilThereIsOne() throws InterruptedException {
    while (cakes < 1) {
      counter.wait();
      if (cakes < 1) {
        inVain++;
      }
    }
  }

  static void take() throws InterruptedException {
    synchronized (counter) {
      if (looksAgain) {
        waitUntilThereIsOne();
      } else {
        waitOnce();
      }
      cakes = cakes - 1; // is there one?
      fewest = Math.min(fewest, cakes);
    }
  }

  static void visit(int rounds, int eating) {
    try {
      for (int round = 0; round < rounds; round++) {
        take();
        Thread.sleep(eating);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public static void main(String[] args) throws InterruptedException {
    ProgramArguments given = ProgramArguments.to("woken-too-early", args);
    looksAgain = given.text("look").equals("while");
    wakesAll = given.text("wakes").equals("all");
    int rounds = given.number("rounds");
    int eating = given.millis("eating");
    List<Thread> guests = new ArrayList<>();
    for (int number = 1; number <= given.number("guests"); number++) {
      guests.add(new Thread(() -> visit(rounds, eating), "Guest-" + number));
    }
    guests.forEach(Thread::start);
    for (int cake = 0; cake < guests.size() * rounds; cake++) {
      Thread.sleep(given.millis("baking"));
      bring();
    }
    for (Thread guest : guests) {
      guest.join();
    }
    System.out.println("Fewest cakes: " + fewest + ", woken in vain: " + inVain);
  }
}
