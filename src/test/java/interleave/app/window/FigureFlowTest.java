package interleave.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.figure.FigureTheme;
import interleave.figure.PageSize;
import interleave.view.Hand;
import interleave.view.Patience;
import interleave.view.Sight;
import interleave.view.figure.FigureCopy;
import interleave.view.keys.Command;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A figure of a run is wished, seen and taken, as a person does it. */
@ExtendWith(ApplicationExtension.class)
class FigureFlowTest {
  @TempDir Path home;

  private Window window;
  private final Hand hand = new Hand();
  private final Sight sight = new Sight();

  @Start
  void open(Stage stage) {
    window =
        new SketchedRuns(AskingFlowTest.threeAtALock())
            .show(stage, WindowSettings.in(home.resolve("window.properties")));
  }

  @AfterEach
  void close() throws Exception {
    Fx.run(() -> window.stage().hide());
  }

  @Test
  void aFigureIsSeenWhileItIsWishedAndWhatWasWishedStays(FxRobot robot) throws Exception {
    Fx.run(() -> window.execute(Command.FIGURE));
    assertThat(robot.lookup("#figure").tryQuery()).as("without a run").isEmpty();
    Fx.run(() -> window.execute(Command.RUN));
    waitFor("the run", () -> Fx.get(() -> window.workbench().wholeRun().isPresent()));
    hand.stroke(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.G);
    waitFor("the card", () -> robot.lookup("#figure-preview").tryQuery().isPresent());
    waitFor("a preview", () -> preview(robot) != null);
    assertThat(robot.lookup("#figure-size").<Label>query().getText()).startsWith("1440 × ");
    assertThat(robot.lookup("#figure-scale").query().isVisible()).isTrue();
    assertThat(robot.lookup("#figure-seconds").query().getParent().isVisible()).isFalse();

    assertThat(left(robot, "#figure-names")).isEqualTo(left(robot, "#figure-width"));
    double before = preview(robot).getHeight();
    Fx.run(() -> robot.lookup("#figure-part-tableau").<CheckBox>query().setSelected(false));
    waitFor("no stage", () -> preview(robot).getHeight() < before - 20);
    Fx.run(() -> choose(robot, "#figure-theme", 2));
    Fx.run(() -> choose(robot, "#figure-format", 3));
    assertThat(robot.lookup("#figure-scale").query().isVisible()).isFalse();
    assertThat(robot.lookup("#figure-seconds").query().getParent().isVisible()).isTrue();

    Fx.run(() -> robot.lookup("#figure-copy").<Button>query().fire());
    waitFor("what is said", () -> sight.notices().contains("The picture was copied."));
    Clipboard clipboard = Fx.get(Clipboard::getSystemClipboard);
    assertThat(Fx.get(() -> clipboard.getImage().getWidth())).isEqualTo(2880);
    ByteBuffer svg = (ByteBuffer) Fx.get(() -> clipboard.getContent(FigureCopy.drawn()));
    assertThat(StandardCharsets.UTF_8.decode(svg.duplicate()).toString())
        .startsWith("<?xml")
        .contains("<svg", "</svg>");

    hand.stroke(KeyCode.ESCAPE);
    waitFor("no card", () -> robot.lookup("#figure").tryQuery().isEmpty());
    Fx.run(() -> window.execute(Command.FIGURE));
    waitFor("the card", () -> robot.lookup("#figure-theme").tryQuery().isPresent());
    assertThat(robot.lookup("#figure-theme").<ComboBox<?>>query().getSelectionModel())
        .returns(2, it -> it.getSelectedIndex());
    assertThat(robot.lookup("#figure-part-tableau").<CheckBox>query().isSelected()).isFalse();
    assertThat(WindowSettings.in(home.resolve("window.properties")).text("figure", ""))
        .contains("theme=GREY", "format=.gif");
  }

  @Test
  void aWorksheetIsForPrintersUnlessAnotherIsWished(FxRobot robot) throws Exception {
    Fx.run(() -> window.execute(Command.WORKSHEET));
    assertThat(robot.lookup("#worksheet").tryQuery()).as("without a run").isEmpty();
    Fx.run(() -> window.execute(Command.RUN));
    waitFor("the run", () -> Fx.get(() -> window.workbench().wholeRun().isPresent()));
    hand.stroke(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.H);
    waitFor("the card", () -> robot.lookup("#worksheet-theme").tryQuery().isPresent());
    assertThat(robot.lookup("#worksheet-theme").<ComboBox<?>>query().getValue())
        .isEqualTo(FigureTheme.GREY);
    assertThat(robot.lookup("#worksheet-page").<ComboBox<?>>query().getValue())
        .isEqualTo(PageSize.A4);
    assertThat(robot.lookup("#worksheet-format").<ComboBox<?>>query().getItems()).hasSize(2);
    assertThat(robot.lookup("#worksheet-save").<Button>query().isDefaultButton()).isTrue();
  }

  private static double left(FxRobot robot, String query) {
    Node field = robot.lookup(query).query();
    return Math.rint(field.localToScene(field.getLayoutBounds()).getMinX());
  }

  private static void choose(FxRobot robot, String query, int index) {
    robot.lookup(query).<ComboBox<?>>query().getSelectionModel().select(index);
  }

  private static Image preview(FxRobot robot) {
    Node content = robot.lookup("#figure-preview").<ScrollPane>query().getContent();
    return ((ImageView) content).getImage();
  }

  private static void waitFor(String what, Callable<Boolean> condition) throws Exception {
    try {
      Patience.waitFor(condition);
    } catch (TimeoutException e) {
      throw new AssertionError(what, e);
    }
  }
}
