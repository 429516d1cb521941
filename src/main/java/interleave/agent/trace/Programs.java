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

  /**
   * Whether {@code name}, binary or internal, is a class of a broker's client, or of what logs for
   * it: a library of which the program's messages are shown, and not what it does inside.
   */
  public static boolean isOfBrokerClient(String name) {
    return isIn(name, "org.apache.activemq.")
        || isIn(name, "org.apache.qpid.")
        || isIn(name, "com.rabbitmq.")
        || isIn(name, "com.ibm.mq.")
        || isIn(name, "com.ibm.msg.")
        || isIn(name, "com.solacesystems.")
        || isIn(name, "com.sun.messaging.")
        || isIn(name, "org.slf4j.");
  }

  private static boolean isIn(String name, String packages) {
    if (name.length() < packages.length()) {
      return false;
    }
    for (int i = 0; i < packages.length(); i++) {
      char c = name.charAt(i) == '/' ? '.' : name.charAt(i);
      if (c != packages.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSeparator(char c) {
    return c == '.' || c == '/';
  }
}
