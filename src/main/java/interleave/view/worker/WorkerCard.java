package interleave.view.worker;

import interleave.view.control.FramePane;
import interleave.view.control.SpokenWords;
import interleave.view.session.Errors;
import interleave.view.session.Frame;
import interleave.view.session.Notice;
import interleave.view.session.RecordedRun;
import interleave.view.session.Session;
import interleave.worker.Invitation;
import interleave.worker.MachineAddresses;
import interleave.worker.Reception;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * Opens the door to a run for workers on other machines, and shows the command to type there and
 * who has come. Nothing is on the network before the user opens it.
 */
public final class WorkerCard extends VBox implements FramePane {
  private static final SpokenWords WORDS = SpokenWords.of("view/worker");
  private static final int COMMAND_ROWS = 4;

  private final Session session;
  private final ComboBox<String> address = new ComboBox<>();
  private final Button open = WORDS.on(new Button(), "open");
  private final Button shut = WORDS.on(new Button(), "close");
  private final Label failed = line("");
  private final TextArea command = new TextArea();
  private final Button copy = WORDS.on(new Button(), "copy");
  private final Label copied = WORDS.label("copied");
  private final Label key = line("");
  private final Label here = line("");
  private final VBox door;
  private boolean busy;
  private String said = "";

  public WorkerCard(Session session) {
    this.session = session;
    setId("workers");
    getStyleClass().add("card");
    setMaxSize(720, Region.USE_PREF_SIZE);
    Label title = WORDS.label("title");
    title.getStyleClass().add("title");
    address.setId("worker-address");
    WORDS.accessible(address, "address");
    open.setId("worker-open");
    open.getStyleClass().add("accent");
    open.setOnAction(_ -> open());
    shut.setId("worker-close");
    shut.setOnAction(_ -> invitation().ifPresent(it -> Thread.ofVirtual().start(it::close)));
    Label place = WORDS.label("address");
    HBox choice = new HBox(10, place, address, open, shut);
    choice.setAlignment(Pos.CENTER_LEFT);
    failed.getStyleClass().add("danger");
    door = door();
    here.setId("worker-here");
    getChildren().addAll(title, line("what"), choice, failed, door, here);
  }

  private VBox door() {
    command.setId("worker-command");
    command.setEditable(false);
    command.setWrapText(true);
    command.setPrefRowCount(COMMAND_ROWS);
    command.setMinHeight(USE_PREF_SIZE);
    WORDS.accessible(command, "command");
    copy.setId("worker-copy");
    copy.setOnAction(_ -> copy());
    copied.setVisible(false);
    copied.getStyleClass().add("muted");
    HBox row = new HBox(10, copy, copied);
    row.setAlignment(Pos.CENTER_LEFT);
    key.getStyleClass().add("muted");
    return new VBox(8, command, row, key);
  }

  private static Label line(String key) {
    Label label = key.isEmpty() ? new Label() : WORDS.label(key);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    HBox.setHgrow(label, Priority.ALWAYS);
    return label;
  }

  /** Looks anew by which addresses others may come. */
  public void begin() {
    List<String> all =
        new ArrayList<>(MachineAddresses.all().stream().map(InetAddress::getHostAddress).toList());
    all.add(InetAddress.getLoopbackAddress().getHostAddress());
    address.getItems().setAll(all);
    address.getSelectionModel().selectFirst();
    failed.setText("");
    copied.setVisible(false);
    update(invitation());
  }

  /** Gives it the keyboard. */
  public void focus() {
    (open.isManaged() ? open : copy).requestFocus();
  }

  /** What is said where nobody can join. */
  public static Notice refusal() {
    return Notice.advice(WORDS.get("notice"), WORDS.get("notice.next"));
  }

  private Optional<Invitation> invitation() {
    return session.take().flatMap(RecordedRun::invitation);
  }

  @Override
  public void show(Frame frame) {
    if (getScene() != null) {
      update(frame.running() ? invitation() : Optional.empty());
    }
  }

  private void update(Optional<Invitation> invitation) {
    Optional<Reception> reception = invitation.flatMap(Invitation::reception);
    boolean possible = invitation.filter(Invitation::isPossible).isPresent();
    open.setDisable(busy || !possible);
    address.setDisable(busy || !possible || reception.isPresent());
    shown(open, reception.isEmpty());
    shown(shut, reception.isPresent());
    shown(door, reception.isPresent());
    shown(failed, !failed.getText().isEmpty());
    String text = reception.map(it -> it.command().text()).orElse("");
    if (!text.equals(said)) {
      said = text;
      command.setText(text);
      boolean ofRun = reception.filter(it -> it.command().hasKeyOfRun()).isPresent();
      WORDS.on(key, ofRun ? "key" : "key.others");
      copied.setVisible(false);
    }
    String who = reception.map(WorkerCard::here).orElseGet(() -> possible ? "" : WORDS.get("over"));
    if (!who.equals(here.getText())) {
      here.setText(who);
    }
    shown(here, !who.isEmpty());
  }

  private static String here(Reception reception) {
    List<String> all = reception.here();
    String who = all.isEmpty() ? WORDS.get("nobody") : WORDS.get("here", String.join(", ", all));
    long strangers = reception.strangers();
    return strangers == 0 ? who : who + " " + WORDS.count("strangers", strangers);
  }

  private static void shown(Region node, boolean is) {
    node.setVisible(is);
    node.setManaged(is);
  }

  private void open() {
    Optional<Invitation> invitation = invitation();
    String host = address.getValue();
    if (invitation.isEmpty() || host == null) {
      return;
    }
    busy = true;
    failed.setText("");
    Thread.ofVirtual()
        .start(
            () -> {
              String why = "";
              try {
                invitation.get().open(new InetSocketAddress(host, 0));
              } catch (IOException | RuntimeException e) {
                why = Errors.sentence(e);
              }
              String sentence = why;
              Platform.runLater(
                  () -> {
                    busy = false;
                    failed.setText(sentence.isEmpty() ? "" : WORDS.get("failed", host, sentence));
                  });
            });
  }

  private void copy() {
    Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, command.getText()));
    copied.setVisible(true);
  }
}
