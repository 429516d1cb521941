package interleave.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.figure.FigureOptions;
import interleave.figure.Figures;
import interleave.timeline.sketch.Sketches;
import interleave.view.Hand;
import interleave.view.Patience;
import interleave.view.Sight;
import interleave.view.control.NoticeStack;
import interleave.view.export.Still;
import interleave.view.python.Pythons;
import interleave.view.session.RunSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What is done with a file that was chosen. */
@ExtendWith(ApplicationExtension.class)
class SystemDialogsTest {
  @TempDir Path folder;

  private final Sight sight = new Sight();
  private final List<Path> shown = new ArrayList<>();
  private SystemDialogs doors;
  private WindowSettings settings;

  @Start
  void open(Stage stage) {
    NoticeStack notices = new NoticeStack();
    stage.setScene(new Scene(notices, 600, 400));
    stage.show();
    RunSource nothing = new SketchedRuns(Sketches.queue());
    Pythons none =
        new Pythons(nothing, Runnable::run, Runnable::run, Optional.empty(), notices::tell);
    notices.showFolders(shown::add);
    settings = WindowSettings.in(folder.resolve("window.properties"));
    doors = new SystemDialogs(stage, settings, none, notices);
  }

  @Test
  void sheetsAreSavedSoThatSpreadsheetsKnowTheirLetters() throws Exception {
    doors.sheets("thread,ran\n线程,1\n", folder.resolve("of a range"));
    told("of a range.csv");
    new Hand().click("#show-folder");
    assertThat(shown).containsExactly(folder);
    assertThat(Files.readString(folder.resolve("of a range.csv")))
        .isEqualTo("\ufeffthread,ran\n线程,1\n");
  }

  @Test
  void theFolderOfLastTimeIsWhereTheNextFileIsLookedForAsLongAsItIsThere() throws Exception {
    assertThat(doors.folder(SystemDialogs.OPENED)).isEmpty();
    Path there = Files.createDirectory(folder.resolve("there"));
    doors.folder(SystemDialogs.OPENED, there.resolve("trace.json").toFile());
    assertThat(doors.folder(SystemDialogs.OPENED)).contains(there);
    assertThat(doors.folder(SystemDialogs.WRITTEN)).isEmpty();
    Files.delete(there);
    assertThat(doors.folder(SystemDialogs.OPENED)).isEmpty();
  }

  @Test
  void aFigureIsWhatItsNameSaysAndElseAPng() throws Exception {
    doors.figure(Figures.of(Sketches.queue(), FigureOptions.USUAL), folder.resolve("a"));
    told("a.png");
    doors.figure(Figures.of(Sketches.queue(), FigureOptions.USUAL), folder.resolve("b.svg"));
    told("b.svg");
    assertThat(folder.resolve("a.png")).binaryContent().startsWith(0x89, 'P', 'N', 'G');
    assertThat(folder.resolve("b.svg")).content().startsWith("<?xml");
  }

  @Test
  void aPictureOfTheWindowIsAPngAndWhatCannotBeWrittenIsSaid() throws Exception {
    Still still = new Still(new WritableImage(3, 2));
    doors.picture(still, folder.resolve("w"));
    told("w.png");
    assertThat(folder.resolve("w.png")).binaryContent().startsWith(0x89, 'P', 'N', 'G');
    doors.sheets("a", folder.resolve("missing").resolve("a.csv"));
    told("a.csv");
    assertThat(folder.resolve("missing")).doesNotExist();
  }

  private void told(String name) throws Exception {
    Patience.waitFor(() -> sight.notices().contains(name));
  }
}
