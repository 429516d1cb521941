package interleave.timeline.track;

import interleave.timeline.ProcessTrack;
import interleave.timeline.ThingGroup.Sort;
import interleave.timeline.ThingRef;
import interleave.timeline.ThreadLane;
import interleave.timeline.Timeline;
import interleave.timeline.draw.Brush;
import interleave.timeline.draw.Face;
import interleave.timeline.draw.Mark;
import interleave.timeline.draw.Role;
import interleave.timeline.draw.TextMetrics;
import interleave.timeline.events.EventSource;
import interleave.timeline.events.ProcessEvents;
import interleave.timeline.hit.Hit;
import interleave.timeline.hit.Part;
import interleave.timeline.layout.FoldRows;
import interleave.timeline.layout.Folds;
import interleave.timeline.layout.HostText;
import interleave.timeline.layout.RowNames;
import interleave.timeline.layout.TimeText;
import interleave.timeline.search.Findable;
import interleave.timeline.search.FoundKind;
import interleave.timeline.track.turn.ProcessTurns;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The header of a process: triangle, name, pid, a bar from its start to its end, how it ended. */
final class ProcessHeader extends TrackKind {
  private static final Words WORDS = Words.of("timeline/draw");
  static final FoundKind FOUND = FoundKind.of(10, "kind.process");
  static final String NAME = FoldRows.PROCESS;
  static final ProcessHeader KIND = new ProcessHeader();

  private static final double HEIGHT = 24;

  /** So much of the gutter is left for the number of threads that are folded away. */
  static final double SERVICES = 40;

  private static final int MOST_NAMES = 8;

  /** So much of the line is left for how it ended. */
  private static final double ENDING = 80;

  private static final Words PIPES = Words.of("timeline/pipes");

  private ProcessHeader() {
    super(NAME);
  }

  @Override
  public List<Place> places(Timeline timeline, Folds folds) {
    return timeline.processes().stream().map(process -> Place.header(process.index())).toList();
  }

  @Override
  public Set<Integer> hidden(Timeline timeline, Folds folds) {
    return FoldRows.hiddenProcesses(timeline, folds);
  }

  @Override
  public Folds reveal(Timeline timeline, Folds folds, ThingRef thing) {
    return thing instanceof ThingRef.Process(int index)
        ? FoldRows.revealProcess(timeline, folds, index)
        : folds;
  }

  @Override
  public double height(Timeline timeline, int index, Folds folds) {
    return HEIGHT;
  }

  @Override
  public void overlay(View view, Space space, Brush brush) {
    GapMarks.draw(view, space, brush);
  }

  @Override
  public double gutter(Timeline timeline, TextMetrics metrics) {
    Set<Integer> withServices = new HashSet<>();
    for (int index : timeline.plainLanes()) {
      ThreadLane lane = timeline.lanes().get(index);
      if (lane.service()) {
        withServices.add(lane.process());
      }
    }
    double widest = 0;
    for (ProcessTrack process : Gutter.some(timeline.processes())) {
      double name = metrics.width(Face.NAME, process.name());
      double pid = metrics.width(Face.CODE_SMALL, origin(timeline, process));
      boolean services = withServices.contains(process.index());
      widest = Math.max(widest, 27 + name + 10 + pid + (services ? SERVICES : 8));
    }
    return widest;
  }

  @Override
  public String called(Timeline timeline, int index) {
    return RowNames.of(timeline, Sort.PROCESS, index);
  }

  @Override
  public @Nullable ThingRef thing(Timeline timeline, int index) {
    return new ThingRef.Process(index);
  }

  @Override
  public @Nullable ThingRef owner(Timeline timeline, ThingRef thing) {
    return thing instanceof ThingRef.Process ? thing : null;
  }

  @Override
  public Folds click(Folds folds, Hit hit) {
    return switch (hit.part()) {
      case TRIANGLE -> folds.toggleProcess(hit.index());
      case SERVICES -> folds.toggleServices(hit.index());
      default -> folds;
    };
  }

  @Override
  public Folds fold(Timeline timeline, Folds folds, ThingRef thing) {
    return thing instanceof ThingRef.Process(int index) ? folds.toggleProcess(index) : folds;
  }

  @Override
  public List<Findable> findables(Timeline timeline) {
    return List.of(
        new Findable(
            FOUND,
            timeline.processes().size(),
            i -> called(timeline, i),
            ThingRef.Process::new,
            i -> i));
  }

  @Override
  public List<EventSource> events(Timeline timeline) {
    return List.of(ProcessEvents.of(timeline));
  }

  @Override
  public long firstEvent(Timeline timeline) {
    return second(
        timeline.processes().stream()
            .filter(process -> !process.origin().service())
            .mapToLong(ProcessTrack::start));
  }

