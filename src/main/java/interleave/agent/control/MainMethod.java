package interleave.agent.control;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/** A program's {@code main}, which need be neither static nor public, nor take arguments. */
final class MainMethod {
  private static final MethodType USUAL = MethodType.methodType(void.class, String[].class);

  private MainMethod() {}

  /** Calls it; what it throws is thrown. */
  static void call(Class<?> type, String[] arguments) throws Throwable {
    MethodHandle usual = usual(type);
    if (usual != null) {
      usual.invoke(arguments);
      return;
    }
    try {
      call(found(type), arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  /** To reflect a class takes a tenth of a run's time: of most it need not be done. */
  private static @Nullable MethodHandle usual(Class<?> type) {
    try {
      return MethodHandles.privateLookupIn(type, MethodHandles.lookup())
          .findStatic(type, "main", USUAL);
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }

  private static Method found(Class<?> type) throws NoSuchMethodException {
    Method found = find(type, String[].class);
    if (found == null) {
      found = find(type);
    }
    if (found == null) {
      throw new NoSuchMethodException(type.getName().concat(" has no main method"));
    }
    found.setAccessible(true);
    return found;
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

  private static void call(Method method, String[] arguments) throws ReflectiveOperationException {
    Object receiver =
        Modifier.isStatic(method.getModifiers()) ? null : made(method.getDeclaringClass());
    if (method.getParameterCount() == 1) {
      method.invoke(receiver, (Object) arguments);
    } else {
      method.invoke(receiver);
    }
  }

  private static Object made(Class<?> type) throws ReflectiveOperationException {
    Constructor<?> constructor = type.getDeclaredConstructor();
    constructor.setAccessible(true);
    return constructor.newInstance();
  }
}
