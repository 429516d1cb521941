package interleave.timeline.tableau;

import interleave.timeline.Deadlock;
import interleave.timeline.ThingRef;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import interleave.timeline.draw.Brush;
import interleave.timeline.draw.Face;
import interleave.timeline.draw.Mark;
import interleave.timeline.draw.Picture;
import interleave.timeline.draw.Role;
import interleave.timeline.draw.TextMetrics;
import interleave.timeline.hit.Hit;
import interleave.timeline.hit.Part;
import interleave.timeline.tableau.TableauLayout.Box;
import interleave.words.Words;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Draws what is where at one moment: threads as boxes, and what they share between them. */
public final class TableauDrawing {
  private static final Words WORDS = Words.of("timeline/draw");
  private static final int MOST_ACTORS = 10;
  private static final int FEWEST_ACTORS = 2;
  private static final double HEAD = 36;
  private static final double NOTE = 24;
  private static final double MARGIN = 20;
  private static final double KEY = 17;

  private final TextMetrics metrics;
  private final double corner;

  public TableauDrawing(TextMetrics metrics) {
    this(metrics, 0);
  }

  /**
   * @param corner how much is to be left free in the upper right corner
   */
  public TableauDrawing(TextMetrics metrics, double corner) {
    this.metrics = metrics;
    this.corner = corner;
  }

  /** The picture of that moment, that wide and as high as it needs to be. */
  public Picture draw(Timeline timeline, long time, @Nullable ThingRef selection, double width) {
    return draw(timeline, time, selection, Choices.NONE, width, Double.MAX_VALUE);
  }

  /**
   * The same within a height: of more threads than fit the most involved are drawn. Higher all the
   * same where what they share does not fit by itself.
   *
   * @param choices who could go on, where somebody says who does
   */
  public Picture draw(
      Timeline timeline,
      long time,
      @Nullable ThingRef selection,
      Choices choices,
      double width,
      double most) {
    double left = MARGIN + 8;
    double room = Math.max(60, most - HEAD - NOTE);
    int actors = MOST_ACTORS;
    Tableau stage = TableauAt.at(timeline, time, actors, choices);
    TableauLayout layout = TableauLayout.of(stage, left, HEAD, width - 2 * left, room);
    if (layout.round()) {
      return draw(stage, layout, rings(timeline, time), timeline::hue, selection, width);
    }
    while (!layout.fits(room) && actors > FEWEST_ACTORS) {
      actors = Math.min(actors, stage.actors().size()) - 1;
      stage = TableauAt.at(timeline, time, Math.max(FEWEST_ACTORS, actors), choices);
      layout = TableauLayout.of(stage, left, HEAD, width - 2 * left, room);
    }
    if (!layout.fits(room) && most < Double.MAX_VALUE) {
      // What is shared is too high by itself.
      return draw(timeline, time, selection, choices, width, Double.MAX_VALUE);
    }
    return draw(stage, layout, rings(timeline, time), timeline::hue, selection, width);
  }

  private static List<Deadlock> rings(Timeline timeline, long time) {
    return timeline.deadlocks().stream().filter(deadlock -> deadlock.lastsAt(time)).toList();
  }

  private Picture draw(
      Tableau stage,
      TableauLayout layout,
      List<Deadlock> rings,
      IntUnaryOperator hues,
      @Nullable ThingRef selection,
      double width) {
    Brush brush = new Brush(metrics);
    String name = WORDS.get("stage");
    brush.words(MARGIN, 18, name, Face.NAME, Role.TEXT);
    double after = MARGIN + brush.width(Face.NAME, name) + 8;
    String more = stage.more() > 0 ? WORDS.get("more", stage.more()) : "";
    double beside = width - MARGIN - corner;
    double room = beside - after - (more.isEmpty() ? 0 : brush.width(Face.BODY, more) + 12);
    if (rings.isEmpty()) {
      brush.words(after, 18, caption(stage), Face.BODY, Role.MUTED, room, Mark.Align.LEFT);
    } else {
      String ring = Words.of("timeline/deadlocks").get("stage");
      brush.words(after, 18, ring, Face.SMALL_STRONG, Role.RED, room, Mark.Align.LEFT);
    }
    TableauLinks.draw(stage, layout, rings, hues, brush);
    for (Tableau.Actor actor : stage.actors()) {
      Role colour = Role.thread(hues.applyAsInt(actor.lane()));
      actor(actor, colour, layout, selection, brush);
    }
    shared(stage, layout, width, brush);
    double bottom = HEAD + layout.height();
    brush.words(beside, 18, more, Face.BODY, Role.MUTED, 200, Mark.Align.RIGHT);
    double height = bottom + NOTE;
    return new Picture(brush.list(width, height), brush.hits().build(), null, height);
  }

