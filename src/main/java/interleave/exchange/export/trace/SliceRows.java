package interleave.exchange.export.trace;

import interleave.timeline.CounterTrack;
import interleave.timeline.Flows;
import interleave.timeline.SliceTrack;
import interleave.timeline.WideMoments;
import interleave.words.Words;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a file of another tool told of: slices, moments, flows and counters, as they came. */
final class SliceRows {
  private static final Words WORDS = Words.of("exchange/export");

  private static final String STATE = "state=";
  private static final String ARGUMENTS = "arguments";

  /** {@code [category] arguments=}: how importers begin what an event was told with. */
  private static final Pattern CATEGORY =
      Pattern.compile("^(?:\\[([^\\]]*)\\] ?)?(?:" + ARGUMENTS + "=)?");

  private final Telling telling;
  private final Map<Integer, TraceTrack> rows = new HashMap<>();

  SliceRows(Telling telling) {
    this.telling = telling;
  }

  void tell() throws IOException {
    for (SliceTrack track : telling.timeline().slices()) {
      if (telling.what.lanes().has(track.lane())) {
        slices(track);
        moments(track);
      }
    }
    if (telling.what.lanes().isAll()) {
      for (CounterTrack counter : telling.timeline().counterTracks()) {
        telling.counter(
            counter.process(), counter.name(), "", counter.size(), counter::time, counter::value);
      }
      wide();
    }
    flows();
  }

  /** The row of a thread's slices is the thread's own. */
  private @Nullable TraceTrack row(int index) throws IOException {
    SliceTrack track = telling.timeline().slices().get(index);
    if (track.lane() >= 0) {
      return telling.tracks.thread(track.lane());
    }
    if (!telling.what.lanes().isAll()) {
      return null;
    }
    TraceTrack known = rows.get(index);
    if (known == null) {
      known = telling.tracks.row(track.process(), track.name());
      rows.put(index, known);
    }
    return known;
  }

  /** Always the one that begins first, and of those the outermost. */
  private void slices(SliceTrack track) throws IOException {
    TraceTrack on = row(track.index());
    int[] next = new int[track.depth()];
    for (int depth = 0; depth < next.length; depth++) {
      SliceTrack.Row row = track.row(depth);
      next[depth] = Math.max(0, row.at(telling.what.range().from()));
    }
    for (int depth = first(track, next); depth >= 0; depth = first(track, next)) {
      SliceTrack.Row row = track.row(depth);
      int i = next[depth]++;
      telling.step();
      telling.slice(
          on,
          category(row.arguments(i), row.failed(i) ? "failed" : "slice"),
          row.name(i),
          row.start(i),
          track.end(telling.timeline(), row, i),
          facts(row.arguments(i)));
    }
  }

  private int first(SliceTrack track, int[] next) {
    int first = -1;
    for (int depth = 0; depth < next.length; depth++) {
      SliceTrack.Row row = track.row(depth);
      boolean there = next[depth] < row.size() && !telling.isPast(row.start(next[depth]));
      if (there && (first < 0 || row.start(next[depth]) < track.row(first).start(next[first]))) {
        first = depth;
      }
    }
    return first;
  }

  private void moments(SliceTrack track) throws IOException {
    SliceTrack.Moments moments = track.moments();
    TraceTrack on = row(track.index());
    for (int i = 0; i < moments.size() && !telling.isPast(moments.time(i)); i++) {
      telling.step();
      telling.instant(on, "moment", moments.name(i), moments.time(i), facts(moments.arguments(i)));
    }
  }

  /** What it was told with, as one text, but for the category that it may begin with. */
  private static List<Fact> facts(String arguments) {
    String text = CATEGORY.matcher(arguments).replaceFirst("");
    if (text.startsWith(STATE) && category(arguments, "").equals(ThreadRows.STATE)) {
      int end = text.indexOf(' ') < 0 ? text.length() : text.indexOf(' ');
      Fact state = new Fact("state", text.substring(STATE.length(), end));
      String rest = text.substring(end).strip();
      return rest.isEmpty() ? List.of(state) : List.of(state, new Fact(ARGUMENTS, rest));
    }
    return text.isBlank() ? List.of() : List.of(new Fact(ARGUMENTS, text));
  }

  private static String category(String arguments, String otherwise) {
    Matcher category = CATEGORY.matcher(arguments);
    return category.lookingAt() && category.group(1) != null ? category.group(1) : otherwise;
  }

  private void wide() throws IOException {
    WideMoments moments = telling.timeline().wideMoments();
    Map<Integer, TraceTrack> of = new HashMap<>();
    for (int i = 0; i < moments.size(); i++) {
      telling.step();
      if (telling.what.has(moments.time(i))) {
        TraceTrack on = of.get(moments.process(i));
        if (on == null) {
          on = telling.tracks.row(moments.process(i), WORDS.get("moments"));
          of.put(moments.process(i), on);
        }
        telling.instant(
            on, "moment", moments.name(i), moments.time(i), facts(moments.arguments(i)));
      }
    }
  }

  private void flows() throws IOException {
    Flows flows = telling.timeline().flows();
    for (int i = 0; i < flows.size() && !telling.isPast(flows.fromTime(i)); i++) {
      telling.step();
      telling.flow(
          "flow",
          flows.name(i),
          row(flows.fromTrack(i)),
          flows.fromTime(i),
          row(flows.toTrack(i)),
          flows.toTime(i));
    }
  }
}
