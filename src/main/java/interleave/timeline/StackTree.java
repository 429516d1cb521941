package interleave.timeline;

/**
 * The stacks that threads were seen with: each is a frame and the stack it was called from, so that
 * stacks that begin alike share what they have in common.
 */
public interface StackTree {
  StackTree NONE =
      new StackTree() {
        @Override
        public int size() {
          return 0;
        }

        @Override
        public int caller(int stack) {
          return -1;
        }

        @Override
        public int site(int stack) {
          return 0;
        }
      };

  /** No stack is looked at further than so many frames, whatever a file tells. */
  int MOST_FRAMES = 512;

  int size();

  /** The stack that its innermost frame was called from, -1 at the root. */
  int caller(int stack);

  /** Index into {@link Timeline#site} of its innermost frame; 0 is unknown. */
  int site(int stack);

  /** The stack and those it was called from, innermost first; returns how many. */
  default int walk(int stack, int[] into) {
    int depth = 0;
    for (int at = stack; at >= 0 && depth < into.length; at = caller(at)) {
      into[depth++] = at;
    }
    return depth;
  }
}