  @Override
  public void draw(View view, Space space, Slot slot, Brush brush) {
    ProcessTrack process = view.timeline().processes().get(slot.index());
    ThingRef thing = new ThingRef.Process(process.index());
    double y = slot.y() + (HEIGHT - 1) / 2;
    double x = view.frame().left() + 12;
    Hit header = Hit.of(Part.HEADER, thing);
    brush.hits().rect(view.frame().left(), slot.y(), space.right(), HEIGHT, header);
    if (view.lit(thing)) {
      brush.fill(view.frame().left(), slot.y(), 3, HEIGHT - 1, 0, Role.ACCENT);
    }
    triangle(view, process, x, y, brush);
    names(view, process, x + 15, y, brush);
    services(view, process, slot, brush);
    life(view, space, process, y, brush);
  }

  private static void triangle(View view, ProcessTrack process, double x, double y, Brush brush) {
    boolean closed = view.folds().collapsed().contains(process.index());
    brush.triangle(x, y, !closed);
    brush.hits().rect(x - 10, y - 12, 24, 24, new Hit(Part.TRIANGLE, null, process.index()));
  }

  private static void names(View view, ProcessTrack process, double x, double y, Brush brush) {
    double room = view.frame().trackLeft() - (services(view, process) > 0 ? SERVICES : 8) - x;
    double nameWidth = Math.min(brush.width(Face.NAME, process.name()), room);
    brush.words(x, y, process.name(), Face.NAME, Role.TEXT, room, Mark.Align.LEFT);
    Stream.of(origin(view.timeline(), process), origin(process), pid(process))
        .filter(text -> !text.isEmpty())
        .filter(text -> nameWidth + 8 + brush.width(Face.CODE_SMALL, text) <= room)
        .findFirst()
        .ifPresent(text -> brush.words(x + nameWidth + 10, y, text, Face.CODE_SMALL, Role.MUTED));
  }

  /** As {@link #origin(ProcessTrack)}, and how far off its times may be where it is elsewhere. */
  private static String origin(Timeline timeline, ProcessTrack process) {
    String off = HostText.off(timeline, process.host());
    return off.isEmpty() ? origin(process) : origin(process) + " · " + off;
  }

  /** Its pid, and how it was made where that is known. */
  static String origin(ProcessTrack process) {
    String method = process.origin().method();
    String pid = pid(process);
    return method.isEmpty() ? pid : pid.isEmpty() ? method : pid + " · " + method;
  }

  private static String pid(ProcessTrack process) {
    return process.hasPid() ? WORDS.get("pid", process.pid()) : "";
  }

  private static long services(View view, ProcessTrack process) {
    return view.timeline().plainLanes().stream()
        .map(view.timeline().lanes()::get)
        .filter(lane -> lane.process() == process.index() && lane.service())
        .count();
  }

  /** Which threads the note behind the name stands for. */
  static List<String> services(Timeline timeline, int process) {
    List<String> lines = new ArrayList<>();
    lines.add(WORDS.get("services"));
    timeline.plainLanes().stream()
        .map(timeline.lanes()::get)
        .filter(lane -> lane.process() == process && lane.service())
        .limit(MOST_NAMES)
        .forEach(lane -> lines.add(lane.name()));
    return lines;
  }

  /** Threads of tools are folded; the note behind the name unfolds them. */
  private static void services(View view, ProcessTrack process, Slot slot, Brush brush) {
    long services = services(view, process);
    if (services == 0) {
      return;
    }
    boolean shown = view.folds().services().contains(process.index());
    String text = (shown ? "\u2212" : "+") + services;
    double width = brush.width(Face.CODE_SMALL, text) + 10;
    double x = view.frame().trackLeft() - width - 8;
    brush.fill(x, slot.y() + 4, width, HEIGHT - 9, 8, Role.CHIP);
    brush.words(x + 5, slot.middle() - 0.5, text, Face.CODE_SMALL, Role.MUTED);
    Hit hit = new Hit(Part.SERVICES, null, process.index());
    brush.hits().rect(x, slot.y(), width, HEIGHT, hit);
  }

  private static void life(View view, Space space, ProcessTrack process, double y, Brush brush) {
    double from = Math.max(space.left() - 10, space.x(process.start()));
    double to = Math.min(space.right() + 10, space.x(view.closed(process.died())));
    Role role = role(process);
    brush.tracks(space.left() - 2, y - HEIGHT / 2, space.right() - space.left() + 2, HEIGHT);
    zombie(view, space, process, y, brush);
    brush.line(from, y, to, y, role, 2);
    if (process.start() >= space.from()) {
      brush.line(from, y - 5, from, y + 5, role, 2);
    }
    untraced(space, process, from, to, y, brush);
    ProcessTurns.draw(process, space.scale(), space.left(), space.right(), y, brush);
    interpreter(view, space, process, to, y, brush);
    // How it ended is read above the arrows that cross the header.
    brush.names();
    double end = space.x(process.died());
    if (process.died() != Timeline.OPEN && end >= space.left() && end <= space.right() + 4) {
      end(space, process, to, y, brush);
    }
  }

