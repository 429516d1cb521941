package interleave.timeline.track;

import interleave.timeline.ThingGroup.Sort;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.VariableTrack;
import interleave.timeline.draw.Brush;
import interleave.timeline.draw.Role;
import interleave.timeline.events.EventSource;
import interleave.timeline.events.VariableEvents;
import interleave.timeline.hit.Hit;
import interleave.timeline.hit.Part;
import interleave.timeline.layout.Folds;
import interleave.timeline.layout.LearnerNames;
import interleave.timeline.layout.ObservedSteps;
import interleave.timeline.layout.TimeText;
import interleave.timeline.range.Inquiry;
import interleave.timeline.search.Findable;
import interleave.timeline.search.FoundKind;
import interleave.timeline.statistics.Sheet;
import interleave.timeline.statistics.VariableSheet;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A watched variable: its value over time, reads hollow, writes filled, lost updates ringed. */
final class VariableBand extends TrackKind {
  private static final Words WORDS = Words.of("timeline/draw");
  private static final FoundKind FOUND = FoundKind.of(60, "kind.variable");
  static final String NAME = "variable";
  static final VariableBand KIND = new VariableBand();

  private VariableBand() {
    super(NAME, Sort.VARIABLE);
  }

  @Override
  public List<Place> places(Timeline timeline, Folds folds) {
    return within(timeline, folds, variable -> timeline.variables().get(variable).process());
  }

  @Override
  public double height(Timeline timeline, int index, Folds folds) {
    return timeline.variables().get(index).lostUpdates() > 0 ? 150 : 92;
  }

  @Override
  public @Nullable ThingRef thing(Timeline timeline, int index) {
    return new ThingRef.Variable(index);
  }

  @Override
  int row(ThingRef thing) {
    return switch (thing) {
      case ThingRef.Variable(int index) -> index;
      case ThingRef.Access(int variable, int _) -> variable;
      case ThingRef.LostUpdate(int variable, int _) -> variable;
      default -> -1;
    };
  }

  @Override
  public @Nullable ThingRef step(Timeline timeline, ThingRef from, long playhead, int direction) {
    return switch (from) {
      case ThingRef.LostUpdate(int variable, int index) ->
          new ThingRef.LostUpdate(
              variable, next(index, direction, timeline.variables().get(variable).lostUpdates()));
      case ThingRef.Access(int variable, int index) ->
          new ThingRef.Access(
              variable, next(index, direction, timeline.variables().get(variable).size()));
      default -> null;
    };
  }

  @Override
  public List<Findable> findables(Timeline timeline) {
    return List.of(
        new Findable(
            FOUND,
            timeline.variables().size(),
            i -> timeline.variables().get(i).name(),
            ThingRef.Variable::new,
            i -> timeline.variables().get(i).process()));
  }

  @Override
  public List<EventSource> events(Timeline timeline) {
    return timeline.variables().stream()
        .<EventSource>map(each -> new VariableEvents(timeline, each))
        .toList();
  }

  @Override
  public List<Sheet> sheets(Inquiry asked) {
    return List.of(VariableSheet.of(asked));
  }

  // No first event: variables get their first value while the program's classes are loaded.

  @Override
  public @Nullable TellingMoment tellingMoment(Timeline timeline) {
    for (VariableTrack variable : timeline.variables()) {
      if (variable.lostUpdates() > 0) {
        return new TellingMoment(0, variable.time(variable.lostUpdate(0).overwrite()));
      }
    }
    return null;
  }

