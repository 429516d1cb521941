package interleave.exchange.jfr;

import java.util.regex.Pattern;

/**
 * A frame of a stack.
 *
 * @param owner the class, as Java writes it; "" where there is none
 * @param line 0 where it is not known
 */
record Frame(String owner, String function, int line) {
  private static final String[] OF_JDK = {"java.", "jdk.", "sun.", "javax.", "com.sun."};
  private static final Pattern MADE_UP = Pattern.compile("\\$\\$Lambda|[./+]0x[0-9a-f]+$");
  private static final Pattern LIBRARY = Pattern.compile("\\.(so[.\\d]*|dylib)$");

  /** Whether its class was made at run time, such as of a lambda, and has no name of its own. */
  boolean isMadeUp() {
    return MADE_UP.matcher(owner).find();
  }

  /** Whether it is none of the program's own, nor of a library's. */
  boolean isOfJdk() {
    for (String each : OF_JDK) {
      if (owner.startsWith(each)) {
        return true;
      }
    }
    return owner.isEmpty();
  }

  boolean is(String klass, String method) {
    return function.equals(method) && owner.equals(klass);
  }

  /**
   * The name of the outermost class without its package, after which its file is called, mostly;
   * that of the library of what is native.
   */
  String outermost() {
    if (LIBRARY.matcher(owner).find()) {
      return owner;
    }
    String simple = owner.substring(owner.lastIndexOf('.') + 1);
    int inner = simple.indexOf('$', 1);
    return inner < 0 ? simple : simple.substring(0, inner);
  }
}
