package interleave.agent.rewrite;

import interleave.agent.trace.Notes;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

/** Which class loaders see the tracer's classes, as they are on the boot class path. */
final class Loaders {
  static final ClassLoader PLATFORM = ClassLoader.getPlatformClassLoader();
  private static final ClassLoader SYSTEM = ClassLoader.getSystemClassLoader();

  // Class loaders with an equals of their own do not exist to speak of; at worst they are asked
  // again.
  private final Map<ClassLoader, Boolean> known = Collections.synchronizedMap(new WeakHashMap<>());

  boolean seeUs(ClassLoader loader) {
    if (loader == SYSTEM) {
      return true;
    }
    Boolean seen = known.get(loader);
    if (seen == null) {
      seen = look(loader);
      known.put(loader, seen);
      if (!seen) {
        Notes.say(
            "Classes of the class loader "
                .concat(loader.getClass().getName())
                .concat(" are not traced: it hides the tracer from them."));
      }
    }
    return seen;
  }

  private static boolean look(ClassLoader loader) {
    try {
      return Class.forName(Loaders.class.getName(), false, loader) == Loaders.class;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }
}
