package interleave.exchange.dump;

import java.util.List;

/** Which of a stack's frames are the program's. */
final class ProgramFrames {
  private static final List<String> OF_JDK =
      List.of("java.", "javax.", "jdk.", "sun.", "com.sun.", "kotlin.", "kotlinx.coroutines.");

  private ProgramFrames() {}

  /**
   * The innermost of the program's own; the innermost of all where it has none, -1 for no frame.
   */
  static int first(List<Frame> stack) {
    for (int i = 0; i < stack.size(); i++) {
      if (isOfProgram(stack.get(i))) {
        return i;
      }
    }
    return stack.isEmpty() ? -1 : 0;
  }

  private static boolean isOfProgram(Frame frame) {
    if (!frame.owner().isEmpty()) {
      return OF_JDK.stream().noneMatch(frame.owner()::startsWith);
    }
    String file = frame.file();
    return !file.contains("/lib/python3.")
        && !file.contains("\\lib\\")
        && !file.startsWith("<frozen")
        && !file.equals("threading.py");
  }
}
