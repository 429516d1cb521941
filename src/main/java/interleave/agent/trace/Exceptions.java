package interleave.agent.trace;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Exceptions of the program in words, without calling the program. */
public final class Exceptions {
  private Exceptions() {}

  public static String describe(Throwable e) {
    String name = e.getClass().getName();
    String message = message(e);
    return message == null ? name : name.concat(": ").concat(message);
  }

  private static @Nullable String message(Throwable e) {
    try {
      for (Class<?> each = e.getClass(); each != Throwable.class; each = each.getSuperclass()) {
        if (!Programs.isJdk(each.getName()) && declaresMessage(each)) {
          return null;
        }
      }
      return e.getMessage();
    } catch (Throwable unreadable) {
      return null;
    }
  }

  private static boolean declaresMessage(Class<?> type) {
    for (Method each : type.getDeclaredMethods()) {
      if (each.getName().equals("getMessage") && each.getParameterCount() == 0) {
        return true;
      }
    }
    return false;
  }
}
