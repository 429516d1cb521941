package interleave.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.program.RunOrigin;
import interleave.scenario.Catalogue;
import interleave.scenario.LessonTemplate;
import interleave.view.Patience;
import interleave.view.Sight;
import interleave.view.theme.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A teacher writes a lesson in an editor, with the window beside it. */
@ExtendWith(ApplicationExtension.class)
class LessonFlowTest {
  @TempDir Path home;

  private final Sight sight = new Sight();
  private Window window;
  private Path till;

  @Start
  void open(Stage stage) throws Exception {
    Platform.setImplicitExit(false);
    Theme.LIGHT.install();
    till = Files.createDirectories(home.resolve("course").resolve("till"));
    for (Map.Entry<String, String> file : LessonTemplate.files("till").entrySet()) {
      Files.writeString(till.resolve(file.getKey()), file.getValue());
    }
    Catalogue.lookIn(List.of(home.resolve("course")));
    window =
        new Window(
            stage,
            WindowSettings.in(home.resolve("window.properties")),
            new EngineRunSource(new KeptRecordings(home.resolve("k"), _ -> {})));
    window.show();
  }

  @AfterEach
  void close() throws Exception {
    Fx.run(() -> window.stage().hide());
    Catalogue.lookIn(List.of());
  }

  @Test
  void whatIsSavedIsInGalleryAndWordsAtOnceAndAMendedLessonIsSelectedAgain() throws Exception {
    Fx.run(() -> window.workbench().gallery().select("till"));
    await("the lesson", () -> title().equals("Two at one till"));
    Path words = till.resolve("en.toml");
    String written = Files.readString(words);
    Files.writeString(words, written.replace("Two at one till", "Three at one till"));
    await("its new title", () -> title().equals("Three at one till"));
    assertThat(sight.texts("#gallery")).contains("Three at one till");

    Path lesson = till.resolve("lesson.toml");
    String sound = Files.readString(lesson);
    Files.writeString(lesson, sound + "\nbroken =\n");
    await("its fault", () -> !sight.texts("#gallery").contains("Three at one till"));
    assertThat(title()).as("what was chosen stays").isEqualTo("Three at one till");
    Files.writeString(lesson, sound);
    await("the lesson again", () -> selected().contains("Three at one till"));
  }

  private String title() throws Exception {
    return Fx.get(() -> window.session().chosen().map(RunOrigin::title).orElse(""));
  }

  private String selected() throws Exception {
    return Fx.get(
        () -> {
          ListView<?> list = (ListView<?>) window.workbench().gallery().lookup("#gallery");
          Object item = list.getSelectionModel().getSelectedItem();
          return item instanceof interleave.view.gallery.Entry.Lesson it
              ? it.scenario().title()
              : "";
        });
  }

  private static void await(String what, Callable<Boolean> condition) throws Exception {
    try {
      Patience.waitFor(condition);
    } catch (TimeoutException e) {
      throw new AssertionError(what, e);
    }
  }
}
