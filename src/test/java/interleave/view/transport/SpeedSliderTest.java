package interleave.view.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class SpeedSliderTest {
  @Test
  void aPaceThatIsShownIsNotAskedForAndAStepFromThereIs() throws Exception {
    List<Object> asked = new ArrayList<>();
    WaitForAsyncUtils.asyncFx(
            () -> {
              SpeedSlider slider = new SpeedSlider(asked::add, () -> asked.add("live"));
              slider.show(false, 0.001);
              slider.show(true, 1);
              slider.show(false, 1);
              assertThat(asked).isEmpty();
              slider.step(-1);
              assertThat(asked).hasSize(1);
              slider.step(1);
              slider.show(false, 1);
              slider.step(1);
            })
        .get();
    assertThat(asked).hasSize(3).doesNotHaveDuplicates();
    assertThat(asked.get(1)).isEqualTo(1.0);
  }
}
