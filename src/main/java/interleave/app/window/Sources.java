package interleave.app.window;

import interleave.program.Program;
import interleave.program.RunOrigin;
import interleave.scenario.ProgramLanguage;
import interleave.scenario.Scenario;
import interleave.timeline.Site;
import interleave.timeline.ThingRef;
import interleave.view.control.FramePane;
import interleave.view.control.SpokenWords;
import interleave.view.session.Errors;
import interleave.view.session.Frame;
import interleave.view.source.LineMarks;
import interleave.view.source.SourceLanguage;
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
  private final SourcePane other;
  private final Tab sourcePage;
  private final Tab otherPage;
  private Optional<OwnSources> files = Optional.empty();
  private long followed = Long.MIN_VALUE;
  private long looked = System.nanoTime();
  private Optional<RunOrigin> program = Optional.empty();
  private Optional<ThingRef> selection = Optional.empty();
  private Optional<Text> text = Optional.empty();
  private boolean narrow;

  /** A scenario in the language of the program that runs. */
  private record Text(Scenario scenario, ProgramLanguage language) {
    ProgramLanguage otherLanguage() {
      return language == ProgramLanguage.JAVA ? ProgramLanguage.PYTHON : ProgramLanguage.JAVA;
    }
  }

  /**
   * @param source for the program that runs
   * @param other for the same lesson in the other language
   */
  Sources(SourcePane source, SourcePane other, Tab sourcePage, Tab otherPage) {
    this.source = source;
    this.other = other;
    this.sourcePage = sourcePage;
    this.otherPage = otherPage;
    named();
  }

  @Override
  public void show(Frame frame) {
    Optional<Text> now = frame.lesson().map(it -> new Text(it.scenario(), it.language()));
    if (now.isPresent() ? now.equals(text) : frame.chosen().equals(program) && text.isEmpty()) {
      follow(frame);
      return;
    }
    program = frame.chosen();
    text = now;
    files = Optional.empty();
    if (now.isPresent()) {
      Scenario scenario = now.get().scenario();
      fill(source, scenario, now.get().language());
      fill(other, scenario, now.get().otherLanguage());
      named(scenario.sourceFile(now.get().language()));
    } else {
      other.source("", "", SourceLanguage.PYTHON);
      sourcePage.textProperty().bind(WORDS.text("page.source"));
      source.source("", "", SourceLanguage.JAVA);
      program.ifPresent(this::own);
    }
    otherPage.setDisable(
        now.isEmpty() || !now.get().scenario().languages().contains(now.get().otherLanguage()));
    named();
  }

  private static void fill(SourcePane pane, Scenario scenario, ProgramLanguage language) {
    pane.source(
        scenario.sourceFile(language), scenario.source(language), SourceLanguage.of(language));
  }

  /** In a narrow window the names of the pages stand closer. */
  void small(boolean narrow) {
    this.narrow = narrow;
    named();
  }

  private void named() {
    boolean script =
        program.isPresent()
            && program.get() instanceof Program.Own own
            && own.language() == ProgramLanguage.PYTHON;
    ProgramLanguage language =
        text.map(Text::otherLanguage)
            .orElse(script ? ProgramLanguage.JAVA : ProgramLanguage.PYTHON);
    otherPage.textProperty().bind(WORDS.text("page." + language.id() + (narrow ? ".narrow" : "")));
  }

  private void own(RunOrigin shown) {
    if (shown instanceof Program.Own own) {
      files = Optional.of(new OwnSources(own));
      if (own.isSource()) {
        load(own.folder().resolve(own.target()));
      }
    }
  }

  /**
   * A program of several files shows the one in which a thread is at the playhead; the one that is
   * shown stays as long as there is a thread in it.
   */
  private void follow(Frame frame) {
    if (!frame.selection().equals(selection)) {
      selection = frame.selection();
      selection
          .flatMap(thing -> LineMarks.of(frame.timeline(), thing))
          .ifPresent(
              site -> {
                followed = frame.playhead();
                find(site);
              });
    }
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

  /** Shows a line, in whichever file of the program it is. */
  void goTo(Site site) {
    source.goTo(site);
    find(site);
  }

  private void find(Site site) {
    files.ifPresent(it -> it.find(site, this::load));
  }

  private void load(Path file) {
    Optional<RunOrigin> mine = program;
    Thread.ofVirtual()
        .start(
            () -> {
              String text = read(file);
              Platform.runLater(
                  () -> {
                    if (program.equals(mine)) {
                      named(String.valueOf(file.getFileName()));
                      source.source(OwnSources.name(file), text, SourceLanguage.of(file));
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
