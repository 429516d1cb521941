package interleave.view.transport;

import interleave.view.control.SpokenWords;
import interleave.view.session.Speed;
import java.util.function.DoubleConsumer;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;

/**
 * The pace of the replay: a slider with detents from 1/1,000,000 to 10, and {@code live} behind the
 * last.
 */
final class SpeedSlider extends HBox {
  private static final SpokenWords WORDS = SpokenWords.of("view/transport");

  private final Slider slider = new Slider(0, Speed.detents(), Speed.nearest(1));
  private final Label name = WORDS.label("speed");
  private final Label value = new Label();
  private final DoubleConsumer speed;
  private final Runnable live;

  /** The detent of the pace that the session has, as far as it is known here. */
  private int known = Speed.nearest(1);

  SpeedSlider(DoubleConsumer speed, Runnable live) {
    super(8);
    this.speed = speed;
    this.live = live;
    getStyleClass().add("speed-box");
    setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    name.getStyleClass().add("speed-name");
    name.setLabelFor(slider);
    name.setMinWidth(USE_PREF_SIZE);
    value.getStyleClass().add("speed-value");
    value.setId("speed-value");
    value.setMinWidth(96);
    slider.getStyleClass().add("speed");
    slider.setId("speed");
    WORDS.accessible(slider, "speed.says");
    slider.setTooltip(WORDS.tooltip("speed.tip"));
    slider.setMajorTickUnit(1);
    slider.setMinorTickCount(0);
    slider.setSnapToTicks(true);
    slider.setBlockIncrement(1);
    slider.setPrefWidth(124);
    slider.setMinWidth(60);
    slider.valueProperty().addListener((_, _, now) -> moved(now.doubleValue()));
    getChildren().addAll(name, slider, value);
  }

  private void moved(double at) {
    int detent = (int) Math.round(at);
    value.setText(shown(detent));
    if (detent == known) {
      return; // as a frame said it
    }
    known = detent;
    if (detent >= Speed.detents()) {
      live.run();
    } else {
      speed.accept(Speed.at(detent));
    }
  }

  private static String shown(int detent) {
    return detent >= Speed.detents() ? WORDS.get("speed.live") : Speed.show(Speed.at(detent));
  }

  /** Shows a pace that was set elsewhere. */
  void show(boolean following, double pace) {
    if (slider.isValueChanging() || slider.isPressed()) {
      return;
    }
    int detent = following ? Speed.detents() : Speed.nearest(pace);
    if (!value.getText().equals(shown(detent))) {
      known = detent;
      slider.setValue(detent);
      value.setText(shown(detent));
    }
  }

  void step(int direction) {
    slider.setValue(Math.round(slider.getValue()) + direction);
  }

  void narrow(boolean small) {
    name.setVisible(!small);
    name.setManaged(!small);
    slider.setPrefWidth(small ? 64 : 124);
    value.setMinWidth(small ? 76 : 96);
  }
}
