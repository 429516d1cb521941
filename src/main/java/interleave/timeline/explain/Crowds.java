package interleave.timeline.explain;

import interleave.timeline.CrowdTrack;
import interleave.timeline.Spans;
import interleave.timeline.ThingGroup;
import interleave.timeline.ThreadLane;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import interleave.timeline.layout.PipeText;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.List;

/** Sentences about threads that are too many to be told one by one, and about carriers. */
final class Crowds {
  private static final Words WORDS = Words.of("timeline/crowds");

  private static final Words GROUPS = Words.of("timeline/groups");

  private final Timeline timeline;
  private final SentenceWords words;

  Crowds(Timeline timeline) {
    this.timeline = timeline;
    this.words = new SentenceWords(timeline);
  }

  String crowd(CrowdTrack crowd) {
    String count = SentenceWords.count(crowd.lanes().size());
    String most = SentenceWords.count(crowd.most());
    if (!crowd.virtual()) {
      return WORDS.get("sentence.platform", count, most);
    }
    if (crowd.tasks()) {
      return crowd.carriers().size() == 1
          ? WORDS.get("sentence.tasks.single", count, most, words.who(crowd.carriers().getFirst()))
          : WORDS.get("sentence.tasks", count, most, SentenceWords.count(crowd.carriers().size()));
    }
    return switch (crowd.carriers().size()) {
      case 0 -> WORDS.get("sentence.virtual.unknown", count, most);
      case 1 -> WORDS.get("sentence.virtual.single", count, most);
      default ->
          WORDS.get("sentence.virtual", count, most, SentenceWords.count(crowd.carriers().size()));
    };
  }

  /** How many there are, and at which one most is to be seen. */
  String group(ThingGroup group) {
    String count = SentenceWords.count(group.members().size());
    String sentence =
        GROUPS.get("sentence." + group.sort(), count, SentenceWords.count(group.most()));
    if (group.prominent().isEmpty() || group.sort() == ThingGroup.Sort.PROCESS) {
      return sentence;
    }
    String name = name(group.sort(), group.prominent().getFirst());
    return sentence + GROUPS.get("sentence.first." + group.sort(), name);
  }

  private String name(ThingGroup.Sort sort, int index) {
    return switch (sort) {
      case LOCK -> timeline.locks().get(index).name();
      case SYNCHRONIZER -> timeline.synchronizers().get(index).name();
      case VARIABLE -> timeline.variables().get(index).name();
      case POOL -> timeline.pools().get(index).name();
      case QUEUE -> timeline.queues().get(index).name();
      case PIPE -> PipeText.title(timeline, timeline.pipes().get(index));
      case TRACK -> timeline.slices().get(index).name();
      case COUNTER -> timeline.counterTracks().get(index).name();
      case PROCESS -> timeline.processes().get(index).name();
    };
  }

  String moment(CrowdTrack crowd, long time) {
    int alive = crowd.alive(time);
    String all = SentenceWords.count(crowd.lanes().size());
    return alive == 0
        ? WORDS.get("sentence.moment.none", "0", all)
        : WORDS.get("sentence.moment", SentenceWords.count(alive), all, states(crowd, time, alive));
  }

  private static String states(CrowdTrack crowd, long time, int alive) {
    int running = crowd.count(ThreadState.RUNNING, time);
    int sleeping = crowd.count(ThreadState.SLEEPING, time);
    int untold = crowd.count(ThreadState.NOT_TOLD, time);
    List<String> parts = new ArrayList<>();
    part(parts, "running", running);
    part(parts, "sleeping", sleeping);
    part(parts, "waiting", alive - running - sleeping - untold);
    part(parts, "untold", untold);
    return String.join(WORDS.get("and"), parts);
  }

  private static void part(List<String> parts, String key, int count) {
    if (count > 0) {
      parts.add(WORDS.get(key, SentenceWords.count(count)));
    }
  }

  /** What a carrier is for, and how busy it was. */
  String carrier(ThreadLane lane) {
    long end = Math.min(lane.end(), timeline.now());
    long busy = lane.spans().nanosIn(ThreadState.RUNNING, lane.start(), end);
    return WORDS.get(
        "sentence.carrier",
        lane.name(),
        SentenceWords.took(busy),
        SentenceWords.took(end - lane.start()));
  }

  /** Whom a carrier ran from when to when. */
  String carried(ThreadLane lane, int span) {
    Spans spans = lane.spans();
    boolean open = spans.end(span) == Timeline.OPEN && timeline.live();
    return WORDS.get(
        open ? "sentence.carries" : "sentence.carried",
        lane.name(),
        spans.label(span),
        words.between(spans.start(span), spans.end(span)));
  }
}
