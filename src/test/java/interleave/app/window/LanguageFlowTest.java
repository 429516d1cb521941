package interleave.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.program.Program;
import interleave.scenario.Catalogue;
import interleave.timeline.ThingRef;
import interleave.view.Hand;
import interleave.view.Patience;
import interleave.view.Sight;
import interleave.view.session.Frame;
import interleave.view.session.Session;
import interleave.view.theme.Theme;
import interleave.words.Language;
import interleave.words.Words;
import interleave.words.WordsFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The window in the one language and the other, switched while it shows a run. */
@ExtendWith(ApplicationExtension.class)
class LanguageFlowTest {
  @TempDir static Path home;

  private Window window;
  private Object seen;
  private int looks;

  private final Hand hand = new Hand();

  @Start
  void open(Stage stage) {
    Platform.setImplicitExit(false);
    WindowSettings settings = WindowSettings.in(home.resolve("window.properties"));
    settings.put("width", 1440);
    settings.put("height", 900);
    stage.setX(0);
    stage.setY(0);
    Theme.LIGHT.install();
    window =
        new Window(
            stage,
            settings,
            new EngineRunSource(new KeptRecordings(home.resolve("kept"), _ -> {})));
    window.show();
  }

  @AfterEach
  void close() {
    WaitForAsyncUtils.asyncFx(
        () -> {
          Language.use(Language.ENGLISH);
          window.stage().hide();
        });
    WaitForAsyncUtils.waitForFxEvents();
  }

  @Test
  void allThatIsShownSpeaksTheOtherLanguageAtOnceAndNothingElseChanges() throws Exception {
    Program program =
        new Program.Lesson(Catalogue.scenario("lock-and-lost-updates"), Map.of("loops", "50"));
    fx(() -> window.run(program));
    waitFor(
        "the end of the run",
        () -> frame().take() > 0 && frame().phase() == Session.State.RECORDED);
    fx(() -> window.session().select(new ThingRef.Variable(0)));
    fx(() -> window.workbench().pages().turnTo(interleave.view.keys.Command.EVENTS));
    waitFor("its facts", () -> texts().contains("reads"));
    waitFor("a view at rest", this::isAtRest);
    Frame before = frame();
    Set<String> english = texts();

    hand.click("#language");
    // Where no font has Chinese the window refuses and says so: interleave/fonts has one.
    assertThat(Language.current()).as(new Sight().notices()).isEqualTo(Language.CHINESE);
    waitFor("Chinese facts", () -> texts().contains("读次数"));
    WaitForAsyncUtils.waitForFxEvents();
    nothingIsLeft(Language.ENGLISH, Language.CHINESE);
    assertThat(texts()).contains("运行", "控制台", "锁与丢失的更新", "变量 balance", "看什么");
    assertThat(window.stage().getTitle()).startsWith("锁与丢失的更新");
    assertThat(frame().selection()).isEqualTo(before.selection());
    assertThat(frame().take()).isEqualTo(before.take());
    assertThat(frame().playhead()).isEqualTo(before.playhead());
    assertThat(frame().window()).isEqualTo(before.window());
    assertThat(WindowSettings.in(home.resolve("window.properties")).text("language", ""))
        .isEqualTo("zh");

    hand.stroke(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.T);
    assertThat(Language.current()).isEqualTo(Language.ENGLISH);
    nothingIsLeft(Language.CHINESE, Language.ENGLISH);
    waitFor("the words of before", () -> texts().containsAll(lasting(english)));
  }

  /** Whether the window of the timeline is what it was for the last fifty looks. */
  private boolean isAtRest() throws Exception {
    Object now = frame().window();
    looks = now.equals(seen) ? looks + 1 : 0;
    seen = now;
    return looks > 50;
  }

  private void nothingIsLeft(Language old, Language now) throws Exception {
    try {
      Patience.waitFor(() -> left(old, now).isEmpty());
    } catch (TimeoutException e) {
      assertThat(left(old, now)).isEmpty();
    }
  }

  /** Frames a second change by themselves. */
  private static Set<String> lasting(Set<String> texts) {
    Set<String> lasting = new HashSet<>(texts);
    lasting.removeIf(text -> text.contains("fps"));
    return lasting;
  }

  /** What is still shown of the words of {@code old} for which the other language has others. */
  private Set<String> left(Language old, Language other) throws IOException {
    Set<String> words = new HashSet<>();
    for (String bundle : WordsFiles.bundles()) {
      Words said = Words.of(bundle);
      for (String key : said.keys(Language.CHINESE)) {
        if (!said.in(old, key).equals(said.in(other, key))) {
          words.add(said.in(old, key));
        }
      }
    }
    Set<String> left = new TreeSet<>(texts());
    left.retainAll(words);
    frame().timeline().processes().forEach(process -> left.remove(process.name())); // as recorded
    return left;
  }

  private Set<String> texts() {
    return WaitForAsyncUtils.waitForAsyncFx(
        10_000,
        () -> {
          Set<String> texts = new HashSet<>();
          for (Node node : window.stage().getScene().getRoot().lookupAll("*")) {
            if (!seen(node)) {
              continue;
            }
            texts.add(String.valueOf(node.getAccessibleText()));
            if (node instanceof Labeled labeled && labeled.getText() != null) {
              texts.add(labeled.getText());
            }
            if (node instanceof TextInputControl typed) {
              texts.add(typed.getPromptText());
            }
            if (node instanceof Control control && control.getTooltip() != null) {
              texts.add(control.getTooltip().getText());
            }
          }
          return texts;
        });
  }

  private static boolean seen(Node node) {
    for (Node up = node; up != null; up = up.getParent()) {
      if (!up.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private Frame frame() {
    return WaitForAsyncUtils.waitForAsyncFx(
        10_000, () -> window.session().frame(System.nanoTime()));
  }

  private static void fx(Runnable action) {
    WaitForAsyncUtils.waitForAsyncFx(10_000, action);
  }

  private static void waitFor(String what, Callable<Boolean> wanted) throws Exception {
    try {
      Patience.waitFor(wanted);
    } catch (TimeoutException e) {
      throw new AssertionError("waited in vain for " + what, e);
    }
  }
}
