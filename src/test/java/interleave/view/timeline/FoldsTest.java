package interleave.view.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.EventKind;
import interleave.event.ObjectType;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.Trace;
import interleave.timeline.layout.Row;
import interleave.timeline.layout.Rows;
import interleave.view.Hand;
import interleave.view.Patience;
import java.util.concurrent.Callable;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Many locks in one row: opened and closed by hand and by key, and told to who hears it. */
@ExtendWith(ApplicationExtension.class)
class FoldsTest {
  private static final int LOCKS = 100;
  private static final int GROUP = 1;
  private final Timeline timeline = timeline();
  private final Hand hand = new Hand();
  private TimelineView view;

  private static Timeline timeline() {
    Trace trace = new Trace();
    Trace.Process process = trace.process(1, "P");
    Trace.Thread main = process.thread(1, "main").at(1).event(EventKind.THREAD_BEGIN);
    for (int i = 0; i < LOCKS; i++) {
      int lock = process.object(ObjectType.LOCK, 0, "P.lock" + i);
      main.at(1000 * i + 10).event(EventKind.LOCK_REQUEST, lock);
      main.at(1000 * i + 20).event(EventKind.LOCK_ACQUIRED, lock, 10);
      main.at(1000 * i + 30).event(EventKind.LOCK_RELEASED, lock);
    }
    return trace.end();
  }

  @Start
  void show(Stage stage) {
    view = new TimelineView();
    view.timelineProperty().set(timeline);
    stage.setScene(new Scene(view, 868, 760));
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

  private static void until(Callable<Boolean> state) throws Exception {
    Patience.waitFor(state);
  }

  private long locksShown() {
    Rows rows = skin().picture().rows();
    return rows.all().stream().filter(row -> row.source().name().equals("lock")).count();
  }

  private void click(Row row, double fromLeft, double down) throws Exception {
    double scroll = view.getViewport().scroll();
    double y = skin().frame().bodyTop() - scroll + row.top() + down;
    hand.click(view, skin().frame().left() + fromLeft, y);
  }

  @Test
  void theTriangleOpensThemAndAKeyClosesThem() throws Exception {
    assertThat(locksShown()).isEqualTo(5);
    Row row = skin().picture().rows().find("group", GROUP);
    click(row, 12, 15);
    until(() -> locksShown() == 50);
    WaitForAsyncUtils.asyncFx(() -> view.selectionProperty().set(new ThingRef.Group(GROUP))).get();
    hand.stroke(KeyCode.ENTER);
    until(() -> locksShown() == 5);
  }

  @Test
  void theNoteBelowShowsMore() throws Exception {
    click(skin().picture().rows().find("more things", GROUP), 60, 13);
    until(() -> locksShown() == 50);
  }

  @Test
  void enterOpensWhatIsSelectedAndReadersAreTold() throws Exception {
    WaitForAsyncUtils.asyncFx(() -> view.selectionProperty().set(new ThingRef.Group(GROUP))).get();
    until(() -> view.getAccessibleText().contains("100 locks"));
    hand.stroke(KeyCode.ENTER);
    until(() -> locksShown() == 50);
  }

  @Test
  void aLockThatIsSelectedElsewhereHasARow() throws Exception {
    WaitForAsyncUtils.asyncFx(() -> view.selectionProperty().set(new ThingRef.Lock(77))).get();
    until(() -> skin().picture().rows().find("lock", 77) != null);
    assertThat(locksShown()).isEqualTo(6);
  }
}
