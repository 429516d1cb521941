package interleave.file;

import java.util.ArrayList;
import java.util.List;

/** What was found wrong with a file, one sentence each. Any thread. */
final class Problems {
  private static final int MOST = 100;

  private final List<String> sentences = new ArrayList<>();
  private boolean incomplete;

  synchronized void add(String sentence) {
    if (sentences.size() < MOST && !sentences.contains(sentence)) {
      sentences.add(sentence);
    }
  }

  /** As {@link #add}, where something of the recording is missing therefore. */
  synchronized void missing(String sentence) {
    incomplete = true;
    add(sentence);
  }

  synchronized List<String> all() {
    return List.copyOf(sentences);
  }

  /** Whether something of the recording is missing. */
  synchronized boolean isIncomplete() {
    return incomplete;
  }
}
