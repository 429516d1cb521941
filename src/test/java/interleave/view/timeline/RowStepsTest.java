package interleave.view.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.hit.Hit;
import interleave.timeline.hit.Part;
import interleave.timeline.layout.Folds;
import interleave.timeline.layout.Row;
import interleave.timeline.layout.Rows;
import interleave.timeline.sketch.EveryKind;
import interleave.timeline.sketch.Sketches;
import interleave.timeline.track.TrackKinds;
import interleave.view.timeline.TimelineKeys.Function;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** J and K go from row to row, whatever the rows are of. */
@ExtendWith(ApplicationExtension.class)
class RowStepsTest {
  private static final TrackKinds KINDS = TrackKinds.STANDARD;
  private static final Folds FOLDS = Folds.NONE.toggleOpened("crowd", 0);

  private final Timeline timeline = EveryKind.timeline();
  private final Rows rows = Rows.of(timeline, FOLDS, KINDS.kinds());
  private TimelineView view;
  private TimelineBehavior behavior;

  @BeforeEach
  void show() throws Exception {
    onToolkit(
        () -> {
          view = new TimelineView();
          view.timelineProperty().set(timeline);
          view.foldsProperty().set(FOLDS);
          behavior = new TimelineBehavior(view, () -> rows);
        });
  }

  private static void onToolkit(Runnable action) throws Exception {
    WaitForAsyncUtils.asyncFx(
            () -> {
              action.run();
              return null;
            })
        .get();
  }

  /** The rows that were selected, one key after the other, until it leads no further. */
  private List<Integer> press(KeyCode key) throws Exception {
    Function function = TimelineKeys.of(key).orElseThrow();
    List<Integer> visited = new ArrayList<>();
    onToolkit(
        () -> {
          ThingRef before = null;
          behavior.run(function);
          while (!view.getSelection().equals(before) && visited.size() <= rows.all().size()) {
            before = view.getSelection();
            visited.add(KINDS.row(timeline, rows, before));
            behavior.run(function);
          }
        });
    return visited;
  }

  @Test
  void serviceThreadsThatAreUnfoldedAreInSight() throws Exception {
    Timeline queue = Sketches.queue();
    onToolkit(
        () -> {
          view.timelineProperty().set(queue);
          view.foldsProperty().set(Folds.NONE);
          view.resize(900, 200);
          new TimelineBehavior(view, () -> KINDS.rows(queue, Folds.NONE))
              .services(new Hit(Part.SERVICES, null, 1));
          assertThat(view.foldsProperty().get().services()).containsExactly(1);
          assertThat(view.targetProperty().get().scroll()).isGreaterThan(0);
        });
  }

  @Test
  void theRunHasARowOfEachKind() {
    Set<String> names = new LinkedHashSet<>();
    rows.all().forEach(row -> names.add(row.source().name()));
    Set<String> all = new LinkedHashSet<>();
    KINDS.kinds().forEach(kind -> all.add(kind.name()));
    all.remove("deadlock"); // has no rows
    all.removeAll(
        Set.of("host", "more-hosts", "track", "counter")); // of one machine, by no other tool
    assertThat(names).containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void fromTheFirstRowOneComesToTheLastAndBack() throws Exception {
    List<Integer> selectable = new ArrayList<>();
    for (int i = 0; i < rows.all().size(); i++) {
      if (!rows.all().get(i).source().name().startsWith("more ")) {
        selectable.add(i);
      }
    }
    assertThat(rows.all().getLast().source().name()).isEqualTo("output");
    assertThat(press(KeyCode.J))
        .as("only notes that there is more are left out")
        .isEqualTo(selectable);
    List<Integer> back = new ArrayList<>(selectable.reversed());
    back.removeFirst();
    assertThat(press(KeyCode.K)).isEqualTo(back);
  }

  @Test
  void whatIsSelectedWithinARowLeadsToTheRowsBesideIt() throws Exception {
    for (ThingRef thing :
        List.of(
            new ThingRef.Span(0, timeline.lanes().getFirst().spans().start(0)),
            new ThingRef.Phase(1),
            new ThingRef.CrowdMoment(0, 3 * EveryKind.MS),
            new ThingRef.GilHold(0, EveryKind.MS),
            new ThingRef.Hold(0, 20),
            new ThingRef.Access(0, 1),
            new ThingRef.Opening(0, 0),
            new ThingRef.Task(0, 0),
            new ThingRef.Message(0, 0),
            new ThingRef.Local(0, 5 * EveryKind.MS),
            new ThingRef.Cpu(0))) {
      int at = KINDS.row(timeline, rows, thing);
      assertThat(at).as("row of " + thing).isPositive();
      onToolkit(
          () -> {
            view.selectionProperty().set(thing);
            behavior.run(Function.ROW_UP);
          });
      Row above = rows.all().get(at - 1);
      if (KINDS.thing(timeline, above) != null) {
        assertThat(view.getSelection()).isEqualTo(KINDS.thing(timeline, above));
      }
    }
  }

  @Test
  void aThingOfAnotherRunBeginsAtTheTop() throws Exception {
    onToolkit(
        () -> {
          view.selectionProperty().set(new ThingRef.Phase(99));
          behavior.run(Function.ROW_DOWN);
        });
    assertThat(view.getSelection()).isEqualTo(new ThingRef.Process(0));
  }
}
