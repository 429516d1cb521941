package interleave.timeline.track;

import interleave.timeline.QueueTrack;
import interleave.timeline.ThingGroup.Sort;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.draw.Brush;
import interleave.timeline.draw.Mark;
import interleave.timeline.draw.Points;
import interleave.timeline.draw.Role;
import interleave.timeline.events.EventSource;
import interleave.timeline.events.MessageEvents;
import interleave.timeline.hit.Hit;
import interleave.timeline.hit.Part;
import interleave.timeline.layout.FoldRows;
import interleave.timeline.layout.Folds;
import interleave.timeline.layout.Lanes;
import interleave.timeline.layout.LearnerNames;
import interleave.timeline.layout.QueuePlace;
import interleave.timeline.layout.SpanLinks;
import interleave.timeline.layout.TimeText;
import interleave.timeline.range.Inquiry;
import interleave.timeline.search.Findable;
import interleave.timeline.search.FoundKind;
import interleave.timeline.statistics.QueueSheet;
import interleave.timeline.statistics.Sheet;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A queue: how deep it is as a stepped area; its messages cross it as arrows. */
final class QueueBand extends TrackKind {
  /** Of the longest message's time. */
  private static final double NEARLY = 0.8;

  /** Of the whole run. */
  private static final double AT_ONCE = 0.01;

  private static final Words WORDS = Words.of("timeline/draw");
  private static final FoundKind FOUND = FoundKind.of(40, "kind.queue");
  private static final FoundKind FOUND_MESSAGE = FoundKind.ofMoments(95, "kind.message");

  /** So many are looked at for the most telling one. */
  private static final int SAMPLE = 2_000;

  static final String NAME = "queue";
  static final QueueBand KIND = new QueueBand();

  private static final double FLOOR = 9;
  private static final int STEPS_PER_PIXEL = 2;

  private QueueBand() {
    super(NAME, Sort.QUEUE);
  }

  @Override
  public double height(Timeline timeline, int index, Folds folds) {
    return 66;
  }

  @Override
  public void overlay(View view, Space space, Brush brush) {
    MessageArrows.draw(view, space, brush);
  }

  @Override
  public List<Place> places(Timeline timeline, Folds folds) {
    Set<Integer> hidden = FoldRows.hiddenProcesses(timeline, folds);
    return things(
        timeline,
        folds,
        queue -> {
          int process = QueuePlace.of(timeline, timeline.queues().get(queue));
          return Place.between(queue, hidden.contains(process) ? Place.PROCESSES : process);
        });
  }

  @Override
  public @Nullable ThingRef thing(Timeline timeline, int index) {
    return new ThingRef.Queue(index);
  }

  @Override
  int row(ThingRef thing) {
    return switch (thing) {
      case ThingRef.Queue(int index) -> index;
      case ThingRef.Message(int queue, int _) -> queue;
      default -> -1;
    };
  }

  @Override
  public @Nullable ThingRef step(Timeline timeline, ThingRef from, long playhead, int direction) {
    return switch (from) {
      case ThingRef.Message(int queue, int index) ->
          new ThingRef.Message(
              queue, next(index, direction, timeline.queues().get(queue).messages()));
      default -> null;
    };
  }

  /** A message leads from who put it to who got it. */
  @Override
  public @Nullable ThingRef follow(Timeline timeline, ThingRef from, int direction) {
    if (!(from instanceof ThingRef.Message(int queue, int index))) {
      return null;
    }
    QueueTrack.Message message = timeline.queues().get(queue).message(index);
    int lane = direction > 0 ? message.toLane() : message.fromLane();
    long time = direction > 0 ? message.get() : message.put();
    return lane < 0 || time == Timeline.OPEN ? null : SpanLinks.at(timeline, lane, time);
  }

  @Override
  public List<Findable> findables(Timeline timeline) {
    List<Findable> findables = new ArrayList<>();
    findables.add(
        new Findable(
            FOUND,
            timeline.queues().size(),
            i -> timeline.queues().get(i).name(),
            ThingRef.Queue::new,
            _ -> -1));
    for (QueueTrack queue : timeline.queues()) {
      findables.add(
          new Findable(
              FOUND_MESSAGE,
              queue.messages(),
              i -> queue.message(i).preview(),
              i -> new ThingRef.Message(queue.index(), i),
              i -> Lanes.process(timeline, queue.message(i).fromLane())));
    }
    return findables;
  }

  @Override
  public List<EventSource> events(Timeline timeline) {
    return timeline.queues().stream()
        .flatMap(each -> MessageEvents.of(timeline, each).stream())
        .toList();
  }

  @Override
  public List<Sheet> sheets(Inquiry asked) {
    return List.of(QueueSheet.of(asked));
  }

  @Override
  public long firstEvent(Timeline timeline) {
    return timeline.queues().stream()
        .filter(queue -> queue.messages() > 0)
        .mapToLong(queue -> queue.message(0).put())
        .reduce(Timeline.OPEN, Math::min);
  }

  @Override
  public @Nullable TellingMoment tellingMoment(Timeline timeline) {
    return TellingMoment.of(
        3,
        timeline.queues().stream()
            .mapToLong(queue -> underway(queue, timeline.now() - timeline.start()))
            .filter(time -> time != Timeline.OPEN)
            .findFirst()
            .orElse(Timeline.OPEN));
  }

  /**
   * In the middle of the first message that was about as long on its way as any; of the one in the
   * middle where all came through at once.
   */
  private static long underway(QueueTrack queue, long run) {
    int all = Math.min(SAMPLE, queue.messages());
    long longest = 0;
    for (int i = 0; i < all; i++) {
      longest = Math.max(longest, lasted(queue.message(i)));
    }
    if (longest == 0) {
      return Timeline.OPEN;
    }
    boolean atOnce = longest < AT_ONCE * run;
    for (int i = atOnce ? all / 2 : 0; i < all; i++) {
      long lasted = lasted(queue.message(i));
      if (atOnce ? lasted > 0 : lasted > NEARLY * longest) {
        return queue.message(i).put() + lasted / 2;
      }
    }
    return Timeline.OPEN;
  }

