package interleave.timeline.layout;

import interleave.timeline.SynchronizerTrack;
import interleave.timeline.SynchronizerTrack.Kind;
import interleave.words.Words;

/** What synchronizers are called, and where they stand. */
public final class SynchronizerText {
  private static final Words WORDS = Words.of("timeline/synchronizers");

  private SynchronizerText() {}

  public static String title(SynchronizerTrack track) {
    return WORDS.get("title." + kind(track), track.name());
  }

  /** Its name within a sentence: {@code barrier start}. */
  public static String name(SynchronizerTrack track) {
    return WORDS.get("name." + kind(track), track.name());
  }

  /** What words call it. */
  private static String kind(SynchronizerTrack track) {
    return track.isEvent() ? "EVENT" : track.kind().toString();
  }

  /** {@code 2 of 3 permits free}. */
  public static String level(SynchronizerTrack track, long time) {
    return level(track, track.levelAt(time), time);
  }

  /** The same for one of several steps that were made at that time. */
  public static String level(SynchronizerTrack track, int level, long time) {
    int total = track.totalAt(time);
    if (track.kind() == Kind.UNKNOWN || track.kind() == Kind.FUTEX) {
      return WORDS.get("level." + track.kind());
    }
    return total < 0 ? WORDS.get("level.unknown") : told("level.", track, level, total);
  }

  /** The same in fewer words. */
  public static String brief(SynchronizerTrack track, long time) {
    int total = track.totalAt(time);
    return total < 0 ? "" : told("stage.", track, track.levelAt(time), total);
  }

  private static String told(String key, SynchronizerTrack track, int stands, int total) {
    int level = Math.min(stands, track.kind() == Kind.SEMAPHORE ? 1 << 30 : total);
    boolean open = track.kind() == Kind.LATCH && level == 0;
    boolean signals = track.kind() == Kind.SEMAPHORE && (total == 0 || track.maxLevel() > total);
    return WORDS.get(
        key + kind(track) + (open ? ".open" : signals ? ".signals" : ""), level, total);
  }
}
