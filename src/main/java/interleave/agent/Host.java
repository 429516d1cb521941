package interleave.agent;

import interleave.agent.control.ControlledJdk;
import interleave.agent.control.OwnClasses;
import interleave.agent.control.RunHost;
import interleave.agent.field.WatchedFields;
import interleave.agent.rewrite.Rewriter;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A process that runs one program many times, each time under control and as an explorer says that
 * listens at the port which its environment names. It is started with the tracer as its agent and
 * the program's class path, main class and arguments as its own.
 */
public final class Host {
  private static @Nullable Instrumentation instrumentation;

  private Host() {}

  /** The tracer has been loaded into a process that is no traced program. */
  static void prepare(Instrumentation by) {
    instrumentation = by;
  }

  public static void main(String[] args) throws IOException {
    Instrumentation by = instrumentation;
    if (args.length < 2 || by == null) {
      System.err.println("java -javaagent:interleave-agent.jar … CLASSPATH MAIN [ARGUMENT …]");
      System.exit(2);
      return;
    }
    OwnClasses own = OwnClasses.of(args[0], args[1], System.getenv(WatchedFields.VARIABLE));
    Rewriter rewriter = new Rewriter(new HostFamilies(own));
    rewriter.onlyJdk();
    ControlledJdk.install(by, rewriter);
    String[] arguments = Arrays.copyOfRange(args, 2, args.length);
    System.exit(new RunHost(own, rewriter, arguments).serve());
  }
}
