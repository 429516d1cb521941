package interleave.agent.trace;

/** Tells the program's classes from the JDK's, by name. */
public final class Programs {
  private Programs() {}

  /** Whether {@code name}, binary or internal, is a class of the JDK. */
  public static boolean isJdk(String name) {
    return name.startsWith("java") && name.length() > 4 && isSeparator(name.charAt(4))
        || name.startsWith("javax") && name.length() > 5 && isSeparator(name.charAt(5))
        || name.startsWith("jdk") && name.length() > 3 && isSeparator(name.charAt(3))
        || name.startsWith("sun") && name.length() > 3 && isSeparator(name.charAt(3))
        || name.startsWith("com.sun.")
        || name.startsWith("com/sun/");
  }

  private static boolean isSeparator(char c) {
    return c == '.' || c == '/';
  }
}
