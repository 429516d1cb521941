package interleave.agent.control;

import interleave.agent.rewrite.Rewriter;
import java.io.IOException;
import java.net.URL;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Loads the program's classes anew for each run, so that its static fields are as at first. */
final class RunLoader extends ClassLoader {
  static {
    registerAsParallelCapable();
  }

  private final OwnClasses own;
  private final Cache cache;

  /** The rewritten files of the classes that were loaded in a run before. */
  static final class Cache {
    private static final byte[] NONE = {};

    private final Map<String, byte[]> files = new ConcurrentHashMap<>();

    /** Classes that all runs share. */
    private final Map<String, Class<?>> shared = new ConcurrentHashMap<>();

    private final OwnClasses own;
    private final Rewriter rewriter;

    Cache(OwnClasses own, Rewriter rewriter) {
      this.own = own;
      this.rewriter = rewriter;
    }

    byte @Nullable [] file(String name, ClassLoader by) throws IOException {
      byte[] found = files.get(name);
      if (found == null) {
        byte[] plain = own.bytes(name);
        found = plain == null ? NONE : rewritten(name, plain, by);
        files.put(name, found);
      }
      return found == NONE ? null : found;
    }

    private byte[] rewritten(String name, byte[] plain, ClassLoader by) {
      byte[] rewritten = rewriter.rewritten(by, name.replace('.', '/'), plain);
      return rewritten == null ? plain : rewritten;
    }
  }

  RunLoader(OwnClasses own, Cache cache) {
    super("run", ClassLoader.getSystemClassLoader());
    this.own = own;
    this.cache = cache;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    Class<?> known = cache.shared.get(name);
    if (known != null) {
      return known;
    }
    if (!own.isFresh(name)) {
      Class<?> found = super.loadClass(name, resolve);
      cache.shared.put(name, found);
      return found;
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> found = findLoadedClass(name);
      if (found == null) {
        found = defined(name);
      }
      return found != null ? found : super.loadClass(name, resolve);
    }
  }

  private @Nullable Class<?> defined(String name) throws ClassNotFoundException {
    try {
      byte[] file = cache.file(name, this);
      return file == null ? null : defineClass(name, file, 0, file.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  /** The class of that internal name where this run has loaded it. */
  @Nullable Class<?> loaded(String internalName) {
    return findLoadedClass(internalName.replace('/', '.'));
  }

  @Override
  public @Nullable URL getResource(String name) {
    URL found = own.resource(name);
    return found != null ? found : super.getResource(name);
  }
}
