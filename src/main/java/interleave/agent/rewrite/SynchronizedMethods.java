package interleave.agent.rewrite;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Methods that were {@code synchronized} and now enter their monitor by themselves. Who asks for
 * their modifiers shall see what was written.
 */
public final class SynchronizedMethods {
  private static final Set<String> ALL = ConcurrentHashMap.newKeySet();

  private SynchronizedMethods() {}

  static void add(String owner, String name, String descriptor) {
    ALL.add(key(owner, name, descriptor));
  }

  static boolean contains(String owner, String name, String descriptor) {
    return ALL.contains(key(owner, name, descriptor));
  }

  private static String key(String owner, String name, String descriptor) {
    return owner.concat(" ").concat(name).concat(descriptor);
  }

  public static int modifiers(@Nullable Object object, int modifiers) {
    if (!(object instanceof Method method) || ALL.isEmpty()) {
      return modifiers;
    }
    StringBuilder descriptor = new StringBuilder("(");
    for (Class<?> each : method.getParameterTypes()) {
      descriptor.append(each.descriptorString());
    }
    descriptor.append(')').append(method.getReturnType().descriptorString());
    String owner = method.getDeclaringClass().getName();
    return contains(owner, method.getName(), descriptor.toString())
        ? modifiers | Modifier.SYNCHRONIZED
        : modifiers;
  }
}
