package interleave.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class HandTest {
  private final List<String> felt = new ArrayList<>();
  private final Hand hand = new Hand();
  private final Region cover = new Region();
  private Button wanted;

  @Start
  void show(Stage stage) {
    wanted = button("wanted", 300);
    Button neighbour = button("neighbour", 20);
    cover.resizeRelocate(0, 0, 400, 100);
    cover.setManaged(false); // else a pane makes it as small as it can be
    cover.setVisible(false);
    Scene scene = new Scene(new Pane(wanted, neighbour, cover), 400, 100);
    scene.setOnKeyPressed(event -> felt.add(event.getCode().getName()));
    stage.setScene(scene);
    stage.show();
  }

  private Button button(String id, double x) {
    Button button = new Button(id);
    button.setId(id);
    button.relocate(x, 20);
    button.setOnAction(_ -> felt.add(id));
    return button;
  }

  @Test
  void aButtonThatMovesIsClickedWhereItComesToRest() throws Exception {
    eachFrame(30, left -> wanted.setTranslateX(-6 * (30 - left)));
    hand.click("#wanted");
    assertThat(felt).containsExactly("wanted");
    assertThat(wanted.getTranslateX()).isEqualTo(-180);
  }

  @Test
  void aButtonThatIsCoveredOrDisabledIsClickedWhenItNoLongerIs() throws Exception {
    eachFrame(
        30,
        left -> {
          cover.setVisible(left > 0);
          wanted.setDisable(left > 10);
        });
    hand.click("#wanted");
    assertThat(felt).containsExactly("wanted");
    assertThat(cover.isVisible()).isFalse();
  }

  @Test
  void bothClicksOfTwoComeToTheSameNode() throws Exception {
    List<Integer> counts = new ArrayList<>();
    wanted.setOnMouseClicked(event -> counts.add(event.getClickCount()));
    hand.doubleClick("#wanted", "wanted");
    assertThat(counts).containsExactly(1, 2);
  }

  @Test
  void aKeyIsFeltByTheWindow() throws Exception {
    Node root = wanted.getParent();
    WaitForAsyncUtils.waitForAsyncFx(10_000, root::requestFocus);
    hand.stroke(KeyCode.SHIFT, KeyCode.J);
    assertThat(felt).containsExactly("Shift", "J");
  }

  private static void eachFrame(int frames, java.util.function.IntConsumer change) {
    WaitForAsyncUtils.waitForAsyncFx(
        10_000,
        () ->
            new AnimationTimer() {
              private int left = frames;

              @Override
              public void handle(long now) {
                left--;
                change.accept(left);
                if (left == 0) {
                  stop();
                }
              }
            }.start());
  }
}
