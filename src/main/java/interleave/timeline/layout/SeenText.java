package interleave.timeline.layout;

import interleave.event.SeenState;
import interleave.timeline.Sightings;
import interleave.timeline.Sightings.Held;
import interleave.timeline.Sightings.Moment;
import interleave.timeline.Sightings.Sighting;
import interleave.timeline.Site;
import interleave.timeline.StackTree;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.List;

/** Threads as they were seen at single moments, in words. */
public final class SeenText {
  private static final Words WORDS = Words.of("timeline/seen");

  private SeenText() {}

  /** The state of a lane that is the nearest to what was seen. */
  public static ThreadState state(SeenState seen) {
    return switch (seen) {
      case RUNNABLE -> ThreadState.RUNNING;
      case BLOCKED -> ThreadState.LOCK_WAIT;
      case WAITING, PARKED -> ThreadState.SYNC_WAIT;
      case SLEEPING -> ThreadState.SLEEPING;
      case IDLE -> ThreadState.UNTRACED_WAIT;
      case UNKNOWN, NEW, ENDED -> ThreadState.NOT_TOLD;
    };
  }

  /** {@code 20:10:11}; {@code dump 2 of 5} where nobody says when that was. */
  public static String when(Timeline timeline, Sighting seen) {
    Sightings all = timeline.sightings();
    Moment moment = all.moments().get(seen.moment());
    if (!isTime(moment.label())) {
      List<Integer> own = ofProcess(all, moment.process());
      return WORDS.get("nth", own.indexOf(seen.moment()) + 1, own.size());
    }
    return moment.label();
  }

  /** {@code At 20:10:11}, {@code In dump 2 of 5}, as a sentence begins with it. */
  public static String moment(Timeline timeline, Sighting seen) {
    String label = timeline.sightings().moments().get(seen.moment()).label();
    return WORDS.get(isTime(label) ? "in.time" : "in.nth", when(timeline, seen));
  }

  private static boolean isTime(String label) {
    return !label.isEmpty() && Character.isDigit(label.charAt(0));
  }

  /** The moments at which a process was looked at, in order. */
  public static List<Integer> ofProcess(Sightings all, int process) {
    List<Integer> own = new ArrayList<>();
    for (int i = 0; i < all.moments().size(); i++) {
      if (all.moments().get(i).process() == process) {
        own.add(i);
      }
    }
    return own;
  }

  /** {@code waits for Account 0x69ec1b838}, {@code sleeps}, {@code runnable}. */
  public static String brief(Sighting seen) {
    String key = "brief." + seen.state();
    return seen.thing().isEmpty() ? WORDS.get(key) : WORDS.get(key + ".for", seen.thing());
  }

  /** What a lane was seen doing last, and when; empty where it was not seen by then. */
  public static String last(Timeline timeline, int lane, long time) {
    Sightings all = timeline.sightings();
    Sighting last = null;
    for (int i : all.ofLane(lane)) {
      Sighting next = all.get(i);
      last = next.time() <= time ? next : last;
    }
    return last == null ? "" : WORDS.get("last", when(timeline, last), brief(last));
  }

  /** {@code Bank.java:15}; empty where it is not known. */
  public static String place(Timeline timeline, int index) {
    Site site = timeline.site(index);
    return site.line() > 0 ? site.simpleFile() + ":" + site.line() : site.function();
  }

  /** Its stack, innermost first, with what was locked there. */
  public static List<String> stack(Timeline timeline, Sighting seen) {
    StackTree stacks = timeline.stacks();
    int[] frames = new int[StackTree.MOST_FRAMES];
    int depth = seen.stack() < 0 ? 0 : stacks.walk(seen.stack(), frames);
    List<Held> held = timeline.sightings().heldAt(seen);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < depth; i++) {
      int site = stacks.site(frames[i]);
      lines.add(frame(timeline.site(site)));
      for (Held each : held) {
        if (each.site() == site && site != 0 && !told(lines, each)) {
          lines.add(locked(each));
        }
      }
    }
    return lines;
  }

  private static boolean told(List<String> lines, Held held) {
    return lines.contains(locked(held));
  }

  private static String locked(Held held) {
    return WORDS.get("locked", held.thing());
  }

  private static String frame(Site site) {
    String owner = site.owner();
    String function = owner.isEmpty() ? site.function() : owner + "." + site.function();
    return site.line() > 0
        ? function + " (" + site.simpleFile() + ":" + site.line() + ")"
        : function;
  }
}