  private static long lasted(QueueTrack.Message message) {
    boolean done = message.put() != Timeline.OPEN && message.get() != Timeline.OPEN;
    return done ? message.get() - message.put() : 0;
  }

  @Override
  public void draw(View view, Space space, Slot slot, Brush brush) {
    QueueTrack queue = view.timeline().queues().get(slot.index());
    ThingRef thing = new ThingRef.Queue(queue.index());
    Gutter.draw(
        view, slot, thing, LearnerNames.title("Queue", queue.name()), facts(view, queue), brush);
    brush.tracks(space.left(), slot.y(), space.right() - space.left(), slot.height());
    brush
        .hits()
        .rect(
            space.left(),
            slot.y(),
            space.right() - space.left(),
            slot.height(),
            Hit.of(Part.TRACK, thing));
    depth(view, space, slot, queue, brush);
    brush.names();
  }

  private static List<Gutter.Fact> facts(View view, QueueTrack queue) {
    boolean now = view.playhead() == Timeline.OPEN;
    String depth =
        WORDS.get(
            (now ? "queue.depth.now" : "queue.depth") + (queue.capacity() < 0 ? "" : ".bounded"),
            queue.depthAt(view.moment()),
            queue.maxDepth(),
            queue.capacity());
    return List.of(
        Gutter.Fact.plain(depth),
        new Gutter.Fact(
            WORDS.get("queue.counts", queue.puts(), queue.gets(), queue.lost()),
            queue.lost() > 0 ? Role.RED : Role.MUTED));
  }

  private static void depth(View view, Space space, Slot slot, QueueTrack queue, Brush brush) {
    double base = slot.bottom() - FLOOR;
    double most = Math.max(2, Math.max(queue.maxDepth(), queue.capacity()));
    double unit = (slot.height() - 2.2 * FLOOR) / most;
    Points line = line(view, space, queue, base, unit);
    if (line.size() > 1) {
      double[] corners = line.array();
      Points area = new Points().add(corners[0], base);
      for (int i = 0; i < corners.length; i += 2) {
        area.add(corners[i], corners[i + 1]);
      }
      brush.area(area.add(line.lastX(), base), Role.QUEUE_WAIT, 0.2);
      brush.path(line, Role.QUEUE_WAIT, 1.3);
    }
    if (queue.capacity() > 0) {
      double y = base - queue.capacity() * unit;
      brush.line(space.left(), y, space.right(), y, Role.MUTED, 1, Mark.Stroke.DOTTED);
    }
  }

  private static Points line(View view, Space space, QueueTrack queue, double base, double unit) {
    int first = queue.firstStepAfter(space.from());
    int last = queue.firstStepAfter(space.to());
    int every = 1 + (int) ((last - first) / ((space.right() - space.left()) * STEPS_PER_PIXEL));
    Points line = new Points();
    double end = Math.min(space.right() + 4, space.x(view.timeline().now()));
    int depth = queue.depthAt(space.from());
    line.add(Math.min(space.left() - 4, end), base - depth * unit);
    // Of too many steps to tell apart those with a round number are drawn, whichever the window.
    for (int i = first + Math.floorMod(-first, every); i < last; i += every) {
      double x = space.x(queue.stepTime(i));
      line.add(x, base - depth * unit);
      depth = queue.stepDepth(i);
      line.add(x, base - depth * unit);
    }
    return line.add(end, base - depth * unit);
  }

  @Override
  public @Nullable List<String> tooltip(Timeline timeline, ThingRef thing) {
    return switch (thing) {
      case ThingRef.Queue(int index) -> {
        QueueTrack queue = timeline.queues().get(index);
        yield List.of(
            LearnerNames.title("Queue", queue.name()),
            WORDS.get("queue.tip", queue.puts(), queue.gets(), queue.lost()));
      }
      case ThingRef.Message(int queue, int index) ->
          message(timeline, timeline.queues().get(queue).message(index));
      default -> null;
    };
  }

  private static List<String> message(Timeline timeline, QueueTrack.Message message) {
    List<String> lines = new ArrayList<>();
    lines.add(WORDS.get("message", message.preview()));
    if (message.put() != Timeline.OPEN) {
      lines.add(
          WORDS.get(
              "message.put", lane(timeline, message.fromLane()), moment(timeline, message.put())));
    }
    if (message.sending().sent() != Timeline.OPEN) {
      lines.add(WORDS.get("message.sent", moment(timeline, message.sending().sent())));
    }
    if (message.get() != Timeline.OPEN) {
      lines.add(
          WORDS.get(
              "message.got", lane(timeline, message.toLane()), moment(timeline, message.get())));
      lines.add(WORDS.get("message.spent", TimeText.duration(message.get() - message.put())));
    } else {
      lines.add(
          switch (message.loss()) {
            case NONE -> WORDS.get("message.waits");
            case PLAIN -> WORDS.get("message.lost");
            case UNSENT, UNREAD, UNSENDABLE ->
                WORDS.get("message.lost." + message.loss(), message.sending().failure());
          });
    }
    return lines;
  }

  private static String moment(Timeline timeline, long time) {
    return TimeText.moment(time - timeline.start(), 1000);
  }

  static String lane(Timeline timeline, int lane) {
    if (lane < 0) {
      return WORDS.get("unknown.thread");
    }
    var thread = timeline.lanes().get(lane);
    return timeline.processes().get(thread.process()).name() + " · " + thread.name();
  }
}
