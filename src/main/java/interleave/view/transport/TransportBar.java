package interleave.view.transport;

import interleave.view.control.Buttons;
import interleave.view.control.FramePane;
import interleave.view.control.SpokenWords;
import interleave.view.keys.Command;
import interleave.view.session.Frame;
import interleave.view.session.Playback;
import interleave.view.session.Session;
import interleave.words.Language;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The bar at the top. Every button is a {@link Command}, so that keys and the palette do the same.
 */
public final class TransportBar extends HBox implements FramePane {
  private static final SpokenWords WORDS = SpokenWords.of("view/transport");
  private static final String PLAY = "M0 0 L9 5.5 L0 11 Z";
  private static final String PAUSE = "M0 0 H3.5 V11 H0 Z M6.5 0 H10 V11 H6.5 Z";
  private static final String STOP = "M0 0 H10 V10 H0 Z";
  private static final String STEP = "M0 0 L8 5.5 L0 11 Z M9.5 0 H12 V11 H9.5 Z";

  private static final double BELOW_GALLERY = 252;

  private final Label brand = new Label("Interleave");
  private final HBox left = new HBox(brand);
  private final LanguageSwitch programs;
  private final Button run;
  private final Button stop;
  private final Button pause;
  private final Button step;
  private final Button gallery;
  private final Button inspector;
  private final SpeedSlider speed;
  private final SnapshotMenu snapshot;
  private final Button save;
  private final Button open;
  private final Button theme;
  private final Button language;
  private final SVGPath runShape = Buttons.drawn(PLAY);
  private final ProgressIndicator stoppingSign = new ProgressIndicator();
  private boolean small;

  public TransportBar(
      Consumer<Command> ask, DoubleConsumer pace, Consumer<SnapshotMenu.Wish> pictures) {
    getStyleClass().add("transport");
    brand.getStyleClass().add("brand");
    brand.setMinWidth(Region.USE_PREF_SIZE);
    left.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    left.setPrefWidth(BELOW_GALLERY);
    left.setMinWidth(Region.USE_PREF_SIZE);

    programs = new LanguageSwitch(ask);
    run = new Button("", runShape);
    run.getStyleClass().add("run-button");
    run.setId("run");
    run.setMinWidth(USE_PREF_SIZE);
    Buttons.describe(run, WORDS.text("run.tip"));
    run.setOnAction(_ -> ask.accept(Command.RUN));
    stop = shape(STOP, "stop", "stop.tip", Command.STOP, ask);
    stoppingSign.setMaxSize(14, 14);
    pause = shape(PAUSE, "pause", "pause.tip", Command.PLAY_OR_PAUSE, ask);
    step = shape(STEP, "step", "step.tip", Command.STEP, ask);
    speed = new SpeedSlider(pace, () -> ask.accept(Command.LIVE));

    gallery = icon(Feather.SIDEBAR, "toggle-gallery", "gallery.tip", Command.GALLERY, ask);
    inspector = icon(Feather.INFO, "toggle-inspector", "inspector.tip", Command.INSPECTOR, ask);
    snapshot = new SnapshotMenu(pictures, ask);
    save = words("save", Command.SAVE, ask);
    open = words("open", Command.OPEN, ask);
    theme = icon(Feather.MOON, "theme", "theme.tip", Command.THEME, ask);
    language = Buttons.icon(Feather.GLOBE, otherLanguage(), () -> ask.accept(Command.LANGUAGE));
    language.setId("language");

    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox.setMargin(run, new javafx.geometry.Insets(0, 2, 0, 10));
    HBox.setMargin(speed, new javafx.geometry.Insets(0, 0, 0, 10));
    getChildren()
        .addAll(
            left, programs, run, stop, pause, step, speed, gap, gallery, inspector, snapshot, save,
            open, language, theme);
    small(false, false);
  }

  private static Button shape(
      String path, String id, String says, Command command, Consumer<Command> ask) {
    Button button = Buttons.shape(path, WORDS.text(says), () -> ask.accept(command));
    button.setId(id);
    return button;
  }

