package interleave.timeline.explain;

import interleave.event.SeenState;
import interleave.timeline.LockTrack;
import interleave.timeline.ProcessTrack;
import interleave.timeline.Sightings;
import interleave.timeline.Sightings.Held;
import interleave.timeline.Sightings.Sighting;
import interleave.timeline.ThreadLane;
import interleave.timeline.Timeline;
import interleave.timeline.layout.SeenText;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Sentences about threads that were seen at single moments. */
final class Sights {
  private static final Words SAYS = Words.of("timeline/seen");

  /** So many threads are named in a sentence. */
  private static final int MOST = 6;

  private final Timeline timeline;
  private final Sightings all;
  private final SentenceWords words;

  Sights(Timeline timeline) {
    this.timeline = timeline;
    this.all = timeline.sightings();
    this.words = new SentenceWords(timeline);
  }

  boolean hasLane(int lane) {
    return !all.ofLane(lane).isEmpty();
  }

  boolean hasLock(LockTrack lock) {
    return all.areAllOf(lock);
  }

  /**
   * {@code At 20:10:11 Thread-2 was seen waiting for monitor Account 0x…, held by Thread-1 at …}.
   */
  String sighting(int index) {
    Sighting seen = all.get(index);
    String who = words.subject(seen.lane());
    String key = "at." + seen.state() + (seen.thing().isEmpty() ? "" : ".for");
    String said = SAYS.get(key, SeenText.moment(timeline, seen), who, seen.thing());
    int owner = all.ownerOf(seen);
    if (owner >= 0 && owner != seen.lane()) {
      String place = takenAt(owner, seen);
      said =
          place.isEmpty()
              ? SAYS.get("held", said, words.who(owner))
              : SAYS.get("held.at", said, words.who(owner), place);
    }
    String place = SeenText.place(timeline, seen.site());
    said = place.isEmpty() ? said : SAYS.get("standing", said, place);
    List<Held> held = all.heldAt(seen);
    String had =
        held.isEmpty() ? "" : " " + SAYS.get("having", String.join(SAYS.get("comma"), names(held)));
    return SentenceWords.end(said) + had;
  }

  private static List<String> names(List<Held> held) {
    return held.stream().map(Held::thing).distinct().limit(MOST).toList();
  }

  private String takenAt(int owner, Sighting seen) {
    for (int i : all.heldBy(owner)) {
      Held held = all.held(i);
      if (held.time() == seen.time() && held.thing().equals(seen.thing())) {
        return SeenText.place(timeline, held.site());
      }
    }
    return "";
  }

  /** How often it was seen, and whether always at the same line. */
  String lane(ThreadLane lane) {
    List<Integer> own = all.ofLane(lane.index());
    int moments = SeenText.ofProcess(all, lane.process()).size();
    String who = words.subject(lane.index());
    String last = SeenText.brief(all.get(own.getLast()));
    String said =
        moments < 2
            ? SAYS.get("lane.once", who, last)
            : SAYS.get("lane", who, own.size(), moments, last);
    return stands(lane.index(), moments)
        ? said + " " + SAYS.get("lane.stands", who, place(lane.index()))
        : said;
  }

  private String place(int lane) {
    return SeenText.place(timeline, all.get(all.ofLane(lane).getFirst()).site());
  }

  /** Whether it was seen at each moment of its process, two at least, with the same stack. */
  private boolean stands(int lane, int moments) {
    List<Integer> own = all.ofLane(lane);
    if (moments < 2 || own.size() != moments) {
      return false;
    }
    Sighting first = all.get(own.getFirst());
    return first.stack() >= 0 && own.stream().allMatch(i -> all.get(i).stack() == first.stack());
  }

  /** Whether nothing is told of it but what was seen at some moments. */
  boolean areAllOf(ProcessTrack process) {
    return process.exit() == null
        && !process.lanes().isEmpty()
        && process.lanes().stream().allMatch(this::hasLane);
  }

  String process(ProcessTrack process) {
    List<Integer> moments = SeenText.ofProcess(all, process.index());
    long threads = process.lanes().stream().filter(this::isOfProgram).count();
    return SAYS.count(
        "process", moments.size(), process.name(), SentenceWords.many("threads", threads));
  }

  /** A worker that waits for work stands nowhere in the program. */
  private boolean isOfProgram(Sighting seen) {
    String owner = timeline.site(seen.site()).owner();
    return !owner.startsWith("java.") && !owner.startsWith("jdk.") && !owner.startsWith("sun.");
  }

  private boolean isOfProgram(int lane) {
    return !timeline.lanes().get(lane).service();
  }

  /** The threads of the program that stand at the same line in all dumps; empty where none does. */
  String standing(ProcessTrack process) {
    int moments = SeenText.ofProcess(all, process.index()).size();
    List<String> stuck = new ArrayList<>();
    int count = 0;
    for (int lane : moments < 2 ? List.<Integer>of() : process.lanes()) {
      boolean counts = !timeline.lanes().get(lane).service() && stands(lane, moments);
      Sighting last = counts ? all.get(all.ofLane(lane).getLast()) : null;
      if (last != null && last.state() != SeenState.RUNNABLE && isOfProgram(last)) {
        count++;
        if (count <= MOST) {
          stuck.add(SAYS.get("stands.thread", words.who(lane), place(lane)));
        }
      }
    }
    if (stuck.isEmpty()) {
      return "";
    }
    String names = String.join(SAYS.get("comma"), stuck) + (count > MOST ? " …" : "");
    return " " + SAYS.count("stands", count, moments, names);
  }

  /** Who was seen to have it, and how many waited. */
  String lock(LockTrack lock) {
    Set<Long> waits = new HashSet<>();
    int most = 0;
    int notified = 0;
    for (int i : all.waitingFor(lock.index())) {
      waits.add(all.get(i).time());
    }
    for (long time : waits) {
      most = Math.max(most, all.waitingAt(lock.index(), time, false));
      notified = Math.max(notified, all.waitingAt(lock.index(), time, true));
    }
    Set<Integer> holders = new HashSet<>();
    List<String> names = new ArrayList<>();
    for (int i : all.holdsOf(lock.index())) {
      int lane = all.held(i).lane();
      if (holders.add(lane) && names.size() < MOST) {
        names.add(words.who(lane));
      }
    }
    String by = String.join(SAYS.get("comma"), names);
    String waiters = SentenceWords.many("threads", most);
    String said =
        names.isEmpty()
            ? most == 0 ? "" : SAYS.get("lock.free", waiters)
            : SAYS.get("lock", by, waiters);
    return notified == 0
        ? said
        : (said + " " + SAYS.get("lock.notified", SentenceWords.many("threads", notified))).strip();
  }
}
