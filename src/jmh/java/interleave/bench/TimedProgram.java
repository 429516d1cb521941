package interleave.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import javax.tools.ToolProvider;

/** Runs a program, and prints what processor time its JVM took in all, since it was started. */
final class TimedProgram {
  private TimedProgram() {}

  /**
   * Runs the compiler with the other arguments where the first one is {@code javac}, else the class
   * of that name.
   */
  public static void main(String[] arguments) throws Exception {
    String[] rest = new String[arguments.length - 1];
    System.arraycopy(arguments, 1, rest, 0, rest.length);
    if (arguments[0].equals("javac")) {
      ToolProvider.getSystemJavaCompiler().run(null, null, null, rest);
    } else {
      Class.forName(arguments[0]).getMethod("main", String[].class).invoke(null, (Object) rest);
    }
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    System.out.println("cpu=" + system.getProcessCpuTime());
  }
}
