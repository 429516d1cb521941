package interleave.app.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.engine.Run;
import interleave.event.Recording;
import interleave.file.Progress;
import interleave.process.broker.Broker;
import interleave.process.broker.BrokerAddress;
import interleave.process.broker.Fingerprint;
import interleave.process.broker.RefusedConnectionException;
import interleave.program.Program;
import interleave.scenario.Catalogue;
import interleave.timeline.Timeline;
import interleave.timeline.sketch.Sketches;
import interleave.view.Hand;
import interleave.view.Patience;
import interleave.view.Sight;
import interleave.view.session.RecordedRun;
import interleave.view.session.RunSource;
import interleave.view.theme.Theme;
import interleave.worker.Invitation;
import interleave.worker.Membership;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.application.Platform;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Adding workers on other machines by the window: the door, the command, who comes. */
@ExtendWith(ApplicationExtension.class)
class WorkerFlowTest {
  private static final Pattern COMMAND =
      Pattern.compile(
          "echo (\\S+) \\| interleave worker --connect (\\S+) --fingerprint (\\S+) --key-file -");

  @TempDir Path home;

  private final Hand hand = new Hand();
  private final Sight sight = new Sight();
  private final List<String> noted = new CopyOnWriteArrayList<>();
  private final Broker broker = Broker.start();
  private Recording recording;
  private Window window;

  @Start
  void open(Stage stage) throws IOException {
    Platform.setImplicitExit(false);
    Theme.LIGHT.install();
    recording = Recording.createIn(home, 1 << 20);
    window = new Window(stage, WindowSettings.in(home.resolve("window.properties")), new Fake());
    window.show();
  }

  @AfterEach
  void close() {
    WaitForAsyncUtils.asyncFx(() -> window.stage().hide());
    WaitForAsyncUtils.waitForFxEvents();
    broker.close();
    recording.delete();
  }

  @Test
  void theDoorIsOpenedWhenTheUserSaysSoAndTheCommandLetsWorkersInAndNobodyElse() throws Exception {
    Program.Lesson lesson = Program.Lesson.of(Catalogue.scenario("distributed-processes"));
    Platform.runLater(() -> window.run(lesson));
    Files.copy(broker.address(), recording.folder().resolve(BrokerAddress.FILE));
    hand.click("#add-worker");
    assertThat(command()).isEmpty();
    hand.click("#worker-open");
    waitFor("the command", () -> COMMAND.matcher(command()).matches());
    waitFor("nobody", () -> says("#workers", "Nobody has joined yet."));
    hand.click("#worker-copy");
    String copied = Fx.get(() -> Clipboard.getSystemClipboard().getString());
    assertThat(copied).isEqualTo(command());

    Matcher said = COMMAND.matcher(copied);
    assertThat(said.matches()).isTrue();
    BrokerAddress address =
        new BrokerAddress(
            BrokerAddress.uri(said.group(2)),
            said.group(1),
            Optional.of(Fingerprint.parse(said.group(3))));
    try (Membership membership = Membership.join(written(address), "elsewhere", 3)) {
      assertThat(membership.role().text()).contains("scenario=distributed-processes");
      waitFor("a worker", () -> says("#workers", "Here: 3 workers on elsewhere"));
      assertThat(membership.beat()).isTrue();
    }
    waitFor("its end", () -> noted.stream().anyMatch(it -> it.startsWith("Left: 3 workers")));
    BrokerAddress guess = new BrokerAddress(address.uri(), "a guess", address.fingerprint());
    assertThatThrownBy(() -> Membership.join(written(guess), "elsewhere", 1))
        .isInstanceOf(RefusedConnectionException.class);
    waitFor("a stranger", () -> sight.notices().contains("has another key"));
    assertThat(noted).anyMatch(it -> it.contains("has another key"));

    hand.stroke(KeyCode.ESCAPE);
    hand.stroke(KeyCode.CONTROL, KeyCode.DIGIT3);
    waitFor("the console", () -> says("#console", "Joined: 3 workers on elsewhere"));
    assertThat(says("#console", "has another key")).isTrue();

    hand.click("#add-worker");
    hand.click("#worker-close");
    waitFor("the door", () -> says("#workers", "Open the door"));
    assertThatThrownBy(() -> Membership.join(written(address), "elsewhere", 1))
        .isInstanceOf(RefusedConnectionException.class)
        .hasMessageContaining("Nobody listens");
  }

  @Test
  void whereNobodyCanJoinItIsSaid() throws Exception {
    Platform.runLater(() -> window.execute(interleave.view.keys.Command.ADD_WORKER));
    waitFor("the notice", () -> sight.notices().contains("Nobody can join this run"));
    assertThat(says("#workers", "Open the door")).isFalse();
  }

  private boolean says(String within, String text) {
    return sight.texts(within).stream().anyMatch(it -> it != null && it.contains(text));
  }

  private static void waitFor(String what, Callable<Boolean> condition) throws Exception {
    try {
      Patience.waitFor(condition);
    } catch (TimeoutException e) {
      throw new AssertionError("waited in vain for " + what, e);
    }
  }

  private String command() throws Exception {
    return Fx.get(
        () -> ((TextArea) window.workbench().workers().lookup("#worker-command")).getText());
  }

  private Path written(BrokerAddress address) throws IOException {
    Path file = home.resolve("address");
    address.write(file);
    return file;
  }

  /** A program that does nothing but run. */
  private final class Fake implements RunSource, RecordedRun {
    private final Timeline timeline = Sketches.race();
    private final Run run =
        (Run)
            Proxy.newProxyInstance(
                Run.class.getClassLoader(),
                new Class<?>[] {Run.class},
                (_, method, values) ->
                    switch (method.getName()) {
                      case "recording" -> recording;
                      case "note" -> noted.add((String) values[0]) ? null : null;
                      default -> throw new UnsupportedOperationException(method.getName());
                    });
    private volatile boolean running = true;
    private Optional<Invitation> invitation = Optional.empty();

    @Override
    public RecordedRun run(Program program) {
      invitation = Invitation.to(run, program);
      return this;
    }

    @Override
    public RecordedRun open(Path file, Progress progress) throws IOException {
      throw new IOException("No file is opened here.");
    }

    @Override
    public Optional<Invitation> invitation() {
      return invitation;
    }

    @Override
    public Timeline timeline() {
      return timeline;
    }

    @Override
    public boolean running() {
      return running;
    }

    @Override
    public String ending() {
      return "";
    }

    @Override
    public void stop() {
      running = false;
    }

    @Override
    public void input(String line) {}

    @Override
    public void endInput() {}

    @Override
    public void save(Path file, Progress progress) {}

    @Override
    public void close() {
      running = false;
      invitation.ifPresent(Invitation::close);
    }
  }
}
