package interleave.app;

import interleave.scenario.ProgramLanguage;
import interleave.scenario.Scenario;
import interleave.view.control.FramePane;
import interleave.view.control.SpokenWords;
import interleave.view.session.Errors;
import interleave.view.session.Frame;
import interleave.view.session.Program;
import interleave.view.source.Language;
import interleave.view.source.LineMarks;
import interleave.view.source.SourcePane;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.control.Tab;

/** Which source the source pages show for a program. */
final class Sources implements FramePane {
  private static final SpokenWords WORDS = SpokenWords.of("app/window");
  private static final long LARGEST = 2 << 20;
  private static final long PAUSE = 400_000_000L;

  private final SourcePane source;
  private final SourcePane python;
  private final Tab sourcePage;
  private final Tab pythonPage;
  private Optional<OwnSources> files = Optional.empty();
  private long followed = Long.MIN_VALUE;
  private long looked = System.nanoTime();
  private Optional<Program> program = Optional.empty();
  private Optional<Scenario> lesson = Optional.empty();

  Sources(SourcePane source, SourcePane python, Tab sourcePage, Tab pythonPage) {
    this.source = source;
    this.python = python;
    this.sourcePage = sourcePage;
    this.pythonPage = pythonPage;
  }

  @Override
  public void show(Frame frame) {
    Optional<Scenario> scenario = frame.lesson().map(Program.Lesson::scenario);
    if (frame.program().equals(program) && scenario.equals(lesson)) {
      follow(frame);
      return;
    }
    program = frame.program();
    lesson = scenario;
    files = Optional.empty();
    if (scenario.isPresent()) {
      String file = scenario.get().sourceFile(ProgramLanguage.JAVA);
      named(file);
      source.source(file, scenario.get().source(ProgramLanguage.JAVA), Language.JAVA);
      python.source(
          scenario.get().sourceFile(ProgramLanguage.PYTHON),
          scenario.get().source(ProgramLanguage.PYTHON),
          Language.PYTHON);
    } else {
      python.source("", "", Language.PYTHON);
      sourcePage.textProperty().bind(WORDS.text("page.source"));
      source.source("", "", Language.JAVA);
      program.ifPresent(this::own);
    }
    pythonPage.setDisable(scenario.isEmpty());
  }

  private void own(Program shown) {
    files = Optional.empty();
    if (shown instanceof Program.Own own) {
      files = Optional.of(new OwnSources(own));
      if (own.isSource()) {
        load(Path.of(own.target()));
      }
    }
  }

  /**
   * A program of several files shows the one in which a thread is at the playhead; the one that is
   * shown stays as long as there is a thread in it.
   */
  private void follow(Frame frame) {
    long now = System.nanoTime();
    if (files.isPresent()
        && frame.hasRun()
        && !source.marked()
        && frame.playhead() != followed
        && now - looked > PAUSE) {
      looked = now;
      followed = frame.playhead();
      LineMarks.newest(frame.timeline(), frame.playhead())
          .ifPresent(site -> files.get().find(site, this::load));
    }
  }

  private void load(Path file) {
    Optional<Program> mine = program;
    Thread.ofVirtual()
        .start(
            () -> {
              String text = read(file);
              Platform.runLater(
                  () -> {
                    if (program.equals(mine)) {
                      String name = String.valueOf(file.getFileName());
                      named(name);
                      source.source(name, text, Language.JAVA);
                    }
                  });
            });
  }

  private void named(String file) {
    sourcePage.textProperty().unbind();
    sourcePage.setText(file);
  }

  private static String read(Path file) {
    try {
      return Files.size(file) > LARGEST ? WORDS.get("source.large", file) : Files.readString(file);
    } catch (IOException e) {
      return WORDS.get("source.unreadable", file, Errors.sentence(e));
    }
  }
}
