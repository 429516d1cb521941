package interleave.timeline.search;

import interleave.timeline.Site;
import interleave.timeline.Spans;
import interleave.timeline.StackSamples;
import interleave.timeline.StackTree;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.stack.StackText;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Functions that stacks of threads were sampled in, each once a thread, at the moment at which it
 * was seen there first.
 */
public final class FunctionNames {
  private static final FoundKind FOUND = FoundKind.ofMoments(115, "kind.function");

  private FunctionNames() {}

  private record Seen(Site place, int lane, long time) {}

  public static Findable of(Timeline timeline) {
    List<Seen> all = new ArrayList<>();
    for (StackSamples samples : timeline.stackSamples()) {
      add(timeline, samples, all);
    }
    return new Findable(
        FOUND,
        all.size(),
        i -> name(all.get(i).place()),
        i -> thing(timeline, all.get(i)),
        i -> timeline.lanes().get(all.get(i).lane()).process());
  }

  private static void add(Timeline timeline, StackSamples samples, List<Seen> all) {
    StackTree tree = timeline.stacks();
    BitSet walked = new BitSet();
    Set<Site> known = new HashSet<>();
    for (int i = 0; i < samples.size(); i++) {
      for (int at = samples.stack(i); at >= 0 && !walked.get(at); at = tree.caller(at)) {
        walked.set(at);
        Site place = timeline.site(tree.site(at));
        Site function = new Site(place.file(), 0, place.function(), place.owner());
        if (!place.function().isEmpty() && known.add(function)) {
          all.add(new Seen(place, samples.lane(), samples.time(i)));
        }
      }
    }
  }

  private static String name(Site place) {
    return StackText.function(place) + "  " + StackText.place(place);
  }

  private static ThingRef thing(Timeline timeline, Seen seen) {
    Spans spans = timeline.lanes().get(seen.lane()).spans();
    int i = spans.at(seen.time());
    return i < 0 ? new ThingRef.Lane(seen.lane()) : new ThingRef.Span(seen.lane(), spans.start(i));
  }
}
