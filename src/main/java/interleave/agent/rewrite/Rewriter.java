package interleave.agent.rewrite;

import interleave.agent.trace.Lane;
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

  private final ClassPrefilter sieve;
  private final FamilyList families;
  private final String[] hidden;
  private final String[] telling;
  private final Loaders loaders = new Loaders();
  private volatile @Nullable ClassRewriting rewriting;
  private volatile boolean onlyJdk;
  private volatile boolean all;

  /** The thread that has not yet begun with the program; only that one sets it to null. */
  private @Nullable Thread begins;

  public Rewriter(FamilyList families) {
    this.families = families;
    this.hidden = families.hiddenFrames();
    this.telling = families.jdkClasses();
    this.sieve = new ClassPrefilter(families.names());
  }

  /** Every class of the program's is looked at, whatever names it has. */
  public void all() {
    all = true;
  }

  /** Classes of programs are left to loaders that ask by themselves. */
  public void onlyJdk() {
    onlyJdk = true;
  }

  /**
   * A class that is about to be defined, with its hooks; null where it stays as it is. For a loader
   * that asks by itself.
   */
  public byte @Nullable [] rewritten(ClassLoader loader, String name, byte[] bytes) {
    return rewriting().rewrite(loader, name, bytes, false);
  }

  /** That thread does nothing of the program's until it loads the first of its classes. */
  public void beginsWithFirstClass(Thread thread) {
    begins = thread;
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
      return name == null ? null : ofBootLoader(name, bytes);
    }
    if (onlyJdk) {
      return null;
    }
    try {
      if (name == null || isJdk(module) || !isProgram(loader, name)) {
        return null;
      }
      if (begins != null && begins == Thread.currentThread()) {
        begins = null;
        Lane.ofBody();
      }
      if (!all && !sieve.isInteresting(bytes) || !loaders.seeUs(loader)) {
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

  private byte @Nullable [] ofBootLoader(String name, byte[] bytes) {
    try {
      if (isIn(hidden, name)) {
        return HiddenFrames.hide(bytes);
      }
      return isIn(telling, name) ? JdkRewriting.rewrite(name, bytes, families.sites(name)) : null;
    } catch (Throwable e) {
      // Then one more line stands in stack traces, or pools and threads tell less.
      Notes.say(
          "Class "
              .concat(name.replace('/', '.'))
              .concat(" stays as it is: ")
              .concat(String.valueOf(e)));
      return null;
    }
  }

  private static boolean isIn(String[] names, String name) {
    for (String each : names) {
      if (each.equals(name)) {
        return true;
      }
    }
    return false;
  }

  private ClassRewriting rewriting() {
    ClassRewriting found = rewriting;
    if (found == null) {
      synchronized (sieve) {
        found = rewriting;
        if (found == null) {
          found = new ClassRewriting(new HookRegistry(families.families()));
          rewriting = found;
        }
      }
    }
    return found;
  }
}
