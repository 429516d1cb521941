package interleave.view.laboratory;

import interleave.timeline.tableau.Choices;
import interleave.view.control.Buttons;
import interleave.view.control.FramePane;
import interleave.view.control.SpokenWords;
import interleave.view.session.Frame;
import interleave.view.session.Session;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/**
 * The laboratory beside the stage.
 *
 * <pre>
 *   Laboratory   [ by hand | all endings ]          the goal   ×
 *   who goes on                  or   what is sought
 *   1  Anna acquires knife            an ending
 *   2  Ben acquires fork              another
 *   undo · run on    schedule         what that says
 * </pre>
 */
public final class LaboratoryPane extends BorderPane implements FramePane {
  private static final SpokenWords WORDS = SpokenWords.of("view/laboratory");

  private final Bench bench;
  private final HandPage hand;
  private final EndingsPage endings;
  private final ToggleGroup pages = new ToggleGroup();
  private final ToggleButton byHand;
  private final NextSteps next = new NextSteps();
  private Runnable turned = () -> {};
  private boolean open;

  /**
   * @param leave hears that it is to be closed
   */
  public LaboratoryPane(Session session, Runnable leave) {
    bench = new Bench(session);
    hand = new HandPage(bench);
    endings = new EndingsPage(bench);
    setId("laboratory");
    getStyleClass().add("laboratory");
    Label title = WORDS.label("title");
    title.getStyleClass().add("title");
    title.setMinWidth(Region.USE_PREF_SIZE);
    byHand = toggle("by-hand");
    ToggleButton all = toggle("endings");
    byHand.setOnAction(_ -> turnTo(byHand));
    all.setOnAction(_ -> turnTo(all));
    HBox choice = new HBox(4, byHand, all);
    choice.getStyleClass().add("segmented");
    choice.setMinWidth(Region.USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    javafx.scene.control.Button close = Buttons.icon(Feather.X, WORDS.text("leave"), leave);
    close.setId("laboratory-leave");
    HBox bar = new HBox(10, title, choice, gap, close);
    bar.setId("laboratory-bar");
    bar.setAlignment(Pos.CENTER_LEFT);
    setTop(bar);
    setMinHeight(0);
    turnTo(byHand);
  }

  private ToggleButton toggle(String key) {
    ToggleButton button = WORDS.on(new ToggleButton(), key);
    button.setId("laboratory-" + key);
    button.setToggleGroup(pages);
    return button;
  }

  private void turnTo(ToggleButton page) {
    page.setSelected(true); // one of them always is
    setCenter(page == byHand ? hand : endings);
    turned.run();
  }

  /** Hears that another page is in front. */
  void onTurned(Runnable listener) {
    turned = listener;
  }

  /** Whether who goes on is chosen, and not all endings are listed. */
  boolean isByHand() {
    return byHand.isSelected();
  }

  public boolean isOpen() {
    return open;
  }

  /** Opens it, and begins a run by hand where none is in sight. */
  public void open() {
    open = true;
    turnTo(byHand);
    bench.prepare();
    if (bench.state().isEmpty()) {
      bench.begin(java.util.List.of());
    }
  }

  /** Closes it; what runs goes on by itself. */
  public void leave() {
    open = false;
    bench.goOn();
    bench.cancel();
  }

  /** Ends all that goes on here; blocks. Any thread. */
  public void close() {
    bench.close();
  }

  /** Why it cannot be opened, as a sentence; empty where it can. */
  public Optional<String> refusal() {
    return bench.refusal();
  }

  /** Why what is chosen shows little in it, as a sentence; empty where it does. */
  public Optional<String> remark() {
    return bench.remark();
  }

  /** Takes a key that means a thread, or back; unless somebody is typing. */
  public void key(KeyEvent event) {
    boolean typing = event.getTarget() instanceof TextInputControl;
    if (!open || typing || event.isShortcutDown() || event.isAltDown() || event.isConsumed()) {
      return;
    }
    KeyCode code = event.getCode();
    String name = code.getName().replace("Numpad ", "");
    if (code.isDigitKey() && name.length() == 1 && bench.choose(name.charAt(0) - '0')) {
      event.consume();
    } else if (code == KeyCode.BACK_SPACE) {
      bench.undo();
      event.consume();
    }
  }

  /** Who could go on where the playhead stands; nobody while this is closed. */
  public ReadOnlyObjectProperty<Choices> choicesProperty() {
    return next.choicesProperty();
  }

  /** The thread of that lane goes on, if it can. */
  public void choose(int lane) {
    next.thread(lane).ifPresent(bench::choose);
  }

  @Override
  public void show(Frame frame) {
    bench.look(frame);
    next.show(open ? bench.moment() : Optional.empty(), frame);
    if (open) {
      hand.show(frame);
      endings.show(frame);
    }
  }
}
