package interleave.view.session;

import interleave.timeline.Timeline;
import interleave.timeline.events.EventRows;
import interleave.timeline.track.TrackKinds;
import java.util.OptionalLong;

/**
 * The playhead of a session: what the buttons and keys that move it mean for the timeline in sight.
 * How it moves by itself is {@link Playback}'s business.
 */
final class Playhead {
  private final Playback playback = new Playback();
  private long wall;

  /** It is that late now, in nanoseconds of a steady clock. */
  void tick(long now) {
    wall = now;
  }

  /** Where it is. */
  long at(Timeline timeline, boolean running) {
    return playback.playhead(wall, timeline.start(), timeline.now(), running);
  }

  void follow() {
    playback.follow();
  }

  void stand(long time) {
    playback.stand(time);
  }

  /** Holds it where it is, or lets it run on from there at the chosen speed. */
  void playOrPause(Timeline timeline, boolean running) {
    if (playback.mode() == Playback.Mode.PAUSED) {
      play(timeline, running);
    } else {
      playback.stand(at(timeline, running));
    }
  }

  /** Replays from where it is, from the beginning when it stands at the end. */
  private void play(Timeline timeline, boolean running) {
    long head = at(timeline, running);
    boolean over = head >= timeline.now();
    if (over && running) {
      playback.follow();
    } else {
      playback.replay(over ? timeline.start() : head, wall);
    }
  }

  /** Back to the end of a run that goes on, or to the end of the recording. */
  void live(Timeline timeline, boolean running) {
    if (running) {
      playback.follow();
    } else {
      playback.stand(timeline.now());
    }
  }

  /** Sets the pace of the replay and, when following live, begins one here. */
  void speed(double factor, Timeline timeline, boolean running) {
    long head = at(timeline, running);
    playback.speed(factor, wall);
    if (playback.mode() == Playback.Mode.LIVE) {
      playback.replay(head, wall);
    }
  }

  void seek(long time, Timeline timeline) {
    playback.seek(
        Math.clamp(time, timeline.start(), Math.max(timeline.start(), timeline.now())), wall);
  }

  /** Goes to the next event of interest, or with a negative direction to the one before. */
  void step(int direction, Timeline timeline, boolean running) {
    EventRows happenings = TrackKinds.STANDARD.events(timeline);
    long head = at(timeline, running);
    OptionalLong moment = direction >= 0 ? happenings.next(head) : happenings.previous(head);
    playback.stand(Math.min(moment.orElse(head), timeline.now()));
  }

  Playback.Mode mode() {
    return playback.mode();
  }

  double speed() {
    return playback.speed();
  }
}
