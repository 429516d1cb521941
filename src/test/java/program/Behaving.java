package program;

import java.util.Arrays;
import java.util.Scanner;
import java.util.concurrent.locks.ReentrantLock;

/** Behaves as its first argument says. */
public final class Behaving {
  public static void main(String[] args) throws Exception {
    switch (args[0]) {
      case "leave" -> {
        System.out.print("out");
        System.err.print("err");
        System.exit(9);
      }
      case "throw" -> throw new Error("oh");
      case "echo" ->
          System.out.print(String.join("|", Arrays.asList(args).subList(1, args.length)));
      case "die" -> {
        String self = Long.toString(ProcessHandle.current().pid());
        new ProcessBuilder("kill", "-9", self).start().waitFor();
        Thread.sleep(3_600_000);
      }
      case "wait" -> {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("bye")));
        System.out.println("READY");
        Thread.sleep(3_600_000);
      }
      case "busy" -> {
        ReentrantLock lock = new ReentrantLock();
        System.out.println("READY");
        while (true) {
          lock.lock();
          lock.unlock();
        }
      }
      case "flood" -> {
        while (!System.out.checkError()) {
          System.out.println("yes");
        }
        System.exit(4);
      }
      case "greet" -> System.out.println("hello " + new Scanner(System.in).nextLine());
      default -> throw new IllegalArgumentException(args[0]);
    }
  }
}