  private static String caption(Tableau stage) {
    if (stage.actors().isEmpty()) {
      return WORDS.get("stage.nothing");
    }
    if (stage.actors().stream().anyMatch(each -> each.next() != null)) {
      return WORDS.get("stage.next");
    }
    return WORDS.get(stage.locks().isEmpty() ? "stage.where" : "stage.locks");
  }

  private static void actor(
      Tableau.Actor actor,
      Role colour,
      TableauLayout layout,
      @Nullable ThingRef selection,
      Brush brush) {
    Box box = layout.actors().get(actor.lane());
    if (box == null) {
      return;
    }
    ThingRef thing =
        actor.lane() < 0
            ? new ThingRef.Process(-1 - actor.lane())
            : new ThingRef.Lane(actor.lane());
    boolean copied = actor.copy() != null;
    Choices.Next next = actor.next();
    boolean canGoOn = next != null && next.canGoOn();
    Role edge =
        canGoOn ? Role.ACCENT : actor.ended() ? Role.RULE : copied ? colour : edge(actor.state());
    brush.fill(box.x(), box.y(), box.w(), box.h(), 8, Role.BACKGROUND);
    brush.outline(box.x(), box.y(), box.w(), box.h(), 8, edge, thing.equals(selection) ? 3 : 1.8);
    Role name = actor.ended() ? Role.MUTED : Role.TEXT;
    double room = box.w() - 16;
    double y = box.centerY();
    if (next != null) {
      next(actor, next, box, brush);
    } else if (copied) {
      double chip = chip(actor, box, brush);
      room -= chip + 6;
      copy(actor, box, chip, brush);
      brush.words(box.x() + 10, y - 9, actor.name(), Face.NAME, name, room, Mark.Align.LEFT);
      brush.words(box.x() + 10, y + 9, actor.does(), Face.SMALL, Role.MUTED, room, Mark.Align.LEFT);
    } else {
      brush.words(box.centerX(), y - 9, actor.name(), Face.NAME, name, room, Mark.Align.CENTER);
      brush.words(
          box.centerX(), y + 9, actor.does(), Face.SMALL, Role.MUTED, room, Mark.Align.CENTER);
    }
    brush.hits().rect(box.x(), box.y(), box.w(), box.h(), Hit.of(Part.NAME, thing));
  }

  /** What it would do next; who may be chosen has the key for that before its name. */
  private static void next(Tableau.Actor actor, Choices.Next next, Box box, Brush brush) {
    double x = box.x() + 10;
    double right = box.right() - 8;
    double y = box.centerY();
    if (actor.copy() != null) {
      double chip = chip(actor, box, brush);
      copy(actor, box, chip, brush);
      right -= chip + 6;
    }
    double named = x;
    if (next.canGoOn()) {
      key(next, x, y - 9, brush);
      named += KEY + 7;
    }
    Role role = next.canGoOn() ? Role.TEXT : Role.MUTED;
    brush.words(named, y - 9, actor.name(), Face.NAME, role, right - named, Mark.Align.LEFT);
    brush.words(x, y + 9, actor.does(), Face.SMALL, role, right - x, Mark.Align.LEFT);
  }

  private static void key(Choices.Next next, double x, double y, Brush brush) {
    if (next.went()) {
      brush.fill(x, y - KEY / 2, KEY, KEY, 4, Role.ACCENT);
    } else {
      brush.outline(x, y - KEY / 2, KEY, KEY, 4, Role.ACCENT, 1.4);
    }
    Role role = next.went() ? Role.ON_ACCENT : Role.ACCENT;
    brush.words(x + KEY / 2, y, next.key(), Face.CODE_STRONG, role, KEY, Mark.Align.CENTER);
  }

  /**
   * How wide the chip of a value is: in a narrow box no wider than it takes, the name needs room.
   */
  private static double chip(Tableau.Actor actor, Box box, Brush brush) {
    double usual = Math.min(54, box.w() * 0.3);
    String text = actor.copy();
    return text == null || box.w() >= 150
        ? usual
        : Math.min(usual, brush.width(Face.CODE_STRONG, text) + 8);
  }

  private static void copy(Tableau.Actor actor, Box box, double width, Brush brush) {
    double x = box.right() - width - 10;
    brush.fill(x, box.y() + 11, width, box.h() - 22, 4, Role.CHIP);
    String text = actor.copy();
    if (text != null) {
      brush.words(
          x + width / 2,
          box.centerY(),
          text,
          Face.CODE_STRONG,
          Role.TEXT,
          width - 4,
          Mark.Align.CENTER);
    }
  }

