package interleave.timeline.layout;

import interleave.timeline.Flows;
import interleave.timeline.SliceTrack;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.WideMoments;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What slices, moments and flows are called, and which belong together. */
public final class SliceText {
  private static final Words WORDS = Words.of("timeline/slices");
  private static final int MOST_LINES = 8;
  private static final int WIDEST = 90;

  private SliceText() {}

  /** The thread or the row that a track is, with its process where there are several. */
  public static String where(Timeline timeline, int index) {
    SliceTrack track = timeline.slices().get(index);
    return track.lane() >= 0
        ? Lanes.full(timeline, track.lane())
        : timeline.processes().size() < 2
            ? track.name()
            : Lanes.processName(timeline, track.process()) + " · " + track.name();
  }

  /** The innermost slice that goes on in a track, null where none does. */
  public static ThingRef.@Nullable Slice at(Timeline timeline, int index, long time) {
    SliceTrack track = timeline.slices().get(index);
    int depth = track.deepest(time);
    return depth < 0 ? null : new ThingRef.Slice(index, depth, track.row(depth).at(time));
  }

  /** What a thread does by its slices; empty where it is in none. */
  public static String doing(Timeline timeline, int lane, long time) {
    int track = timeline.slicesOf(lane);
    ThingRef.Slice slice = track < 0 ? null : at(timeline, track, time);
    return slice == null ? "" : timeline.slices().get(track).row(slice.depth()).name(slice.index());
  }

  /** Where a flow comes from (-1) or leads to (1): the slice there. */
  public static @Nullable ThingRef slice(Timeline timeline, int flow, int direction) {
    Flows flows = timeline.flows();
    return direction > 0
        ? at(timeline, flows.toTrack(flow), flows.toTime(flow))
        : at(timeline, flows.fromTrack(flow), flows.fromTime(flow));
  }

  /** The first flow that leaves a slice (1), or arrives in it (-1). */
  public static @Nullable ThingRef flowOf(
      Timeline timeline, int track, int depth, int i, int direction) {
    SliceTrack of = timeline.slices().get(track);
    long from = of.row(depth).start(i);
    long to = of.end(timeline, of.row(depth), i);
    Flows flows = timeline.flows();
    for (int flow = Math.max(0, flows.at(from - 1) + 1); flow < flows.size(); flow++) {
      long time = direction > 0 ? flows.fromTime(flow) : flows.toTime(flow);
      int at = direction > 0 ? flows.fromTrack(flow) : flows.toTrack(flow);
      if (at == track && time >= from && time <= to) {
        return new ThingRef.Flow(flow);
      }
      if (direction < 0 && time > to) {
        return null;
      }
    }
    return null;
  }

  /** What was told with something, in lines that can be read at a glance. */
  static List<String> lines(String arguments) {
    List<String> lines = new ArrayList<>();
    for (String line : arguments.split("\n", -1)) {
      String rest = line.strip();
      while (!rest.isEmpty() && lines.size() < MOST_LINES) {
        int end = rest.length() <= WIDEST ? rest.length() : broken(rest);
        lines.add(rest.substring(0, end).strip());
        rest = rest.substring(end).strip();
      }
    }
    return lines;
  }

  /** Where a line that is too long is broken: behind a word, if there is one. */
  private static int broken(String line) {
    int space = line.lastIndexOf(' ', WIDEST);
    int end = space > WIDEST / 2 ? space : WIDEST;
    return Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end;
  }

  /** Null for what is none of these. */
  public static @Nullable List<String> tooltip(Timeline timeline, ThingRef thing) {
    return switch (thing) {
      case ThingRef.Slice(int track, int depth, int i) -> slice(timeline, track, depth, i);
      case ThingRef.Track(int index) -> List.of(where(timeline, index));
      case ThingRef.Moment(int track, int i) -> {
        SliceTrack.Moments moments = timeline.slices().get(track).moments();
        yield moment(timeline, moments.name(i), moments.time(i), moments.arguments(i));
      }
      case ThingRef.WideMoment(int i) -> {
        WideMoments moments = timeline.wideMoments();
        yield moment(timeline, moments.name(i), moments.time(i), moments.arguments(i));
      }
      case ThingRef.Flow(int i) ->
          List.of(
              timeline.flows().name(i).isBlank()
                  ? WORDS.get("flow.unnamed")
                  : WORDS.get("flow.named", timeline.flows().name(i)));
      case ThingRef.Process _,
          ThingRef.Host _,
          ThingRef.Lane _,
          ThingRef.Crowd _,
          ThingRef.CrowdMoment _,
          ThingRef.Group _,
          ThingRef.GroupMoment _,
          ThingRef.Counter _,
          ThingRef.CounterValue _,
          ThingRef.Span _,
          ThingRef.Lock _,
          ThingRef.Hold _,
          ThingRef.HoldSum _,
          ThingRef.Synchronizer _,
          ThingRef.Opening _,
          ThingRef.Queue _,
          ThingRef.Message _,
          ThingRef.Variable _,
          ThingRef.Access _,
          ThingRef.LostUpdate _,
          ThingRef.Pool _,
          ThingRef.Task _,
          ThingRef.Pipe _,
          ThingRef.Gil _,
          ThingRef.GilHold _,
          ThingRef.Cpu _,
          ThingRef.Line _,
          ThingRef.Phase _,
          ThingRef.Local _,
          ThingRef.Deadlock _,
          ThingRef.Sighting _ ->
          null;
    };
  }

  private static List<String> slice(Timeline timeline, int index, int depth, int i) {
    SliceTrack track = timeline.slices().get(index);
    SliceTrack.Row row = track.row(depth);
    List<String> lines = new ArrayList<>();
    lines.add(row.name(i));
    lines.add(
        WORDS.get(
            "took",
            TimeText.duration(track.end(timeline, row, i) - row.start(i)),
            moment(timeline, row.start(i))));
    lines.addAll(lines(row.arguments(i)));
    return lines;
  }

  private static List<String> moment(Timeline timeline, String name, long time, String arguments) {
    List<String> lines = new ArrayList<>();
    lines.add(name);
    lines.add(WORDS.get("at", moment(timeline, time)));
    lines.addAll(lines(arguments));
    return lines;
  }

  private static String moment(Timeline timeline, long time) {
    return TimeText.moment(time - timeline.start(), 1000);
  }
}
