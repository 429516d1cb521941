package interleave.agent;

import java.lang.instrument.Instrumentation;

/**
 * Where the JVM hands the program over to us, before its {@code main}.
 *
 * <p>The environment hands the tracer to every JVM that a traced program starts, and one that is
 * too old to load it would not start at all. So the build compiles this class, and no other, for
 * Java 8; it looks at the JVM before it touches anything else. An older JVM runs untraced.
 */
public final class Agent {
  private static final double FIRST_CLASS_FILE_VERSION = 69;

  private Agent() {}

  /** Called by the JVM because of {@code -javaagent}. */
  public static void premain(String arguments, Instrumentation instrumentation) {
    if (Double.parseDouble(System.getProperty("java.class.version")) >= FIRST_CLASS_FILE_VERSION) {
      Tracer.start(instrumentation);
    }
  }
}
