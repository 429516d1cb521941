package program;

import java.io.IOException;

/**
 * Starts a JVM and a {@code sleep} that would outlive it for an hour, says READY, and waits too.
 */
public final class Forever {
  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length == 0) {
      String java = ProcessHandle.current().info().command().orElseThrow();
      String classPath = System.getProperty("java.class.path");
      new ProcessBuilder(java, "-Xshare:auto", "-cp", classPath, "program.Forever", "child")
          .inheritIO()
          .start();
    } else {
      new ProcessBuilder("sleep", "3600").start();
      System.out.println("READY");
    }
    Thread.sleep(3_600_000);
  }
}
