package interleave.timeline.track;

import interleave.timeline.ThingGroup;
import interleave.timeline.ThingGroup.Sort;
import interleave.timeline.Timeline;
import interleave.timeline.draw.Brush;
import interleave.timeline.draw.Face;
import interleave.timeline.draw.Mark;
import interleave.timeline.draw.Role;
import interleave.timeline.hit.Hit;
import interleave.timeline.hit.Part;
import interleave.timeline.layout.CrowdRows;
import interleave.timeline.layout.FoldRows;
import interleave.timeline.layout.Folds;
import interleave.timeline.layout.HostRows;
import interleave.timeline.layout.HostText;
import interleave.timeline.layout.Paging;
import interleave.words.Words;
import java.util.List;

/** The last row of a long list: how many more there are, to be clicked at. */
abstract class MoreBand extends TrackKind {
  private static final Words WORDS = Words.of("timeline/crowds");
  private static final double HEIGHT = 26;

  private final Part part;

  private MoreBand(String name, Part part) {
    super(name);
    this.part = part;
  }

  @Override
  public double height(Timeline timeline, int index, Folds folds) {
    return HEIGHT;
  }

  @Override
  public final Folds click(Folds folds, Hit hit) {
    if (hit.part() != part) {
      return folds;
    }
    return hit.index() < 0 ? fewer(folds, -1 - hit.index()) : more(folds, hit.index());
  }

  abstract Folds fewer(Folds folds, int index);

  abstract Folds more(Folds folds, int index);

  /** What it says while some are hidden, and how many those are and are not. */
  void row(View view, Slot slot, String more, int hidden, int shown, Brush brush) {
    double x = view.frame().left() + 32;
    double width = view.frame().gutter() - 40;
    boolean less = hidden == 0 || shown >= Paging.MOST;
    String text = hidden == 0 ? WORDS.get("fewer") : more;
    brush.words(x, slot.middle(), text, Face.SMALL, Role.ACCENT, width, Mark.Align.LEFT);
    Hit hit = new Hit(part, null, less ? -1 - slot.index() : slot.index());
    brush.hits().rect(view.frame().left(), slot.y(), view.frame().gutter(), HEIGHT, hit);
  }

  private static String said(String key, int hidden) {
    return WORDS.get(key, VariableBand.count(hidden));
  }

  /** Below the lanes of an opened crowd; its index is the crowd's. */
  static final class Lanes extends MoreBand {
    static final String NAME = "more lanes";
    private final boolean virtual;

    Lanes(boolean virtual) {
      super(NAME, Part.MORE_LANES);
      this.virtual = virtual;
    }

    @Override
    public List<Place> places(Timeline timeline, Folds folds) {
      return CrowdRows.more(timeline, folds, virtual);
    }

    @Override
    public Ground ground() {
      return Ground.RULE;
    }

    @Override
    Folds fewer(Folds folds, int crowd) {
      return folds.firstPage(CrowdBand.NAME, crowd);
    }

    @Override
    Folds more(Folds folds, int crowd) {
      return folds.morePages(CrowdBand.NAME, crowd);
    }

    @Override
    public void draw(View view, Space space, Slot slot, Brush brush) {
      int hidden = CrowdRows.hidden(view.timeline(), slot.index(), view.folds());
      row(view, slot, said("more.lanes", hidden), hidden, 0, brush);
    }
  }

  /** Below the things of a group of many; its index is the group's. */
  static final class Things extends MoreBand {
    static final String NAME = "more things";
    private final Sort sort;
    private final String kind;

    /**
     * @param kind the name of the kind of track that shows them one by one
     */
    Things(Sort sort, String kind) {
      super(NAME, Part.MORE_THINGS);
      this.sort = sort;
      this.kind = kind;
    }

    @Override
    String about() {
      return kind;
    }

    @Override
    public List<Place> places(Timeline timeline, Folds folds) {
      return FoldRows.groups(timeline, sort);
    }

    @Override
    Folds fewer(Folds folds, int group) {
      return folds.firstPage(FoldBand.NAME, group).toggleOpened(FoldBand.NAME, group);
    }

    @Override
    Folds more(Folds folds, int group) {
      return FoldRows.isOpened(folds, group)
          ? folds.morePages(FoldBand.NAME, group)
          : fewer(folds, group);
    }

    @Override
    public void draw(View view, Space space, Slot slot, Brush brush) {
      Folds folds = view.folds();
      ThingGroup group = view.timeline().groups().get(slot.index());
      int hidden =
          group.members().size() - FoldRows.shown(view.timeline(), group, folds, kind).size();
      boolean opened = FoldRows.isOpened(folds, slot.index());
      int shown = opened ? Paging.shown(folds, FoldBand.NAME, slot.index()) : 0;
      row(view, slot, said("more." + sort, hidden), hidden, shown, brush);
    }
  }

  /** Below the processes of a machine, whose index is its own; and below all machines. */
  static final class OfHosts extends MoreBand {
    private static final String NAME = "more-hosts";

    OfHosts() {
      super(NAME, Part.MORE_HOSTS);
    }

    @Override
    public List<Place> places(Timeline timeline, Folds folds) {
      return HostRows.more(timeline, folds);
    }

    @Override
    Folds fewer(Folds folds, int host) {
      return folds.firstPage(HostRows.NAME, host);
    }

    @Override
    Folds more(Folds folds, int host) {
      return folds.morePages(HostRows.NAME, host);
    }

    @Override
    public void draw(View view, Space space, Slot slot, Brush brush) {
      boolean hosts = slot.index() == HostRows.ALL;
      int hidden = HostRows.hidden(view.timeline(), view.folds(), slot.index());
      int shown = HostRows.most(view.folds(), slot.index());
      row(view, slot, HostText.more(hosts, hidden), hidden, shown, brush);
    }
  }
}
