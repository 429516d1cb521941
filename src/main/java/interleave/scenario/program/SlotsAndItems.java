package interleave.scenario.program;

import interleave.scenario.ProgramArguments;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;

/** A buffer with a few slots: two semaphores count, a third one lets in one thread at a time. */
public final class SlotsAndItems {
  static Semaphore slots = new Semaphore(1); // a permit for each slot that is free
  static final Semaphore items = new Semaphore(0); // and one for each item that is there
  static final Semaphore mutex = new Semaphore(1); // who has it is alone at the buffer
  static int[] buffer = new int[1];
  static int next; // where the next item is put
  static int first; // where the next one is taken
  static int sum; // of what was taken
  static boolean alone;
  static boolean mutexFirst;
  static int handling;

  private SlotsAndItems() {}

  static void lock() throws InterruptedException {
    if (alone) {
      mutex.acquire();
    }
  }

  static void unlock() {
    if (alone) {
      mutex.release();
    }
  }

  static void put(int item) throws InterruptedException {
    if (mutexFirst) {
      lock();
      slots.acquire(); // waits with the mutex in hand
    } else {
      slots.acquire(); // waits where it is in nobody's way
      lock();
    }
    int place = next;
    buffer[place] = item;
    Thread.sleep(handling);
    next = (place + 1) % buffer.length;
    unlock();
    items.release(); // one more to take
  }

  static int take() throws InterruptedException {
    if (mutexFirst) {
      lock();
      items.acquire();
    } else {
      items.acquire();
      lock();
    }
    int place = first;
    int item = buffer[place];
    Thread.sleep(handling);
    first = (place + 1) % buffer.length;
    sum += item;
    unlock();
    slots.release(); // one more free slot
    return item;
  }

  static void work(boolean puts, int number, int count, int pause) {
    try {
      for (int done = 0; done < count; done++) {
        if (puts) {
          put(number * count + done + 1);
        } else {
          take();
        }
        Thread.sleep(pause); // makes the next one, or uses the one it took
      }
    } catch (InterruptedException e) {
      System.out.println(Thread.currentThread().getName() + " goes home.");
    }
  }

  public static void main(String[] args) throws InterruptedException {
    ProgramArguments given = ProgramArguments.to("bounded-buffer", args);
    buffer = new int[given.number("capacity")];
    slots = new Semaphore(buffer.length);
    mutexFirst = given.text("order").equals("mutex-first");
    alone = given.on("mutex");
    handling = given.millis("handling");
    int pairs = given.number("pairs");
    int count = given.number("count");
    List<Thread> threads = new ArrayList<>();
    for (int pair = 0; pair < pairs; pair++) {
      int number = pair;
      int making = given.millis("making");
      int using = given.millis("using");
      threads.add(new Thread(() -> work(true, number, count, making), "Putter-" + (pair + 1)));
      threads.add(new Thread(() -> work(false, number, count, using), "Taker-" + (pair + 1)));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    int put = pairs * count * (pairs * count + 1) / 2;
    System.out.println("Put in: " + put + ", taken out: " + sum);
  }
}
