package interleave.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.Map;

/**
 * Runs the two-thread race many times in one JVM, each with classes of its own, and nobody says who
 * goes on: what is left of a controlled run without the control.
 */
public final class BareRuns {
  private static final String PROGRAMS = "interleave.scenario.program.";
  private static final String RACE = PROGRAMS + "LockAndLostUpdates";

  private BareRuns() {}

  /** Loads the program's classes anew. */
  private static final class Loader extends ClassLoader {
    private final Map<String, byte[]> files;

    Loader(Map<String, byte[]> files) {
      super(ClassLoader.getSystemClassLoader());
      this.files = files;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith(PROGRAMS)) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> known = findLoadedClass(name);
        if (known != null) {
          return known;
        }
        byte[] file = files.computeIfAbsent(name, BareRuns::file);
        return defineClass(name, file, 0, file.length);
      }
    }
  }

  private static byte[] file(String name) {
    try (InputStream in =
        ClassLoader.getSystemResourceAsStream(name.replace('.', '/') + ".class")) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  public static void main(String[] arguments) throws Exception {
    System.setOut(new PrintStream(OutputStream.nullOutputStream()));
    Map<String, byte[]> files = new HashMap<>();
    for (int i = Integer.parseInt(arguments[0]); i > 0; i--) {
      String[] given = {"threads=2", "loops=2", "lock=off"};
      new Loader(files)
          .loadClass(RACE)
          .getMethod("main", String[].class)
          .invoke(null, (Object) given);
    }
  }
}
