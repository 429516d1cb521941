package interleave.timeline.search;

import interleave.timeline.SliceTrack;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.WideMoments;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * Slices and moments by their names, one row after the other. There may be millions; they are gone
 * through in their order, so where one is need not be looked for. One thread asks.
 */
public final class SliceNames {
  private static final Words WORDS = Words.of("timeline/slices");
  private static final FoundKind SLICE = new FoundKind(104, WORDS, "found.slice", true);
  private static final FoundKind MOMENT = new FoundKind(106, WORDS, "found.moment", true);

  private final List<Part> parts = new ArrayList<>();
  private long size;

  /** The part that was asked for last. */
  private int at;

  /** A row of a track, and the number of what is first in it; its moments where it has no depth. */
  private record Part(SliceTrack track, int depth, long first, int size) {
    String name(int i) {
      return depth < 0 ? track.moments().name(i) : track.row(depth).name(i);
    }

    ThingRef thing(int i) {
      return depth < 0
          ? new ThingRef.Moment(track.index(), i)
          : new ThingRef.Slice(track.index(), depth, i);
    }
  }

  private SliceNames() {}

  public static Findable of(Timeline timeline) {
    SliceNames names = new SliceNames();
    for (SliceTrack track : timeline.slices()) {
      for (int depth = 0; depth < track.depth(); depth++) {
        names.add(track, depth, track.row(depth).size());
      }
    }
    return names.findable(SLICE);
  }

  public static Findable moments(Timeline timeline) {
    SliceNames names = new SliceNames();
    timeline.slices().forEach(track -> names.add(track, -1, track.moments().size()));
    return names.findable(MOMENT);
  }

  public static Findable wide(Timeline timeline) {
    WideMoments moments = timeline.wideMoments();
    return new Findable(
        MOMENT, moments.size(), moments::name, ThingRef.WideMoment::new, moments::process);
  }

  private void add(SliceTrack track, int depth, int count) {
    if (count > 0) {
      parts.add(new Part(track, depth, size, count));
      size += count;
    }
  }

  private Findable findable(FoundKind kind) {
    return new Findable(
        kind,
        (int) Math.min(size, Integer.MAX_VALUE),
        i -> find(i).name((int) (i - parts.get(at).first())),
        i -> find(i).thing((int) (i - parts.get(at).first())),
        i -> find(i).track().process());
  }

  private Part find(int index) {
    if (index < parts.get(at).first()) {
      at = 0;
    }
    while (index - parts.get(at).first() >= parts.get(at).size()) {
      at++;
    }
    return parts.get(at);
  }
}
