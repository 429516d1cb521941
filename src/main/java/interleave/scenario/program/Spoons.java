package interleave.scenario.program;

import interleave.scenario.ProgramArguments;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;

/** Guests share spoons. Nobody is ever stuck; but does everybody get to eat? */
public final class Spoons {
  static final Map<String, Integer> eaten =
      new ConcurrentHashMap<>(Map.of("Anna", 0, "Ben", 0, "Carl", 0));
  static volatile int spoon = 1; // 1: Anna has it, 2: Ben; only who has it may give it away
  static Semaphore spoons = new Semaphore(2);
  static int meals;
  static int eating;

  private Spoons() {}

  static boolean isHungry(String name) {
    return eaten.getOrDefault(name, 0) < meals;
  }

  static void eat(String me) throws InterruptedException {
    Thread.sleep(eating);
    int mine = eaten.merge(me, 1, Integer::sum);
    String other = me.equals("Anna") ? "Ben" : "Anna";
    if (mine == meals && isHungry(other) && !me.equals("Carl")) {
      System.out.println(me + " is full: " + mine + ". " + other + ": " + eaten.get(other) + ".");
    }
  }

  /** One spoon: whoever has it gives it to the other one, as long as that one is hungry. */
  static void afterYou(String me, String other, int politeness, int patience)
      throws InterruptedException {
    int mine = me.equals("Anna") ? 1 : 2;
    int gave = 0; // how often in a row
    while (isHungry(me)) {
      if (spoon != mine) {
        Thread.sleep(eating / 4 + 1); // looks again soon
      } else if (isHungry(other) && ThreadLocalRandom.current().nextInt(100) < politeness) {
        Thread.sleep(eating / 4 + 1); // “After you!”
        spoon = 3 - mine;
        gave++;
        if (gave == patience) {
          System.out.println(me + " gave it away " + gave + " times; eaten: " + eaten.get(me));
          return;
        }
      } else {
        eat(me);
        gave = 0;
      }
    }
    spoon = 3 - mine;
  }

  /** Two spoons, of which one guest needs one, and another both. */
  static void eatWith(String me, int needed) throws InterruptedException {
    while (isHungry(me)) {
      spoons.acquire(needed); // a fair semaphore serves who has waited longest, another who can go
      try {
        eat(me);
      } finally {
        spoons.release(needed);
      }
    }
  }

  static Thread guest(String me, String other, ProgramArguments given) {
    boolean polite = given.text("way").equals("polite");
    return new Thread(
        () -> {
          try {
            if (polite) {
              afterYou(me, other, given.number("politeness"), given.number("patience"));
            } else {
              eatWith(me, me.equals("Ben") ? 2 : 1);
            }
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        },
        me);
  }

  public static void main(String[] args) throws InterruptedException {
    ProgramArguments given = ProgramArguments.to("livelock", args);
    meals = given.number("meals");
    eating = given.millis("eating");
    spoons = new Semaphore(2, given.text("way").equals("fair"));
    List<Thread> guests = new ArrayList<>();
    guests.add(guest("Anna", "Ben", given));
    if (!given.text("way").equals("polite")) {
      guests.add(guest("Carl", "Ben", given));
    }
    guests.add(guest("Ben", "Anna", given));
    for (Thread guest : guests) {
      guest.start();
      Thread.sleep(eating / 3); // they do not come all at once
    }
    for (Thread guest : guests) {
      guest.join();
    }
    System.out.println("Anna ate " + eaten.get("Anna") + ", Ben ate " + eaten.get("Ben") + ".");
  }
}
