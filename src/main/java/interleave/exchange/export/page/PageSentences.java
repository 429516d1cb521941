package interleave.exchange.export.page;

import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.explain.Explanation;
import interleave.words.Language;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What is said of things, in each language; where there are too many, of those that last longest.
 */
final class PageSentences {
  /** Of so many things at most. */
  static final int MOST = 20_000;

  private final Timeline timeline;
  private final List<List<String>> said = new ArrayList<>();
  private long shortest;
  private int rest = MOST;

  /**
   * @param all of what is explained
   */
  PageSentences(Timeline timeline, List<PageThings> all) {
    this.timeline = timeline;
    for (Language _ : Language.values()) {
      said.add(new ArrayList<>(List.of("")));
    }
    long[] lengths =
        all.stream()
            .flatMapToLong(it -> IntStream.range(0, it.size()).mapToLong(it::length))
            .toArray();
    if (lengths.length > MOST) {
      Arrays.sort(lengths);
      shortest = Math.max(1, lengths[lengths.length - MOST]);
    }
  }

  /** Whether there is one for everything. */
  boolean isAll() {
    return shortest == 0;
  }

  List<String> in(Language language) {
    return said.get(language.ordinal());
  }

  /** The number of what is said of it; 0 for nothing. */
  int number(@Nullable ThingRef thing, long length) {
    if (thing == null || length < shortest || rest == 0) {
      return 0;
    }
    rest--;
    return always(thing);
  }

  /** However many there are. */
  int always(ThingRef thing) {
    for (Language language : Language.values()) {
      in(language).add(language.speaking(() -> Explanation.sentence(timeline, thing)));
    }
    return in(Language.ENGLISH).size() - 1;
  }
}
