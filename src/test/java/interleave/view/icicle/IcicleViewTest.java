package interleave.view.icicle;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.timeline.Site;
import org.junit.jupiter.api.Test;

class IcicleViewTest {
  @Test
  void theProgramsOwnStandsOutAndNotWhatIsLeftOutOrOfLibraries() {
    assertThat(IcicleView.isLibrary(new Site("Bank.java", 0, "pay", "Bank"))).isFalse();
    assertThat(IcicleView.isLibrary(new Site("/home/a/bank.py", 0, "pay", ""))).isFalse();
    assertThat(IcicleView.isLibrary(new Site("", 0, "…", ""))).isTrue();
    assertThat(IcicleView.isLibrary(new Site("Thread.java", 0, "run", "java.lang.Thread")))
        .isTrue();
    assertThat(IcicleView.isLibrary(new Site("/usr/lib/python3.12/queue.py", 0, "get", "")))
        .isTrue();
  }
}
