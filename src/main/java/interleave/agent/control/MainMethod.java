package interleave.agent.control;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/** A program's {@code main}, which need be neither static nor public, nor take arguments. */
final class MainMethod {
  private final Method method;

  private MainMethod(Method method) {
    this.method = method;
  }

  static MainMethod of(Class<?> type) throws NoSuchMethodException {
    Method found = find(type, String[].class);
    if (found == null) {
      found = find(type);
    }
    if (found == null) {
      throw new NoSuchMethodException(type.getName().concat(" has no main method"));
    }
    found.setAccessible(true);
    return new MainMethod(found);
  }

  private static @Nullable Method find(Class<?> type, Class<?>... parameters) {
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      try {
        return each.getDeclaredMethod("main", parameters);
      } catch (NoSuchMethodException e) {
        // Then one above it has it.
      }
    }
    return null;
  }

  void call(String[] arguments) throws ReflectiveOperationException {
    Object receiver = Modifier.isStatic(method.getModifiers()) ? null : make();
    if (method.getParameterCount() == 1) {
      method.invoke(receiver, (Object) arguments);
    } else {
      method.invoke(receiver);
    }
  }

  private Object make() throws ReflectiveOperationException {
    Constructor<?> constructor = method.getDeclaringClass().getDeclaredConstructor();
    constructor.setAccessible(true);
    return constructor.newInstance();
  }
}
