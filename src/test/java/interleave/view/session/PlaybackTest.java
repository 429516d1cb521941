package interleave.view.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PlaybackTest {
  private static final long SECOND = 1_000_000_000L;

  private final Playback playback = new Playback();

  @Test
  void liveThePlayheadIsAtTheEndOfWhatIsKnown() {
    playback.follow();
    assertThat(playback.playhead(0, 100, 500, true)).isEqualTo(500);
    assertThat(playback.playhead(1, 100, 700, true)).isEqualTo(700);
  }

  @Test
  void pausedThePlayheadStandsWhileTheRecordingGoesOn() {
    playback.follow();
    playback.stand(500);
    assertThat(playback.playhead(0, 100, 500, true)).isEqualTo(500);
    assertThat(playback.playhead(SECOND, 100, 5_000, true)).isEqualTo(500);
  }

  @Test
  void replayingAtAMillionthASecondShowsAMicrosecond() {
    playback.speed(1e-6, 0);
    playback.replay(1_000, 0);
    assertThat(playback.playhead(SECOND, 0, SECOND, false)).isEqualTo(2_000);
  }

  @Test
  void replayingAtTenASecondShowsTen() {
    playback.speed(10, 0);
    playback.replay(0, 0);
    assertThat(playback.playhead(SECOND, 0, 100 * SECOND, false)).isEqualTo(10 * SECOND);
  }

  @Test
  void aChangeOfSpeedDoesNotMoveThePlayhead() {
    playback.replay(0, 0);
    playback.speed(0.1, SECOND);
    assertThat(playback.playhead(SECOND, 0, 100 * SECOND, false)).isEqualTo(SECOND);
    assertThat(playback.playhead(2 * SECOND, 0, 100 * SECOND, false))
        .isEqualTo(SECOND + SECOND / 10);
  }

  @Test
  void aReplayThatArrivesAtTheEndOfARecordingStandsThere() {
    playback.replay(0, 0);
    assertThat(playback.playhead(5 * SECOND, 0, SECOND, false)).isEqualTo(SECOND);
    assertThat(playback.mode()).isEqualTo(Playback.Mode.PAUSED);
  }

  @Test
  void aReplayThatCatchesUpWithALiveRunFollowsIt() {
    playback.replay(0, 0);
    playback.playhead(5 * SECOND, 0, SECOND, true);
    assertThat(playback.mode()).isEqualTo(Playback.Mode.LIVE);
  }

  @Test
  void seekingKeepsAReplayGoing() {
    playback.replay(0, 0);
    playback.seek(40, 10);
    assertThat(playback.playhead(15, 0, SECOND, false)).isEqualTo(45);
  }

  @Test
  void seekingInALiveRunStandsThere() {
    playback.follow();
    playback.seek(40, 0);
    assertThat(playback.playhead(10, 0, SECOND, true)).isEqualTo(40);
  }

  @Test
  void aSpeedOutOfBoundsIsRefused() {
    assertThatThrownBy(() -> playback.speed(11, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> playback.speed(0, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> playback.speed(Double.NaN, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void speedsHaveNames() {
    assertThat(Speed.show(1e-6)).isEqualTo("1/1 000 000×");
    assertThat(Speed.show(0.1)).isEqualTo("1/10×");
    assertThat(Speed.show(0.5)).isEqualTo("1/2×");
    assertThat(Speed.show(10)).isEqualTo("10×");
  }

  @Test
  void everyDetentIsNearestToItself() {
    for (int i = 0; i < Speed.detents(); i++) {
      assertThat(Speed.nearest(Speed.at(i))).isEqualTo(i);
    }
  }
}
