package interleave.app.window;

import interleave.app.opening.MergedTogether;
import interleave.app.opening.OpenedTogether;
import interleave.exchange.KnownExports;
import interleave.exchange.export.Excerpt;
import interleave.program.RunOrigin;
import interleave.program.merge.Alignment;
import interleave.scenario.Catalogue;
import interleave.timeline.layout.Durations;
import interleave.timeline.range.TimeMark;
import interleave.view.export.ExportCard;
import interleave.view.figure.FigureCard;
import interleave.view.figure.WorksheetCard;
import interleave.view.keys.Command;
import interleave.view.keys.CommandPalette;
import interleave.view.keys.KeysOverlay;
import interleave.view.merge.MergeCard;
import interleave.view.search.SearchCard;
import interleave.view.session.Notice;
import interleave.view.worker.WorkerCard;
import interleave.words.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** The cards that are laid over the window: search, commands, keys, notes. */
final class Cards {
  private static final Words WORDS = Words.of("app/window");

  private final Overlays overlays;
  private final Workbench workbench;
  private final Consumer<Command> execute;
  private final Consumer<RunOrigin> run;
  private final Finds finds;
  private String lookedFor = "";
  private @Nullable Node ofRun;

  Cards(
      Overlays overlays, Workbench workbench, Consumer<Command> execute, Consumer<RunOrigin> run) {
    this.overlays = overlays;
    this.workbench = workbench;
    this.execute = execute;
    this.run = run;
    this.finds = new Finds(overlays, workbench.timelines(), this::find);
    workbench.onAnotherRun(this::anotherRun);
  }

  /** Goes to what was found after (1) or before (-1); asks what to find where nothing was. */
  void findNext(int direction) {
    finds.step(direction);
  }

  /** Where nothing was run there are scenarios to be found only. */
  void find() {
    TimelinePanes timelines = workbench.timelines();
    if (!timelines.hasRun()) {
      workbench.gallery().find();
      return;
    }
    SearchCard card =
        new SearchCard(
            timelines::shown,
            lookedFor,
            walk -> {
              overlays.close();
              finds.begin(walk);
            });
    overlays.open(card);
    card.focus();
    foundBefore(card);
  }

  private void foundBefore(SearchCard card) {
    card.sceneProperty()
        .addListener(
            (_, _, scene) -> {
              if (scene == null) {
                lookedFor = card.text();
              }
            });
  }

  /** All commands and scenarios by name. */
  void palette() {
    List<CommandPalette.Choice> choices = new ArrayList<>();
    for (Command command : Command.values()) {
      if (command != Command.PALETTE) {
        String keys = command.keys().isEmpty() ? "" : command.keys().getFirst();
        choices.add(
            new CommandPalette.Choice(command.title(), keys, () -> execute.accept(command)));
      }
    }
    Catalogue.all()
        .forEach(
            scenario ->
                choices.add(
                    new CommandPalette.Choice(
                        WORDS.get("palette.run", scenario.title()),
                        "",
                        () -> run.accept(workbench.languages().of(scenario)))));
    CommandPalette palette =
        new CommandPalette(
            choices,
            choice -> {
              overlays.close();
              choice.action().run();
            });
    overlays.open(palette);
    palette.focus();
  }

  /** The way in for workers on other machines, where they can come. */
  void worker() {
    if (workbench.isJoinable()) {
      workbench.workers().begin();
      overlays.open(workbench.workers());
      workbench.workers().focus();
    } else {
      workbench.tell(WorkerCard.refusal());
    }
  }

  /** Says so where there is nothing that could leave. */
  private void withRun(Consumer<Excerpt> then) {
    workbench
        .wholeRun()
        .ifPresentOrElse(
            then,
            () ->
                workbench.tell(
                    Notice.advice(WORDS.get("leave.nothing"), WORDS.get("leave.nothing.next"))));
  }

  /** It speaks of the run in sight, and goes away with it. */
  private void open(Node card) {
    ofRun = card;
    overlays.open(card);
  }

  private void anotherRun() {
    if (overlays.shows(ofRun)) {
      overlays.close();
    }
  }

  /** Asks what of the run is to leave for another tool, and where it goes. */
  void export() {
    withRun(
        run -> {
          ExportCard card =
              new ExportCard(
                  run,
                  KnownExports.ALL.all(),
                  workbench.timelines().visible(),
                  workbench.timelines().askedRange(),
                  wish -> {
                    overlays.close();
                    workbench.export(wish);
                  });
          open(card);
          card.focus();
        });
  }

  /** Asks how a figure of the run is wished. */
  void figure() {
    withRun(
        run -> {
          FigureCard card = workbench.figures().card(run, overlays::close);
          open(card);
          card.focus();
        });
  }

  /** Asks how a worksheet of the run is wished. */
  void worksheet() {
    withRun(
        run -> {
          WorksheetCard card = workbench.figures().worksheet(run, overlays::close);
          open(card);
          card.focus();
        });
  }

  /** Asks what the run in sight is to become one recording with; of several where there is none. */
  void merge() {
    if (workbench.mayMerge()) {
      List<Path> files = workbench.askMerged();
      if (!files.isEmpty()) {
        merge(new MergedTogether(workbench.inSight(), files));
      }
    }
  }

  /** Asks how recordings are to become one. */
  void merge(MergedTogether several) {
    if (several.names().size() < 2) {
      workbench.tell(Notice.information(WORDS.get("merge.few"), ""));
      return;
    }
    MergeCard card =
        new MergeCard(
            several.names(),
            several.run().isPresent(),
            new MergeCard.Wishes() {
              @Override
              public void merge(Optional<Alignment> alignment) {
                overlays.close();
                workbench.merge(several, alignment, run);
              }

              @Override
              public void compare() {
                overlays.close();
                if (several.run().isPresent()) {
                  workbench.compareWith(several.files().getFirst());
                } else {
                  workbench.compare(several.files().getFirst(), several.files().getLast());
                }
              }

              @Override
              public void openFirst() {
                overlays.close();
                run.accept(OpenedTogether.origin(several.files().getFirst()));
              }
            });
    overlays.open(card);
    card.focus();
  }

  void notes() {
    overlays.open(NotesCard.card(workbench.timelines().shown().notes()));
  }

  /** Writes a note to the mark at the playhead, and makes one where there is none. */
  void note() {
    TimelinePanes timelines = workbench.timelines();
    if (!timelines.hasRun()) {
      return;
    }
    TimeMark mark = timelines.markHere();
    NoteCard card =
        new NoteCard(
            Durations.moment(mark.time() - timelines.shown().start()),
            mark.note(),
            note -> {
              overlays.close();
              timelines.mark(new TimeMark(mark.time(), note));
            });
    overlays.open(card);
    card.focus();
  }

  void keys() {
    overlays.open(KeysOverlay.card());
  }
}
