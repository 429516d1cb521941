package interleave.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.Alone;
import interleave.exchange.KnownExports;
import interleave.exchange.export.Excerpt;
import interleave.exchange.export.ExportFormat;
import interleave.file.Progress;
import interleave.program.Program;
import interleave.program.RunOrigin;
import interleave.view.Hand;
import interleave.view.Patience;
import interleave.view.Sight;
import interleave.view.session.RecordedRun;
import interleave.view.session.RunSource;
import interleave.view.session.Session;
import interleave.view.theme.Theme;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/**
 * A file of another tool that is really read, and a run that really leaves, are given up in the
 * middle: nothing is left of them anywhere, and all goes on as before.
 */
@ExtendWith(ApplicationExtension.class)
@Alone
class CancelledFlowTest {
  /** Enough that segments are written before the end is read. */
  private static final int SLICES = 120_000;

  @TempDir Path home;
  @TempDir Path temporary;

  private final Hand hand = new Hand();
  private final Sight sight = new Sight();
  private String usualTemporary;
  private volatile boolean held = true;
  private Window window;

  @Start
  void open(Stage stage) {
    Platform.setImplicitExit(false);
    Theme.LIGHT.install();
    usualTemporary = System.setProperty("java.io.tmpdir", temporary.toString());
    window = new Window(stage, WindowSettings.in(home.resolve("window.properties")), new Real());
    window.show();
  }

  @AfterEach
  void close() throws Exception {
    held = false;
    Fx.run(() -> window.stage().hide());
    System.setProperty("java.io.tmpdir", usualTemporary);
  }

  /** Work that stops at three tenths of its way until somebody ends it. */
  private Progress held(Progress progress) {
    return (done, total) -> {
      while (held && 10 * done > 3 * total && progress.at(done, total)) {
        LockSupport.parkNanos(1_000_000);
      }
      return progress.at(done, total);
    };
  }

  private final class Real implements RunSource {
    @Override
    public RecordedRun run(Program program) throws IOException {
      throw new IOException("Nothing is run here.");
    }

    @Override
    public RecordedRun open(Path from, Progress progress) throws IOException {
      return new EngineRunSource(new KeptRecordings(home.resolve("kept"), _ -> {}))
          .open(from, held(progress));
    }
  }

  private Path trace(String name, int slices) throws IOException {
    Path file = home.resolve(name);
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("[");
      for (int i = 0; i < slices; i++) {
        String separator = i == 0 ? "" : ",\n";
        out.write(separator + "{\"ph\":\"X\",\"pid\":3,\"tid\":" + (i % 4 + 1));
        out.write(",\"name\":\"step\",\"ts\":" + i + ",\"dur\":0.5}");
      }
      out.write("]");
    }
    return file;
  }

  private List<String> leftOver() throws IOException {
    try (Stream<Path> files = Files.list(temporary)) {
      return files.map(each -> String.valueOf(each.getFileName())).sorted().toList();
    }
  }

  private boolean isInTheMiddle() {
    return sight.texts("#errand").stream()
        .anyMatch(each -> String.valueOf(each).matches("[3-6]\\d %"));
  }

  private void begin(Path file) {
    Platform.runLater(() -> window.run(new RunOrigin.Saved(file)));
  }

  private Session.State phase() {
    return window.session().frame(System.nanoTime()).phase();
  }

  @Test
  void whatIsGivenUpLeavesNothingAndWhatComesNextIsOpenedAndLeavesWhole() throws Exception {
    Path large = trace("large.json", SLICES);
    Path small = trace("small.json", 40);
    String title = window.stage().getTitle();
    begin(large);
    waitFor("the middle", this::isInTheMiddle);
    assertThat(leftOver()).as("what is read is written there meanwhile").isNotEmpty();
    hand.stroke(KeyCode.ESCAPE);
    waitFor("its end", () -> sight.find("#errand", "Opening large.json").isEmpty());
    waitFor("nothing left over", () -> leftOver().isEmpty());
    assertThat(window.stage().getTitle()).isEqualTo(title);
    assertThat(phase()).isNotEqualTo(Session.State.RECORDED);
    assertThat(sight.notices()).doesNotContain("could not be opened");
    held = false;
    begin(small);
    waitFor("the other", () -> phase() == Session.State.RECORDED);
    assertThat(Fx.get(() -> window.session().frame(System.nanoTime()).timeline().lanes()))
        .hasSize(4);
    exportIsGivenUp();
  }

  private void exportIsGivenUp() throws Exception {
    held = true;
    Path folder = Files.createDirectory(home.resolve("out"));
    Path out = Files.writeString(folder.resolve("run.json"), "the old one");
    waitFor("the run", () -> Fx.get(() -> window.workbench().wholeRun().isPresent()));
    Excerpt what = Fx.get(() -> window.workbench().wholeRun().orElseThrow());
    ExportFormat chrome = KnownExports.ALL.forName("run.json").orElseThrow();
    Fx.run(() -> window.session().export(new Held(chrome), what, out));
    waitFor("the middle", this::isInTheMiddle);
    hand.click("#errand", "Cancel");
    waitFor("what is said", () -> sight.notices().contains("you cancelled that"));
    assertThat(out).hasContent("the old one");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).as("no half of another").containsExactly(out);
    }
    held = false;
    Fx.run(() -> window.session().export(chrome, what, out));
    waitFor("the export", () -> sight.notices().contains("The run was exported."));
    assertThat(Files.readString(out)).contains("\"step\"").endsWith("}\n");
  }

  /** Writes what it is of, and then says that it is not at its end yet. */
  private final class Held implements ExportFormat {
    private final ExportFormat format;

    Held(ExportFormat format) {
      this.format = format;
    }

    @Override
    public List<String> suffixes() {
      return format.suffixes();
    }

    @Override
    public String title() {
      return format.title();
    }

    @Override
    public void write(Excerpt what, OutputStream out, Progress progress) throws IOException {
      format.write(what, out, Progress.UNHEARD);
      Progress.check(held(progress), 4, 10);
    }
  }

  private static void waitFor(String what, Callable<Boolean> condition) throws Exception {
    try {
      Patience.waitFor(condition);
    } catch (TimeoutException e) {
      throw new AssertionError(what, e);
    }
  }
}
