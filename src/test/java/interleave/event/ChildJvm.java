package interleave.event;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts a JVM with the tests' own class path. */
public final class ChildJvm {
  private ChildJvm() {}

  public static List<String> command(Class<?> main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(main.getName());
    command.addAll(List.of(arguments));
    return command;
  }

  public static ProcessBuilder builder(Recording recording, Class<?> main, String... arguments) {
    ProcessBuilder builder = new ProcessBuilder(command(main, arguments));
    builder.environment().putAll(recording.environment());
    return builder.redirectError(ProcessBuilder.Redirect.INHERIT);
  }

  /** This JVM, which a test started, ends when that test is gone; else it would run for ever. */
  public static void endWithTest() {
    Thread watch =
        new Thread(
            () -> {
              try {
                while (System.in.read() >= 0) {
                  // tests do not write
                }
              } catch (IOException e) {
                // nobody is there
              }
              Runtime.getRuntime().halt(1);
            },
            "watch");
    watch.setDaemon(true);
    watch.start();
  }
}
