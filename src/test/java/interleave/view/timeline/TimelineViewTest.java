package interleave.view.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.layout.Viewport;
import interleave.timeline.sketch.Sketch;
import interleave.timeline.sketch.Sketches;
import interleave.view.Hand;
import interleave.view.Patience;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class TimelineViewTest {
  private final Sketch queue = Sketches.queue();
  private TimelineView view;
  @TempDir Path folder;

  private final Hand hand = new Hand();

  @Start
  void show(Stage stage) {
    view = new TimelineView();
    view.timelineProperty().set(queue);
    stage.setScene(new Scene(view, 868, 560));
    stage.show();
  }

  @BeforeEach
  void settled() throws Exception {
    until(() -> skin() != null && skin().picture().list().width() > 0);
    WaitForAsyncUtils.asyncFx(() -> view.requestFocus()).get();
  }

  private TimelineSkin skin() {
    return (TimelineSkin) view.getSkin();
  }

  private static void until(java.util.concurrent.Callable<Boolean> state) throws Exception {
    Patience.waitFor(state);
  }

  @Test
  void itBeginsWithTheWholeRun() {
    assertThat(view.getViewport().start()).isEqualTo(queue.start());
    assertThat(view.getViewport().end()).isGreaterThanOrEqualTo(queue.now());
  }

  @Test
  void keysZoomAndFit() throws Exception {
    double length = view.getViewport().length();
    hand.stroke(KeyCode.W);
    until(() -> view.getViewport().length() < 0.71 * length);
    hand.stroke(KeyCode.DIGIT0);
    until(() -> Math.abs(view.getViewport().length() - length) < 1);
  }

  @Test
  void endAndHomeShowThemAndMoveThePlayhead() throws Exception {
    hand.stroke(KeyCode.END);
    until(() -> view.playheadProperty().get() == queue.now());
    until(() -> view.getViewport().equals(view.targetProperty().get()));
    assertThat(view.getViewport().start()).isEqualTo(queue.start());
    hand.stroke(KeyCode.W);
    hand.stroke(KeyCode.W);
    hand.stroke(KeyCode.HOME);
    until(() -> view.playheadProperty().get() == queue.start());
    until(() -> view.getViewport().equals(view.targetProperty().get()));
    assertThat(view.getViewport().start()).isEqualTo(queue.start());
    hand.stroke(KeyCode.END);
    until(() -> view.targetProperty().get().start() > queue.start());
    until(() -> view.getViewport().equals(view.targetProperty().get()));
    assertThat(view.getViewport().start()).isLessThan(queue.now());
    assertThat(view.getViewport().end()).isGreaterThan(queue.now());
    double beyond = view.getViewport().end() - queue.now();
    assertThat(beyond).isLessThan(view.getViewport().length() * 0.05);
  }

  @Test
  void aClickSelectsTheSpanAndADotTheNext() throws Exception {
    double x = skin().frame().scale(view.getViewport()).x(Sketches.at(700));
    hand.click(view, x, laneY());
    until(() -> new ThingRef.Span(1, Sketches.at(500)).equals(view.getSelection()));
    hand.stroke(KeyCode.PERIOD);
    until(() -> new ThingRef.Span(1, Sketches.at(960)).equals(view.getSelection()));
  }

  private double laneY() {
    var rows = skin().picture().rows();
    return skin().frame().bodyTop() + rows.find("lane", 1).middle();
  }

  @Test
  void rowsAreSelectedAndFoldedByKeys() throws Exception {
    hand.stroke(KeyCode.J);
    until(() -> new ThingRef.Process(0).equals(view.getSelection()));
    hand.stroke(KeyCode.J);
    until(() -> new ThingRef.Lane(0).equals(view.getSelection()));
    hand.stroke(KeyCode.ENTER);
    until(() -> skin().picture().rows().find("lane", 0) == null);
  }

  @Test
  void theRulerMovesThePlayhead() throws Exception {
    double x = skin().frame().scale(view.getViewport()).x(Sketches.at(1200));
    double y = skin().frame().bodyTop() - 8;
    hand.click(view, x, y);
    until(() -> view.playheadProperty().get() != Timeline.OPEN);
    assertThat(view.playheadProperty().get() - Sketches.at(1200))
        .isBetween(-8_000_000L, 8_000_000L);
  }

  @Test
  void onlyWhatTheUserDoesIsHeard() throws Exception {
    List<Object> heard = new CopyOnWriteArrayList<>();
    WaitForAsyncUtils.asyncFx(
            () -> {
              view.onSelected(heard::add);
              view.onSought(heard::add);
              view.selectionProperty().set(new ThingRef.Lane(1));
              view.playheadProperty().set(Sketches.at(300));
            })
        .get();
    assertThat(heard).isEmpty();
    hand.stroke(KeyCode.PERIOD);
    until(() -> heard.size() == 1);
    assertThat(heard).containsExactly(view.getSelection());
    double x = skin().frame().scale(view.getViewport()).x(Sketches.at(1200));
    double y = skin().frame().bodyTop() - 8;
    hand.click(view, x, y);
    until(() -> heard.size() > 1);
    assertThat(heard.getLast()).isEqualTo(view.playheadProperty().get());
  }

  @Test
  void showingAThingZoomsToIt() throws Exception {
    WaitForAsyncUtils.asyncFx(() -> view.fit(new ThingRef.Message(0, 1))).get();
    until(() -> view.getViewport().equals(view.targetProperty().get()));
    Viewport window = view.getViewport();
    assertThat(window.start()).isLessThan(Sketches.at(980));
    assertThat(window.end()).isGreaterThan(Sketches.at(1061));
    assertThat(window.length()).isLessThan(200e6);
  }
}
