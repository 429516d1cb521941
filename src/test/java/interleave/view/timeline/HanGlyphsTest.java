package interleave.view.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import interleave.timeline.draw.Face;
import interleave.words.Language;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class HanGlyphsTest {
  @Test
  void englishIsAlwaysThere() {
    assertThat(shows(Language.ENGLISH)).isTrue();
  }

  @Test
  void chineseWordsAreAsWideAsTheyAreMeasured() {
    assumeTrue(shows(Language.CHINESE), "this system has no Chinese font");
    for (Face face : Face.values()) {
      for (String words : new String[] {"等待锁", "队列 q · 最大 3", "由 Thread-2 持有（第 27 行）"}) {
        double measured = Typefaces.bundled().width(face, words);
        assertThat(measured).as(face + " " + words).isCloseTo(drawn(face, words), byPercent(4));
      }
    }
  }

  private static org.assertj.core.data.Percentage byPercent(double percent) {
    return org.assertj.core.data.Percentage.withPercentage(percent);
  }

  private static boolean shows(Language language) {
    return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> HanGlyphs.show(language));
  }

  private static double drawn(Face face, String words) {
    return WaitForAsyncUtils.waitForAsyncFx(
        10_000,
        () -> {
          Text text = new Text(words);
          text.setFont(Typefaces.bundled().font(face));
          return text.getLayoutBounds().getWidth();
        });
  }
}
