package foreign;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Starts JVMs of its own: one with its own streams, one that it reads, and one from a shell. */
public final class Parent {
  public static void main(String[] args) throws Exception {
    if (args.length > 0) {
      Thread worker =
          new Thread(
              () -> {
                synchronized (Parent.class) {
                  System.out.println("child " + args[0]);
                  System.err.println("error of child " + args[0]);
                }
              },
              "worker of " + args[0]);
      worker.start();
      worker.join();
      System.exit(Integer.parseInt(args[0]));
    }
    System.out.println("exit " + command("3").inheritIO().start().waitFor());
    Process read = command("4").start();
    String error = new String(read.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    String out = new String(read.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    System.out.print("read [" + out + "] [" + error + "]\n");
    System.out.println("exit " + read.waitFor());
    Process merged = command("5").redirectErrorStream(true).start();
    try (var reader = merged.inputReader()) {
      System.out.println("merged " + reader.lines().sorted().toList());
    }
    System.out.println("exit " + command("6").start().waitFor());
    Process lines = command("7").start();
    try (var reader = lines.errorReader()) {
      System.out.println("first line: " + reader.readLine());
    }
    System.out.println("exit " + lines.waitFor());
  }

  private static ProcessBuilder command(String number) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String path = System.getProperty("java.class.path");
    return new ProcessBuilder(
        List.of(
            java,
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            path,
            "foreign.Parent",
            number));
  }
}