  /** From its death until its parent has asked how it ended. */
  private static void zombie(View view, Space space, ProcessTrack process, double y, Brush brush) {
    if (!process.wasZombie()) {
      return;
    }
    double from = Math.max(space.left() - 10, space.x(process.died()));
    double to = Math.min(space.right() + 10, space.x(view.closed(process.end())));
    if (to - from > 3) {
      ProcessTrack.Exit exit = process.exit();
      String how = exit == null ? WORDS.get("process.ended") : exit.show();
      double ending = from + 16 + brush.width(Face.CODE_SMALL, how); // stands behind its death
      brush.line(Math.min(ending, to), y, to, y, Role.MUTED, 1.5, Mark.Stroke.DASHED);
      if (to > ending) {
        brush.line(to, y - 4, to, y + 4, Role.MUTED, 1.5);
      }
      String words = WORDS.get("process.zombie");
      double x = Math.max(ending, space.left()) + 14;
      if (x + brush.width(Face.SMALL, words) + 8 < to) {
        chip(words, x, y, brush);
      }
    }
  }

  /** Nothing below the header of a program that carries no tracer: it says why. */
  private static void untraced(
      Space space, ProcessTrack process, double from, double to, double y, Brush brush) {
    String words = PIPES.get("untraced");
    double width = brush.width(Face.SMALL, words);
    boolean inside = Math.max(from, space.left()) + width + 20 < to;
    ProcessTrack.Exit exit = process.exit();
    double ending = exit == null ? 0 : brush.width(Face.CODE_SMALL, exit.show());
    double x = inside ? Math.max(from, space.left()) + 10 : from - width - ending - 24;
    if (!process.traced() && process.lanes().isEmpty() && x > space.left()) {
      chip(words, x, y, brush);
    }
  }

  private static void chip(String words, double x, double y, Brush brush) {
    brush.fill(x - 4, y - 8, brush.width(Face.SMALL, words) + 8, 16, 8, Role.CHIP);
    brush.words(x, y, words, Face.SMALL, Role.MUTED);
  }

  /** What runs the program, where there is room and it is not what runs its parent, too. */
  private static void interpreter(
      View view, Space space, ProcessTrack process, double to, double y, Brush brush) {
    String words = process.interpreter().show();
    boolean asParent =
        process.parent() >= 0
            && view.timeline()
                .processes()
                .get(process.parent())
                .interpreter()
                .equals(process.interpreter());
    double x = Math.max(space.x(process.start()), space.x(space.from())) + 10;
    if (!words.isEmpty() && !asParent && x + brush.width(Face.SMALL, words) + ENDING < to) {
      chip(words, x, y, brush);
    }
  }

  /** A ring at its end, and how it ended: right of it where there is room, else left. */
  private static void end(Space space, ProcessTrack process, double x, double y, Brush brush) {
    ProcessTrack.Exit exit = process.exit();
    String how = exit == null ? WORDS.get("process.ended") : exit.show();
    Role role = wordRole(process);
    double width = brush.width(Face.CODE_SMALL, how);
    boolean fits = x + 14 + width < space.right() - 4;
    double left = fits ? x + 11 : x - width - 12;
    if (!fits) {
      brush.fill(left - 4, y - 9, width + 8, 18, 0, Role.BAND);
    }
    brush.ring(Math.min(x, space.right() - 6), y, 5, Role.BACKGROUND, role, 2);
    brush.words(left, y, how, Face.CODE_SMALL, role);
  }

  private static Role role(ProcessTrack process) {
    return process.died() == Timeline.OPEN ? Role.MUTED : wordRole(process);
  }

  private static Role wordRole(ProcessTrack process) {
    ProcessTrack.Exit exit = process.exit();
    if (exit == null) {
      return Role.MUTED;
    }
    Integer code = exit.code();
    boolean well = exit.signal() == null && (code == null || code == 0);
    return well ? Role.GOOD : Role.RED;
  }

  @Override
  public @Nullable List<String> tooltip(Timeline timeline, ThingRef thing) {
    if (!(thing instanceof ThingRef.Process(int index))) {
      return null;
    }
    ProcessTrack process = timeline.processes().get(index);
    long end = process.died() == Timeline.OPEN ? timeline.now() : process.died();
    ProcessTrack.Exit exit = process.exit();
    String how =
        process.died() == Timeline.OPEN
            ? WORDS.get(process.tellsRunning() ? "process.runs" : "process.file")
            : exit == null ? WORDS.get("process.ended") : exit.show();
    List<String> lines = new ArrayList<>();
    lines.add(
        process.hasPid()
            ? WORDS.get("process.tip", process.name(), process.pid())
            : process.name());
    lines.add(how + " · " + TimeText.duration(end - process.start()));
    if (process.wasZombie()) {
      long rest = Math.min(process.end(), timeline.now()) - process.died();
      lines.add(WORDS.get("process.zombie.for", TimeText.duration(Math.max(1, rest))));
    }
    process.turns().forEach(turn -> lines.add(turn.tell()));
    lines.add(process.command());
    if (!process.interpreter().name().isEmpty()) {
      lines.add(process.interpreter().show());
    }
    return lines;
  }
}
