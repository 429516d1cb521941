package interleave.agent.rewrite;

import interleave.agent.field.WatchedFields;
import interleave.agent.trace.Notes;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import org.jspecify.annotations.Nullable;

/**
 * Decides which classes are rewritten, on whichever thread loads one. Never throws, takes no lock
 * of the program's and loads no class of the program: what cannot be decided stays as it was.
 */
public final class Rewriter implements ClassFileTransformer {
  /** Packages of ours that run in traced processes, or might, and are not the program. */
  private static final String[] OURS = {
    "event/",
    "agent/",
    "process/",
    "engine/",
    "timeline/",
    "file/",
    "view/",
    "app/",
    "tail/",
    "program/"
  };

  /** Programs that our tests run. */
  private static final String FIXTURE = "interleave/agent/fixture/";

  /** Our classes of which frames may stand between the program's and the JDK's. */
  public static final String[] TASKS = {
    "interleave/agent/thread/ThreadTask",
    "interleave/agent/task/TracedTask",
    "interleave/agent/task/TracedPairTask"
  };

  private static final String PIPE_END = "interleave/agent/process/Pipe";

  private final ClassPrefilter sieve;
  private final WatchedFields watched;
  private final Loaders loaders = new Loaders();
  private volatile @Nullable ClassRewriting rewriting;

  public Rewriter(WatchedFields watched) {
    this.watched = watched;
    this.sieve = new ClassPrefilter(watched);
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable Module module,
      @Nullable ClassLoader loader,
      @Nullable String name,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] bytes) {
    if (loader == null) {
      return name != null && isPassed(name) ? hidden(bytes) : null;
    }
    try {
      if (name == null || isJdk(module) || !isProgram(loader, name)) {
        return null;
      }
      if (!sieve.isInteresting(bytes) || !loaders.seeUs(loader)) {
        return null;
      }
      return rewriting().rewrite(loader, name, bytes, redefined != null);
    } catch (Throwable e) {
      Notes.say(
          "Class "
              .concat(name == null ? "" : name.replace('/', '.'))
              .concat(" is not traced: ")
              .concat(String.valueOf(e)));
      return null;
    }
  }

  /**
   * The application's loader has modules of the JDK too, such as the compiler that runs a source
   * file.
   */
  private static boolean isJdk(@Nullable Module module) {
    String name = module == null ? null : module.getName();
    return name != null && (name.startsWith("java.") || name.startsWith("jdk."));
  }

  private static boolean isProgram(ClassLoader loader, String name) {
    return loader != Loaders.PLATFORM && (!name.startsWith("interleave/") || !isOurs(name));
  }

  private static boolean isOurs(String name) {
    for (String each : OURS) {
      if (name.startsWith(each, "interleave/".length())) {
        return !name.startsWith(FIXTURE);
      }
    }
    return false;
  }

  private static boolean isPassed(String name) {
    for (String each : TASKS) {
      if (each.equals(name)) {
        return true;
      }
    }
    return name.startsWith(PIPE_END);
  }

  private static byte @Nullable [] hidden(byte[] bytes) {
    try {
      return HiddenFrames.hide(bytes);
    } catch (Throwable e) {
      return null; // then one more line stands in stack traces
    }
  }

  private ClassRewriting rewriting() {
    ClassRewriting found = rewriting;
    if (found == null) {
      synchronized (sieve) {
        found = rewriting;
        if (found == null) {
          found = new ClassRewriting(watched);
          rewriting = found;
        }
      }
    }
    return found;
  }
}
