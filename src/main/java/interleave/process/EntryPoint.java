package interleave.process;

import interleave.process.value.RecordTypes;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A static method that another process shall run, by class and name. The method need not be public;
 * a class has one static method of that name with that number of parameters.
 */
record EntryPoint(Method method) {

  /**
   * The static method {@code name} of {@code owner} with {@code count} parameters.
   *
   * @throws IllegalArgumentException with the reason when there is not exactly one
   */
  static EntryPoint of(Class<?> owner, String name, int count) {
    List<Method> found = new ArrayList<>();
    for (Method method : owner.getDeclaredMethods()) {
      if (method.getName().equals(name)
          && method.getParameterCount() == count
          && Modifier.isStatic(method.getModifiers())
          && !method.isSynthetic()) {
        found.add(method);
      }
    }
    if (found.size() != 1) {
      throw new IllegalArgumentException(
          owner.getName()
              + " has "
              + (found.isEmpty() ? "no static method " : "more than one static method ")
              + name
              + " with "
              + (count == 1 ? "1 parameter." : count + " parameters."));
    }
    found.getFirst().setAccessible(true);
    return new EntryPoint(found.getFirst());
  }

  /** As {@link #of(Class, String, int)}, for a class known by its name. */
  static EntryPoint of(String owner, String name, int count) {
    try {
      return of(Class.forName(owner), name, count);
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException(
          "There is no class " + owner + " on the class path of this process.", e);
    }
  }

  /** The {@code main} method of a program. */
  static EntryPoint main(String program) {
    return of(program, "main", 1);
  }

  String owner() {
    return method.getDeclaringClass().getName();
  }

  String name() {
    return method.getName();
  }

  /** Refuses arguments that the method would not take, before they are sent anywhere. */
  void check(Object... arguments) {
    Class<?>[] types = method.getParameterTypes();
    for (int i = 0; i < types.length; i++) {
      Object argument = arguments[i];
      if (argument == null ? types[i].isPrimitive() : !takes(types[i], argument.getClass())) {
        throw new IllegalArgumentException(
            "Parameter "
                + (i + 1)
                + " of "
                + name()
                + " is a "
                + types[i].getSimpleName()
                + ", and a "
                + (argument == null ? "null" : argument.getClass().getSimpleName())
                + " was given.");
      }
    }
  }

  /** Whether a call converts such an argument, as it does an int for a parameter that is a long. */
  private static boolean takes(Class<?> parameter, Class<?> argument) {
    if (!parameter.isPrimitive()) {
      return parameter.isAssignableFrom(argument);
    }
    String widening = "byte short int long float double";
    String to = parameter.getName();
    String from = MethodType.methodType(argument).unwrap().returnType().getName();
    return to.equals(from)
        || (widening.contains(to)
            && widening.contains(from)
            && widening.indexOf(from) < widening.indexOf(to))
        || (from.equals("char") && widening.indexOf(to) >= widening.indexOf("int"));
  }

  /** The record classes that its parameters are declared as. */
  RecordTypes parameterRecords() {
    return RecordTypes.among(List.of(method.getParameterTypes()));
  }

  /** The record class that its result is declared as, if it is one. */
  RecordTypes resultRecords() {
    return RecordTypes.among(List.of(method.getReturnType()));
  }

  /** Calls it with arguments as {@link Argument} wrote them, and throws what it throws. */
  @Nullable Object call(List<String> arguments) throws Throwable {
    List<@Nullable Object> values = new ArrayList<>();
    for (String argument : arguments) {
      values.add(Argument.read(argument, parameterRecords()));
    }
    return invoke(values.toArray());
  }

  /** As {@link #call}, for a {@code main} method, which takes all of them at once. */
  void callMain(List<String> arguments) throws Throwable {
    String[] texts = new String[arguments.size()];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = String.valueOf(Argument.read(arguments.get(i), RecordTypes.NONE));
    }
    invoke((Object) texts);
  }

  private @Nullable Object invoke(@Nullable Object... values) throws Throwable {
    try {
      return method.invoke(null, values);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }
}
