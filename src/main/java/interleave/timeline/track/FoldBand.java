package interleave.timeline.track;

import interleave.timeline.ThingGroup;
import interleave.timeline.ThingGroup.Sort;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.draw.Brush;
import interleave.timeline.draw.Face;
import interleave.timeline.draw.LegendEntry;
import interleave.timeline.draw.Role;
import interleave.timeline.draw.TextMetrics;
import interleave.timeline.hit.Hit;
import interleave.timeline.hit.HitMap;
import interleave.timeline.hit.Part;
import interleave.timeline.layout.FoldRows;
import interleave.timeline.layout.Folds;
import interleave.timeline.layout.GroupText;
import interleave.timeline.layout.TimeText;
import interleave.timeline.lod.Bins;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Many things of one sort folded into one row: how many were in use over time, and how many of
 * those were waited for.
 */
final class FoldBand extends TrackKind {
  static final String NAME = FoldRows.GROUP;
  private static final double HEIGHT = 62;
  private static final int RANK = 90;

  /** The legend lists it once, whether it is of all processes or of those on a machine. */
  private static final List<StackedArea.Layer> LIVED = layers(Sort.PROCESS);

  private final Sort sort;
  private final List<StackedArea.Layer> layers;

  FoldBand(Sort sort) {
    super(NAME);
    this.sort = sort;
    layers = sort == Sort.PROCESS ? LIVED : layers(sort);
  }

  @Override
  String about() {
    return TrackKinds.name(sort);
  }

  /** What there is most reason to look at lies lowest, and is seen however little it is. */
  private static List<StackedArea.Layer> layers(Sort sort) {
    List<StackedArea.Layer> layers = new ArrayList<>();
    for (int amount = sort.amounts() - 1; amount >= 0; amount--) {
      int which = amount;
      Role fill = fill(sort, amount);
      LegendEntry legend =
          LegendEntry.plain(
              RANK + 4 * sort.ordinal() + amount, () -> GroupText.legend(sort, which), fill);
      layers.add(
          new StackedArea.Layer(
              amount, fill, on(fill), () -> GroupText.word(sort, which), b -> b.seen(legend)));
    }
    return layers;
  }

  private static Role fill(Sort sort, int amount) {
    return switch (sort) {
      case LOCK -> amount == 1 ? Role.LOCK_WAIT : Role.RUNNING_SOFT;
      case SYNCHRONIZER -> amount == 1 ? Role.SYNC_WAIT : Role.RUNNING_SOFT;
      case QUEUE -> amount == 1 ? Role.QUEUE_WAIT : Role.RUNNING_SOFT;
      case POOL -> amount == 1 ? Role.READY : Role.RUNNING;
      case VARIABLE -> amount == 2 ? Role.RED : amount == 1 ? Role.RUNNING : Role.SLEEPING;
      case PIPE, COUNTER -> Role.IO;
      case TRACK -> Role.SLICE_0;
      case PROCESS -> Role.RUNNING_SOFT;
    };
  }

  private static Role on(Role fill) {
    return switch (fill) {
      case LOCK_WAIT -> Role.ON_LOCK_WAIT;
      case SYNC_WAIT -> Role.ON_SYNC_WAIT;
      case QUEUE_WAIT -> Role.ON_QUEUE_WAIT;
      case READY -> Role.ON_READY;
      case RED -> Role.ON_RED;
      case RUNNING -> Role.ON_RUNNING;
      case SLEEPING -> Role.ON_SLEEPING;
      case IO -> Role.ON_IO;
      default -> Role.ON_RUNNING_SOFT;
    };
  }

  @Override
  public List<Place> places(Timeline timeline, Folds folds) {
    return FoldRows.groups(timeline, sort);
  }

  @Override
  public double height(Timeline timeline, int index, Folds folds) {
    return HEIGHT;
  }

  @Override
  public double gutter(Timeline timeline, TextMetrics metrics) {
    double widest = 0;
    for (ThingGroup group : Gutter.some(timeline.groups())) {
      if (group.isMany()) {
        widest = Math.max(widest, 37 + metrics.width(Face.NAME, GroupText.title(group)));
      }
    }
    return widest;
  }

  @Override
  public @Nullable ThingRef thing(Timeline timeline, int index) {
    return new ThingRef.Group(index);
  }

  @Override
  int row(ThingRef thing) {
    return switch (thing) {
      case ThingRef.Group(int index) -> index;
      case ThingRef.GroupMoment(int group, long _) -> group;
      default -> -1;
    };
  }

  @Override
  public Folds click(Folds folds, Hit hit) {
    return hit.part() == Part.GROUP ? folds.toggleOpened(NAME, hit.index()) : folds;
  }

  @Override
  public Folds fold(Timeline timeline, Folds folds, ThingRef thing) {
    return owner(timeline, thing) instanceof ThingRef.Group(int index)
            && timeline.groups().get(index).isMany()
        ? folds.toggleOpened(NAME, index)
        : folds;
  }

  @Override
  public void draw(View view, Space space, Slot slot, Brush brush) {
    ThingGroup group = view.timeline().groups().get(slot.index());
    boolean opened = FoldRows.isOpened(view.folds(), group.index());
    Hit fold = new Hit(Part.GROUP, new ThingRef.Group(group.index()), group.index());
    List<String> facts = GroupText.facts(group, view.moment());
    Gutter.folded(view, slot, fold, opened, GroupText.title(group), facts, brush);
    double width = space.right() - space.left();
    brush.tracks(space.left(), slot.y(), width, slot.height());
    brush.hits().area(space.left(), slot.y(), width, slot.height(), hit(space, group));
    StackedArea.Box box = StackedArea.Box.within(slot);
    double most = sort.happens() ? 0 : group.most();
    new StackedArea(view, space, box, layers, (f, t) -> apart(group, f, t), most, brush).draw();
    StackedArea.moments(
        view,
        space,
        slot,
        thing ->
            thing instanceof ThingRef.GroupMoment(int index, long time) && index == group.index()
                ? time
                : Timeline.OPEN,
        brush);
    brush.names();
  }

  /** How many of some processes lived. */
  static void lived(View view, Space space, StackedArea.Box box, ThingGroup group, Brush brush) {
    new StackedArea(view, space, box, LIVED, (f, t) -> apart(group, f, t), group.most(), brush)
        .draw();
  }

  /** The amounts so that they can lie upon each other: held without those waited for. */
  private static double[] apart(ThingGroup group, long from, long to) {
    double[] amounts = group.amounts(from, to);
    for (int i = 0; i < amounts.length; i++) {
      boolean contains = i + 1 < amounts.length && !group.sort().happens();
      amounts[i] = Math.max(0, amounts[i] - (contains ? amounts[i + 1] : 0));
    }
    return amounts;
  }

  private static HitMap.Spot hit(Space space, ThingGroup group) {
    Bins bins = Bins.of(space.scale().nsPerPixel());
    return (x, y) -> {
      long time = bins.floor(space.scale().time(x));
      return Hit.of(Part.TRACK, new ThingRef.GroupMoment(group.index(), time));
    };
  }

  @Override
  public @Nullable List<String> tooltip(Timeline timeline, ThingRef thing) {
    return switch (thing) {
      case ThingRef.Group(int index) -> List.of(GroupText.title(timeline.groups().get(index)));
      case ThingRef.GroupMoment(int index, long time) ->
          List.of(
              GroupText.title(timeline.groups().get(index)),
              GroupText.at(TimeText.moment(time - timeline.start(), 1000)));
      default -> null;
    };
  }
}
