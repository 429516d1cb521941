package interleave.view.inspector;

import interleave.timeline.ThreadState;
import interleave.timeline.layout.StateKey;
import interleave.words.Words;

/** States of threads in words. */
final class StateWords {
  private static final Words WORDS = Words.of("view/inspector");

  private StateWords() {}

  static String brief(ThreadState state) {
    return WORDS.get("state." + StateKey.of(state, true));
  }

  static String title(ThreadState state) {
    return WORDS.get("state.title." + StateKey.of(state, true));
  }
}
