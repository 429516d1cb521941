package interleave.process;

import interleave.event.Lifeline;
import interleave.event.Recorder;
import interleave.process.value.RecordTypes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The main class of child processes. Started by {@link ChildProcess} and {@link ProcessPool}, not
 * by people, but for one purpose: with the argument {@value #WARM_UP}, or none, it loads what
 * workers need and ends, so that an archive of these classes can be made with {@code
 * -XX:ArchiveClassesAtExit}.
 */
public final class Worker {
  /** Name, pid of the parent, class, method, arguments. */
  static final String RUN = "run";

  /** Name, pid of the parent, class, arguments. */
  static final String MAIN = "main";

  /** Name, pid of the parent, and what {@link PoolWorker} takes. */
  static final String SERVE = "serve";

  /** Name, pid of the parent, and what {@link BrokerWorker} takes. */
  static final String PULL = "pull";

  static final String WARM_UP = "--warm-up";

  private Worker() {}

  /** What a child process does. */
  public static void main(String[] args) throws Throwable {
    if (args.length == 0 || args[0].equals(WARM_UP)) {
      WarmUp.run();
      return;
    }
    if (args.length < 4) {
      throw new IllegalArgumentException(
          "This is the inside of a child process; it is started by ChildProcess.");
    }
    ParentWatch.begin(Long.parseLong(args[2]));
    Recorder recorder = Recorder.current();
    recorder.processName(String.valueOf(Argument.read(args[1], RecordTypes.NONE)));
    Lifeline.watch();
    List<String> rest = new ArrayList<>(Arrays.asList(args).subList(3, args.length));
    switch (args[0]) {
      case RUN -> {
        List<String> arguments = rest.subList(2, rest.size());
        EntryPoint.of(rest.get(0), rest.get(1), arguments.size()).call(arguments);
      }
      case MAIN -> EntryPoint.main(rest.getFirst()).callMain(rest.subList(1, rest.size()));
      case SERVE -> PoolWorker.of(rest).serve();
      case PULL -> BrokerWorker.of(rest).serve();
      default -> throw new IllegalArgumentException("A child process cannot " + args[0] + ".");
    }
  }
}
