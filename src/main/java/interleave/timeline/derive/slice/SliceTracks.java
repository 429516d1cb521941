package interleave.timeline.derive.slice;

import interleave.event.EventKind;
import interleave.event.Flags;
import interleave.timeline.Flows;
import interleave.timeline.SliceTrack;
import interleave.timeline.WideMoments;
import interleave.timeline.column.FrozenList;
import interleave.timeline.column.IntBag;
import interleave.timeline.column.ObjectColumn;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All slices of a run: a track for each thread that has any, and for each row that is no thread's.
 * What lies between tracks comes in the order of times, what is in one at once.
 */
public final class SliceTracks {
  private static final Words WORDS = Words.of("timeline/slices");

  /** In place of a name: whichever is innermost. */
  static final int ANY = -1;

  /** The name of what has none. */
  public static final int UNNAMED = 0;

  private final ObjectColumn<SliceBuilder> tracks = new ObjectColumn<>();
  private final FlowColumns flows = new FlowColumns();
  private final WideColumns wide = new WideColumns();
  private final IntBag changed = new IntBag();

  /** What cannot be drawn: too deep, an end of nothing, an arrival of what never left. */
  private long deep;

  private long endless;
  private long strays;

  /** A new track, of that lane, or of none where it is -1. */
  public SliceBuilder add(int process, int lane, int id) {
    SliceBuilder track = new SliceBuilder(tracks.size(), process, lane, id);
    tracks.add(track);
    changed(track);
    return track;
  }

  public int size() {
    return tracks.size();
  }

  public SliceBuilder get(int index) {
    return tracks.get(index);
  }

  /** A row that is no thread's is called that. */
  public void name(int track, @Nullable String name) {
    if (name != null) {
      tracks.get(track).name = name;
      changed(tracks.get(track));
    }
  }

  private void changed(SliceBuilder track) {
    if (!track.changed) {
      track.changed = true;
      changed.add(track.index);
    }
  }

  /**
   * Takes an event of a track.
   *
   * @param thing the name, -1 for none
   * @param length of what ends by itself
   */
  public void event(
      EventKind kind,
      int track,
      int flags,
      int thing,
      long length,
      long time,
      @Nullable CharSequence text) {
    SliceBuilder of = tracks.get(track);
    changed(of);
    switch (kind) {
      case SLICE_BEGIN -> deep += of.begin(name(thing), time, text) ? 0 : 1;
      case SLICE -> deep += of.whole(name(thing), time, length, text) ? 0 : 1;
      case SLICE_END ->
          endless +=
              of.end(thing < 0 ? ANY : name(thing), (flags & Flags.FAILED) != 0, time, text)
                  ? 0
                  : 1;
      case INSTANT -> of.moment(name(thing), time, text);
      default -> throw new IllegalArgumentException(kind + " is not of a slice");
    }
  }

  /** A name is one more than the index of its thing, which an event may lack. */
  private static int name(int thing) {
    return thing < 0 ? UNNAMED : thing + 1;
  }

  /** A moment of a process, or of all where it is -1. */
  public void wide(int process, int thing, long time, @Nullable String text) {
    wide.add(name(thing), process, time, text);
  }

  /** A flow leaves what goes on in a track, or arrives there. */
  public void flow(EventKind kind, long id, int track, int thing, long time) {
    if (kind == EventKind.FLOW_OUT) {
      strays -= flows.out(id, track, time) ? 1 : 0;
    } else {
      strays += flows.in(id, name(thing), track, time) ? 0 : 1;
    }
  }

  /**
   * What could not be drawn, a sentence each.
   *
   * @param incomplete whether a begin, or a departure, may be what is missing
   */
  public List<String> problems(boolean incomplete) {
    List<String> problems = new ArrayList<>();
    told(problems, "deep", deep);
    if (!incomplete) {
      told(problems, "endless", endless);
      told(problems, "strays", strays);
    }
    return problems;
  }

  private static void told(List<String> problems, String key, long count) {
    if (count > 0) {
      problems.add(WORDS.count("problem." + key, count));
    }
  }

  public List<SliceBuilder> all() {
    return tracks.view();
  }

  public Flows flows(IntFunction<String> words) {
    return flows.view(words);
  }

  public WideMoments wideMoments(IntFunction<String> words) {
    return wide.view(words);
  }

  /** Shows the tracks as they are; takes over what has not changed. */
  public final class Views {
    private final FrozenList<SliceTrack> views = new FrozenList<>();
    private final IntFunction<String> words;
    private final IntFunction<String> lanes;

    /**
     * @param words what a name is, by one more than the index of its thing
     * @param lanes what the thread of a lane is called
     */
    public Views(IntFunction<String> words, IntFunction<String> lanes) {
      this.words = words;
      this.lanes = lanes;
    }

    public List<SliceTrack> take() {
      for (int i = views.size(); i < tracks.size(); i++) {
        views.set(i, view(tracks.get(i)));
      }
      for (int i = 0; i < changed.size(); i++) {
        SliceBuilder track = tracks.get(changed.get(i));
        track.changed = false;
        views.set(track.index, view(track));
      }
      changed.clear();
      return views.freeze();
    }

    private SliceView view(SliceBuilder track) {
      Supplier<String> name = track.lane() < 0 ? () -> track.name : () -> lanes.apply(track.lane());
      return new SliceView(track, name, words);
    }
  }
}