  private static Button icon(
      Feather icon, String id, String says, Command command, Consumer<Command> ask) {
    Button button = Buttons.icon(icon, WORDS.text(says), () -> ask.accept(command));
    button.setId(id);
    return button;
  }

  private static Button words(String key, Command command, Consumer<Command> ask) {
    Button button =
        Buttons.words(WORDS.text(key), WORDS.text(key + ".tip"), () -> ask.accept(command));
    button.setId(key);
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }

  @Override
  public void show(Frame frame) {
    programs.show(frame);
    boolean starting = frame.phase() == Session.State.STARTING;
    run.setDisable(frame.chosen().isEmpty() || starting);
    text(run, WORDS.get(starting ? "run.starting" : "run"));
    stop.setDisable(frame.phase() != Session.State.RUNNING);
    stopping(frame.phase() == Session.State.STOPPING);
    pause.setDisable(!frame.hasRun());
    step.setDisable(!frame.hasRun());
    save.setDisable(!frame.hasRun());
    speed.setDisable(!frame.hasRun());
    boolean paused = frame.mode() == Playback.Mode.PAUSED && frame.hasRun();
    if (pause.getGraphic() instanceof SVGPath drawn) {
      String wanted = paused ? PLAY : PAUSE;
      if (!wanted.equals(drawn.getContent())) {
        drawn.setContent(wanted);
        Buttons.describe(pause, WORDS.text(paused ? "pause.replay" : "pause.tip"));
      }
    }
    speed.show(frame.running() && frame.mode() == Playback.Mode.LIVE, frame.speed());
  }

  private void stopping(boolean now) {
    if (now != stoppingSign.equals(stop.getGraphic())) {
      Buttons.describe(stop, WORDS.text(now ? "stop.stopping" : "stop.tip"));
      stop.setGraphic(now ? stoppingSign : Buttons.drawn(STOP));
    }
  }

  /** What the switch of languages leads to, in the words of those who speak it. */
  private static ObservableValue<String> otherLanguage() {
    return Bindings.createStringBinding(
        () -> WORDS.get("language.tip", Language.current().next().ownName()),
        SpokenWords.languageProperty());
  }

  private static void text(Button button, String text) {
    if (!button.getText().equals(text)) {
      button.setText(text);
    }
  }

  /** Shows the sign of the theme that the button leads to. */
  public void dark(boolean dark) {
    theme.setGraphic(new FontIcon(dark ? Feather.SUN : Feather.MOON));
  }

  /** The switch of languages. */
  public LanguageSwitch programs() {
    return programs;
  }

  /** One detent faster or slower. */
  public void faster(int direction) {
    speed.step(direction);
  }

  /**
   * In a narrow window words become signs, and the side panes have buttons; with the least width
   * only what can be pressed is there.
   */
  public void small(boolean narrow, boolean least) {
    small = narrow;
    brand.setVisible(!least);
    brand.setManaged(!least);
    getStyleClass().remove("narrow");
    if (narrow) {
      getStyleClass().add("narrow");
    }
    snapshot.small(narrow);
    compact(save, Feather.SAVE);
    compact(open, Feather.FOLDER);
    speed.narrow(narrow);
    left.setPrefWidth(narrow ? USE_COMPUTED_SIZE : BELOW_GALLERY);
    HBox.setMargin(left, new javafx.geometry.Insets(0, narrow ? 10 : 0, 0, 0));
    for (Button button : new Button[] {gallery, inspector}) {
      button.setVisible(narrow);
      button.setManaged(narrow);
    }
  }

  private void compact(Button button, Feather icon) {
    button.setContentDisplay(small ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.TEXT_ONLY);
    button.setGraphic(small ? new FontIcon(icon) : null);
    button.getStyleClass().remove("icon-only");
    if (small) {
      button.getStyleClass().add("icon-only");
    }
  }
}