  private static Role edge(ThreadState state) {
    return switch (state) {
      case RUNNING, READY, LOCK_WAIT, QUEUE_WAIT, SYNC_WAIT, IO, UNTRACED_WAIT -> Role.of(state);
      case SLEEPING, JOINING, NOT_TOLD -> Role.JOINING;
    };
  }

  private static void shared(Tableau stage, TableauLayout layout, double width, Brush brush) {
    for (Tableau.Pill pill : stage.locks()) {
      Box box = layout.shared().get(pill.thing());
      if (box != null) {
        pill(pill, box, brush);
      }
    }
    for (Tableau.Pipe pipe : stage.queues()) {
      Box box = layout.shared().get(pipe.thing());
      if (box != null) {
        TableauPipe.draw(pipe, box, brush);
      }
    }
    for (Tableau.Cell cell : stage.variables()) {
      Box box = layout.shared().get(new ThingRef.Variable(cell.variable()));
      if (box != null) {
        cell(cell, box, width, brush);
      }
    }
  }

  private static void pill(Tableau.Pill pill, Box box, Brush brush) {
    boolean waits = pill.thing() instanceof ThingRef.Synchronizer && !pill.waiters().isEmpty();
    Role edge = !pill.holders().isEmpty() ? Role.HOLD : waits ? Role.SYNC_WAIT : Role.RULE;
    double x = box.centerX();
    double room = box.w() - 24;
    boolean noted = !pill.note().isEmpty();
    double y = box.centerY() - (noted ? 8 : 0);
    brush.fill(box.x(), box.y(), box.w(), box.h(), box.h() / 2, Role.BACKGROUND);
    brush.outline(box.x(), box.y(), box.w(), box.h(), box.h() / 2, edge, 2);
    brush.words(x, y, pill.title(), Face.NAME, Role.TEXT, room, Mark.Align.CENTER);
    if (noted) {
      brush.words(x, y + 17, pill.note(), Face.SMALL, Role.MUTED, room, Mark.Align.CENTER);
    }
    brush.hits().rect(box.x(), box.y(), box.w(), box.h(), Hit.of(Part.NAME, pill.thing()));
  }

  private static void cell(Tableau.Cell cell, Box box, double width, Brush brush) {
    boolean big = box.h() > 50;
    Hit hit = Hit.of(Part.NAME, new ThingRef.Variable(cell.variable()));
    brush.hits().rect(box.x(), box.y(), box.w(), box.h(), hit);
    if (big) {
      big(cell, box, brush);
    } else {
      small(cell, box, brush);
    }
    String note = cell.note();
    if (note != null) {
      note(note, box, width, brush);
    }
  }

  /** Below the box; at an edge as far aside as it has to be. */
  private static void note(String note, Box box, double width, Brush brush) {
    double room = Math.min(width - 2 * MARGIN, 420);
    double half = Math.min(room, brush.width(Face.BODY, note)) / 2;
    double x =
        Math.clamp(box.centerX(), MARGIN + half, Math.max(MARGIN + half, width - MARGIN - half));
    brush.words(x, box.bottom() + 14, note, Face.BODY, Role.RED, room, Mark.Align.CENTER);
  }

  private static void big(Tableau.Cell cell, Box box, Brush brush) {
    double x = box.centerX();
    double room = box.w() - 16;
    brush.fill(box.x(), box.y(), box.w(), box.h(), 8, Role.CHIP);
    brush.outline(box.x(), box.y(), box.w(), box.h(), 8, Role.TEXT, 1.8);
    brush.words(x, box.y() + 17, cell.name(), Face.CODE, Role.MUTED, room, Mark.Align.CENTER);
    brush.words(x, box.y() + 42, cell.value(), Face.CODE_LARGE, Role.TEXT, room, Mark.Align.CENTER);
  }

  private static void small(Tableau.Cell cell, Box box, Brush brush) {
    double y = box.centerY();
    double half = box.w() / 2 - 16;
    double value = Math.min(half, brush.width(Face.CODE_STRONG, cell.value()));
    double name = box.w() - 36 - value;
    brush.fill(box.x(), box.y(), box.w(), box.h(), 5, Role.CHIP);
    brush.words(box.x() + 14, y, cell.name(), Face.CODE, Role.TEXT, name, Mark.Align.LEFT);
    brush.words(
        box.right() - 14, y, cell.value(), Face.CODE_STRONG, Role.TEXT, half, Mark.Align.RIGHT);
  }
}
