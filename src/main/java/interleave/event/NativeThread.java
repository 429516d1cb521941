package interleave.event;

import java.io.File;
import java.io.IOException;

/** The system's thread that runs the caller. */
public final class NativeThread {
  /** Leads to {@code <pid>/task/<tid>}. */
  private static final File SELF = new File("/proc/thread-self");

  private static final boolean IS_TOLD = SELF.exists();

  private NativeThread() {}

  /** Its id; 0 where the system does not tell. Costs some microseconds. */
  public static long id() {
    if (!IS_TOLD) {
      return 0;
    }
    try {
      return number(SELF.getCanonicalPath());
    } catch (IOException | SecurityException e) {
      return 0;
    }
  }

  /** The number at the end of a path, 0 where none is. */
  private static long number(String path) {
    int from = path.lastIndexOf(File.separatorChar) + 1;
    long number = 0;
    for (int i = from; i < path.length(); i++) {
      int digit = path.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return 0;
      }
      number = number * 10 + digit;
    }
    return number;
  }
}
