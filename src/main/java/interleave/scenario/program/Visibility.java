package interleave.scenario.program;

import interleave.scenario.ProgramArguments;

/** One thread writes a flag, another one reads it again and again. Does it ever see the write? */
public final class Visibility {
  static boolean plain;
  static volatile boolean open; // a read sees what was written last, and what came before that
  static boolean guarded; // only who has the monitor reads or writes it
  static final Object monitor = new Object();

  private Visibility() {}

  static boolean isGuarded() {
    synchronized (monitor) { // sees what was written before the monitor was given back
      return guarded;
    }
  }

  static void watch(String kind) {
    switch (kind) {
      case "plain" -> {
        while (!plain) {} // nothing here can change it, so the compiler may read it once only
      }
      case "volatile" -> {
        while (!open) {}
      }
      case "synchronized" -> {
        while (!isGuarded()) {}
      }
      default -> {
        while (!plain) {
          Thread.onSpinWait(); // here the compiler happens to read anew; nobody promises it
        }
      }
    }
    System.out.println("The watcher has seen it.");
  }

  static void write(String kind) {
    System.out.println("Now the flag is written.");
    switch (kind) {
      case "volatile" -> open = true;
      case "synchronized" -> {
        synchronized (monitor) {
          guarded = true;
        }
      }
      default -> plain = true;
    }
  }

  public static void main(String[] args) throws InterruptedException {
    ProgramArguments given = ProgramArguments.to("visibility", args);
    Thread watcher = new Thread(() -> watch(given.text("kind")), "Watcher");
    watcher.setDaemon(true); // or it would keep the program from ending
    watcher.start();
    Thread.sleep(given.millis("pause"));
    write(given.text("kind"));
    watcher.join(given.millis("patience"));
    System.out.println(watcher.isAlive() ? "It is still not seen." : "The watcher has ended.");
  }
}
