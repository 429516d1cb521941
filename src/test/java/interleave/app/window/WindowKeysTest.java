package interleave.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.view.Hand;
import interleave.view.keys.Command;
import interleave.view.timeline.TimelineKeys;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class WindowKeysTest {
  private final Hand hand = new Hand();
  private ListView<String> list;
  private TextField field;
  private final List<Object> heard = new CopyOnWriteArrayList<>();
  private boolean run = true;
  private boolean covered;

  @Start
  void open(Stage stage) {
    list = new ListView<>();
    field = new TextField();
    list.getItems().setAll("one", "two");
    Scene scene = new Scene(new VBox(list, field), 300, 300);
    new WindowKeys(
            scene,
            heard::add,
            () -> heard.add("escape"),
            function -> run && heard.add(function),
            () -> covered)
        .listen();
    stage.setScene(scene);
    stage.show();
  }

  @Test
  void theTimelineGetsItsKeysWhereverTheKeyboardIs() throws Exception {
    Fx.run(list::requestFocus);
    hand.stroke(KeyCode.W);
    hand.stroke(KeyCode.D);
    assertThat(heard)
        .containsExactly(TimelineKeys.Function.ZOOM_IN, TimelineKeys.Function.PAN_RIGHT);
  }

  @Test
  void whoTypesAndWhatListsWantAreLeftAlone() throws Exception {
    Fx.run(list::requestFocus);
    hand.stroke(KeyCode.DOWN);
    Fx.run(field::requestFocus);
    hand.stroke(KeyCode.A);
    assertThat(heard).isEmpty();
    assertThat(field.getText()).isEqualTo("a");
  }

  @Test
  void belowACardAndWithoutARunNothingHappens() throws Exception {
    Fx.run(list::requestFocus);
    covered = true;
    hand.stroke(KeyCode.W);
    covered = false;
    run = false;
    hand.stroke(KeyCode.W);
    assertThat(heard).isEmpty();
    hand.stroke(KeyCode.CONTROL, KeyCode.R);
    assertThat(heard).containsExactly(Command.RUN);
  }
}
