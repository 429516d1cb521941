package interleave.app;

import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;

/** One sentence on a thing. */
final class Sentences {
  private Sentences() {}

  static String of(Timeline timeline, ThingRef thing) {
    return "";
  }
}
