package interleave.agent;

import interleave.agent.control.ControlledJdk;
import interleave.agent.control.OwnClasses;
import interleave.agent.field.WatchedFields;
import interleave.agent.output.OutputTap;
import interleave.agent.process.ExitHooks;
import interleave.agent.process.Pipes;
import interleave.agent.rewrite.Rewriter;
import interleave.agent.sample.FlightSampling;
import interleave.agent.standstill.StandstillWatch;
import interleave.agent.thread.CarrierSight;
import interleave.agent.thread.ServiceNumbers;
import interleave.agent.thread.ThreadEnds;
import interleave.agent.trace.Lane;
import interleave.agent.trace.Notes;
import interleave.event.Clock;
import interleave.event.EventKind;
import interleave.event.Lifeline;
import interleave.event.Recorder;
import java.lang.instrument.Instrumentation;

/**
 * The beginning of tracing, before the program's {@code main}. Does as little as possible: says
 * that the process is here, taps its output, and registers the rewriting of classes, whose own
 * classes are loaded when the first class of the program comes.
 */
final class Tracer {
  private static final String SOURCE_LAUNCHER = "jdk.compiler/com.sun.tools.javac.launcher.";

  private static boolean here;

  private Tracer() {}

  static void start(Instrumentation instrumentation) {
    try {
      Recorder recorder = Recorder.current();
      if (here || !recorder.on()) {
        Host.prepare(instrumentation);
        return;
      }
      here = true;
      ServiceNumbers.install(instrumentation);
      recorder.log().text(EventKind.PROCESS_START, 0, 0, 0, recorder.processId(), commandLine());
      String name = System.getenv(Recorder.NAME_VARIABLE);
      if (name != null && !name.isEmpty()) {
        recorder.processName(name);
      }
      boolean compiles = compilesFirst();
      if (!compiles) {
        Lane.ofBody();
      }
      ExitHooks.install();
      OutputTap.install();
      Pipes.install(instrumentation);
      Lifeline.watch(new StandstillWatch.Beginning());
      CarrierSight.install(instrumentation);
      ThreadEnds.install(instrumentation);
      OwnClasses controlled = Clock.COUNTS_STEPS ? OwnClasses.ofProcess() : null;
      Families families = new Families(WatchedFields.fromEnvironment(), controlled);
      // Able to do it again, so that it comes after the program's own agents, which see the classes
      // as they were compiled.
      Rewriter rewriter = new Rewriter(families);
      if (compiles) {
        rewriter.beginsWithFirstClass(Thread.currentThread());
      }
      if (controlled == null) {
        instrumentation.addTransformer(rewriter, true);
      } else {
        rewriter.all();
        ControlledJdk.install(instrumentation, rewriter);
      }
      // Their frames are hidden on the way; a class that is loaded while another is being rewritten
      // does not come by there.
      for (String each : Families.TASKS) {
        Class.forName(each.replace('/', '.'), true, null);
      }
      String samples = System.getenv(FlightSampling.VARIABLE);
      if (samples != null) {
        FlightSampling.begin(samples, instrumentation);
      }
    } catch (Throwable e) {
      // Whatever is wrong with us, the program runs.
      Notes.say("The tracer could not start: ".concat(String.valueOf(e)));
    }
  }

  /**
   * Whether the JVM is given a source file: then it compiles that first, on its main thread. What
   * the program does begins when the first of its classes comes.
   */
  private static boolean compilesFirst() {
    return System.getProperty("sun.java.command", "").startsWith(SOURCE_LAUNCHER);
  }

  private static String commandLine() {
    String command = System.getProperty("sun.java.command", "");
    return command.isEmpty() ? "java" : "java ".concat(command);
  }
}
