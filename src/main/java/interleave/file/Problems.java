package interleave.file;

import java.util.ArrayList;
import java.util.List;

/** What was found wrong with a file, one sentence each. Any thread. */
final class Problems {
  private static final int MOST = 100;

  private final List<String> sentences = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();
  private boolean incomplete;

  synchronized void add(String sentence) {
    if (sentences.size() < MOST && !sentences.contains(sentence)) {
      sentences.add(sentence);
    }
  }

  /**
   * As {@link #add}, of something that stays so when the recording is saved: what another tool's
   * file held that is not drawn.
   */
  synchronized void remark(String sentence) {
    add(sentence);
    if (sentences.contains(sentence) && !remarks.contains(sentence)) {
      remarks.add(sentence);
    }
  }

  /** Those that stay so. */
  synchronized List<String> remarks() {
    return List.copyOf(remarks);
  }

  /** Something of the recording is missing, which was told. */
  synchronized void missing() {
    incomplete = true;
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
