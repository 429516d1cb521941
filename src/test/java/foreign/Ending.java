package foreign;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;

/** Ends in the way that its first argument names. */
public final class Ending {
  private static int depth;

  public static void main(String[] args) throws Exception {
    switch (args[0]) {
      case "flood" -> flood(Integer.parseInt(args[1]));
      case "forever" -> forever();
      case "exit" -> exit();
      case "halt" -> {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("never said")));
        System.out.print("no end of line");
        Runtime.getRuntime().halt(9);
      }
      case "throw" -> {
        new Thread(() -> System.out.println("the other goes on"), "other").start();
        throw new IllegalStateException("thrown by main");
      }
      case "throw elsewhere" -> {
        Thread other =
            new Thread(
                () -> {
                  throw new Error("thrown elsewhere");
                },
                "other");
        other.start();
        other.join();
      }
      case "crash" -> {
        System.out.println("before");
        MemorySegment.ofAddress(16).reinterpret(8).get(ValueLayout.JAVA_LONG, 0);
        System.out.println("never said");
      }
      case "memory" -> memory();
      case "stack" -> {
        try {
          deeper();
        } catch (StackOverflowError e) {
          System.out.println("deep enough: " + (depth > 500));
        }
      }
      case "input" -> echo();
      case "kill" -> {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("bye")));
        System.out.println("before");
        String self = Long.toString(ProcessHandle.current().pid());
        new ProcessBuilder("kill", "-" + args[1], self).start().waitFor();
        Thread.sleep(3_600_000);
      }
      case "closed" -> {
        System.out.println("before");
        System.out.close();
        System.out.println("never said");
        System.err.println(System.out.checkError());
      }
      default -> throw new IllegalArgumentException(args[0]);
    }
  }

  private static void flood(int lines) {
    Thread other =
        new Thread(
            () -> {
              for (int i = 0; i < lines; i++) {
                System.err.println("error " + i);
              }
            });
    other.start();
    for (int i = 0; i < lines; i++) {
      System.out.println("line " + i + " of very many");
    }
  }

  private static void forever() throws InterruptedException {
    Object lock = new Object();
    System.out.println("READY");
    for (int i = 0; ; i++) {
      synchronized (lock) {
        Thread.sleep(1);
      }
    }
  }

  private static void exit() throws InterruptedException {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("bye")));
    Object never = new Object();
    Thread waiting =
        new Thread(
            () -> {
              synchronized (never) {
                try {
                  never.wait();
                } catch (InterruptedException e) {
                  System.out.println("never said");
                }
              }
            });
    waiting.start();
    Thread leaving = new Thread(() -> System.exit(42));
    leaving.start();
    leaving.join();
    System.out.println("never said");
  }

  private static void memory() {
    List<long[]> all = new ArrayList<>();
    System.out.println("before");
    while (true) {
      all.add(new long[100_000]);
    }
  }

  private static synchronized void deeper() {
    depth++;
    if (depth > 0) {
      deeper();
    }
  }

  private static void echo() throws Exception {
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
    System.out.print("Who are you? ");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      System.out.println("Hello " + line + "!");
    }
    System.exit(System.in.read() + 6);
  }
}
