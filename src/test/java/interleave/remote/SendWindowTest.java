package interleave.remote;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** No more is under way than was granted, and what did not arrive is sent again. */
class SendWindowTest {
  private final SendWindow window = new SendWindow();

  private void granted(long next, int credit, long now) {
    window.granted(new Message.Grant(1, next, credit, 50), now);
  }

  @Test
  void nothingIsSentThatWasNotGranted() {
    assertThat(window.room()).isZero();
    granted(0, 100, 0);
    assertThat(window.room()).isEqualTo(100);
    window.sent(new byte[70], 0);
    assertThat(window.room()).isEqualTo(30);
    assertThat(window.next()).isOne();
    window.sent(new byte[40], 0);
    assertThat(window.room()).isNegative();
  }

  @Test
  void whatHasArrivedMakesRoom() {
    granted(0, 100, 0);
    window.sent(new byte[60], 0);
    window.sent(new byte[30], 0);
    granted(1, 100, 1);
    assertThat(window.bytes()).isEqualTo(30);
    granted(2, 50, 1);
    assertThat(window.isEmpty()).isTrue();
    assertThat(window.room()).isEqualTo(50);
  }

  @Test
  void whatNobodySaysHasArrivedIsSentAgainInOrder() {
    granted(0, 100, 0);
    byte[] first = {1};
    byte[] second = {2};
    window.sent(first, 0);
    window.sent(second, 10);
    assertThat(window.overdue(SendWindow.PATIENCE - 1)).isEmpty();
    assertThat(window.overdue(SendWindow.PATIENCE)).containsExactly(first, second);
    assertThat(window.overdue(SendWindow.PATIENCE + 1)).isEmpty();
    granted(1, 100, SendWindow.PATIENCE + 2);
    assertThat(window.overdue(2 * SendWindow.PATIENCE + 2)).containsExactly(second);
  }

  @Test
  void aGrantOfWhatWasNotSentHarmsNothing() {
    granted(99, -5, 0);
    assertThat(window.room()).isZero();
    window.sent(new byte[1], 0);
    assertThat(window.next()).isOne();
  }
}
