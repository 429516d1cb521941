package interleave.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LifelineTest {
  /** Watches, says so, and would sleep for an hour. */
  static final class Watching {
    public static void main(String[] args) throws Exception {
      Lifeline.watch();
      Lifeline.watch();
      System.out.println("watching");
      Thread.sleep(Duration.ofHours(1));
    }
  }

  /** Watches where there is nothing to watch, and ends. */
  static final class Idle {
    public static void main(String[] args) {
      Lifeline.watch();
    }
  }

  @Test
  void aTracedProcessEndsWhenTheLockIsLetGo() throws Exception {
    Recording recording = Recording.create(64 << 20);
    try {
      Process traced;
      try (FileChannel engine =
          FileChannel.open(
              recording.folder().resolve(Lifeline.FILE),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE)) {
        engine.lock();
        traced = ChildJvm.builder(recording, Watching.class).start();
        assertThat(traced.inputReader().readLine()).isEqualTo("watching");
        assertThat(traced.isAlive()).isTrue();
      }
      assertThat(traced.waitFor()).isEqualTo(Lifeline.EXIT_CODE);
    } finally {
      recording.delete();
    }
  }

  @Test
  void withoutALifelineAProcessIsLeftAlone() throws Exception {
    Recording recording = Recording.create(64 << 20);
    try {
      assertThat(ChildJvm.builder(recording, Idle.class).start().waitFor()).isZero();
    } finally {
      recording.delete();
    }
  }
}