  @Override
  public void draw(View view, Space space, Slot slot, Brush brush) {
    VariableTrack variable = view.timeline().variables().get(slot.index());
    ThingRef thing = new ThingRef.Variable(variable.index());
    Gutter.draw(
        view,
        slot,
        thing,
        LearnerNames.title("Variable", variable.name()),
        facts(view, variable),
        brush);
    double expected = LostUpdates.expected(view, variable);
    ValueAxis axis = ValueAxis.of(variable, space, slot, expected);
    axis.labels(variable, space.left() - 8, brush);
    brush.tracks(space.left(), slot.y(), space.right() - space.left(), slot.height());
    brush
        .hits()
        .rect(
            space.left(),
            slot.y(),
            space.right() - space.left(),
            slot.height(),
            Hit.of(Part.TRACK, thing));
    new ValueLine(view, space, slot, variable, axis, brush).draw();
    new LostUpdates(view, space, slot, variable, axis, brush).draw();
    brush.names();
  }

  private static List<Gutter.Fact> facts(View view, VariableTrack variable) {
    List<Gutter.Fact> facts = new ArrayList<>();
    facts.add(Gutter.Fact.plain(WORDS.get("variable.signs")));
    int lost = variable.lostUpdates();
    String updates = WORDS.count("variable.lost", lost, count(lost));
    facts.add(new Gutter.Fact(updates, lost > 0 ? Role.RED : Role.GOOD));
    if (ObservedSteps.of(view.timeline(), variable)) {
      facts.add(Gutter.Fact.plain(WORDS.get("variable.observed")));
    }
    if (view.selection() instanceof ThingRef.LostUpdate(int index, int update)
        && index == variable.index()) {
      facts.add(Gutter.Fact.plain(WORDS.get("variable.number", count(update + 1))));
    }
    return facts;
  }

  /** Digits in groups of three with a space. */
  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number).replace(',', ' ');
  }

  @Override
  public @Nullable List<String> tooltip(Timeline timeline, ThingRef thing) {
    return switch (thing) {
      case ThingRef.Variable(int index) -> {
        VariableTrack variable = timeline.variables().get(index);
        List<String> lines = new ArrayList<>();
        lines.add(LearnerNames.title("Variable", variable.name()));
        lines.add(WORDS.get("variable.tip", count(variable.reads()), count(variable.writes())));
        lines.add(
            WORDS.count("variable.lost", variable.lostUpdates(), count(variable.lostUpdates())));
        if (ObservedSteps.of(timeline, variable)) {
          lines.add(WORDS.get("variable.observed.tip"));
        }
        yield lines;
      }
      case ThingRef.Access(int index, int access) ->
          access(timeline, timeline.variables().get(index), access);
      case ThingRef.LostUpdate(int index, int update) ->
          lostUpdate(timeline, timeline.variables().get(index), update);
      default -> null;
    };
  }

  private static List<String> access(Timeline timeline, VariableTrack variable, int i) {
    String value = variable.shown(i);
    List<String> lines = new ArrayList<>();
    lines.add(
        WORDS.get(
            variable.write(i) ? "access.writes" : "access.reads",
            thread(timeline, variable, i),
            value));
    lines.add(WORDS.get("access.at", TimeText.moment(variable.time(i) - timeline.start(), 1)));
    var site = timeline.site(variable.site(i));
    if (site.line() > 0) {
      lines.add(site.simpleFile() + ":" + site.line() + " " + site.function());
    }
    if (variable.isLost(i)) {
      lines.add(WORDS.get("access.lost"));
    }
    return lines;
  }

  private static List<String> lostUpdate(Timeline timeline, VariableTrack variable, int update) {
    VariableTrack.LostUpdate lost = variable.lostUpdate(update);
    return List.of(
        WORDS.get("lost-update", count(update + 1), count(variable.lostUpdates())),
        WORDS.get(
            "lost-update.wrote",
            thread(timeline, variable, lost.lostWrite()),
            variable.shown(lost.lostWrite())),
        WORDS.get(
            "lost-update.overwrote",
            thread(timeline, variable, lost.overwrite()),
            variable.shown(lost.overwrite()),
            TimeText.duration(lost.ageNs())));
  }

  private static String thread(Timeline timeline, VariableTrack variable, int access) {
    int lane = variable.lane(access);
    return lane < 0 ? WORDS.get("a-thread") : timeline.lanes().get(lane).name();
  }
}
