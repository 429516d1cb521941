package interleave.app.window;

import interleave.exchange.KnownFormats;
import interleave.file.Leftover;
import interleave.file.Leftovers;
import interleave.file.Progress;
import interleave.program.RunOrigin;
import interleave.view.control.NoticeStack;
import interleave.view.control.SpokenWords;
import interleave.view.session.Errors;
import interleave.view.session.Notice;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * Offers what earlier runs left behind: a word in the corner at the start, once, and a card that
 * lists it, to be opened, saved or deleted. On the JavaFX thread; the disk is asked on others.
 */
final class LeftoverOffers {
  private static final SpokenWords WORDS = SpokenWords.of("app/window");
  private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

  /** What is done with one of them. */
  interface Wishes {
    /** Opens it where it lies. */
    void open(RunOrigin recording);

    /** Asks for a file; runs the rest when there is one. */
    void save(String name, Consumer<Path> to);

    /** A file was saved. */
    void saved(Path file);
  }

  private final Leftovers leftovers;
  private final Overlays overlays;
  private final NoticeStack notices;
  private final Wishes wishes;

  LeftoverOffers(Leftovers leftovers, Overlays overlays, NoticeStack notices, Wishes wishes) {
    this.leftovers = leftovers;
    this.overlays = overlays;
    this.notices = notices;
    this.wishes = wishes;
  }

  /** Says what there is that nobody was told of, and deletes what is too old. */
  void offer() {
    Thread.ofVirtual()
        .start(
            () -> {
              List<Leftover> deleted = leftovers.tidy(Instant.now());
              List<Leftover> news = leftovers.news();
              Platform.runLater(() -> offer(deleted, news));
            });
  }

  private void offer(List<Leftover> deleted, List<Leftover> news) {
    Leftovers.sentence(deleted)
        .ifPresent(sentence -> notices.tell(Notice.information(sentence, "")));
    if (!news.isEmpty()) {
      String size = Leftovers.size(Leftover.bytes(news));
      notices.offer(
          Notice.warning(
              WORDS.count("leftovers", news.size(), size), "", WORDS.get("leftovers.later")),
          WORDS.get("leftovers.recover"),
          this::show);
    }
  }

  /** Lists all there are. */
  void show() {
    Thread.ofVirtual()
        .start(
            () -> {
              List<Leftover> all = leftovers.all();
              Platform.runLater(() -> overlays.open(card(all)));
            });
  }

  private Node card(List<Leftover> all) {
    Label title = WORDS.label("leftovers.title");
    title.getStyleClass().add("title");
    VBox rows = new VBox(10);
    if (all.isEmpty()) {
      rows.getChildren().add(WORDS.label("leftovers.none"));
    }
    all.forEach(each -> rows.getChildren().add(row(each)));
    ScrollPane scroll = new ScrollPane(rows);
    scroll.setFitToWidth(true);
    scroll.setMinHeight(0);
    VBox card = new VBox(title, scroll);
    card.setId("leftovers");
    card.getStyleClass().add("card");
    card.setMaxSize(720, Region.USE_PREF_SIZE);
    return card;
  }

  private HBox row(Leftover leftover) {
    String when = WHEN.format(leftover.written().atZone(ZoneId.systemDefault()));
    String words = when + " · " + Leftovers.size(leftover.bytes());
    VBox text = new VBox(2, new Label(leftover.manifest().title()), new Label(words));
    text.getChildren().getLast().getStyleClass().add("secondary");
    text.setMinWidth(0);
    HBox.setHgrow(text, Priority.ALWAYS);
    HBox row =
        new HBox(
            8,
            text,
            button("leftovers.open", () -> open(leftover)),
            button("leftovers.save", () -> save(leftover)),
            button("leftovers.delete", () -> work(leftover, leftover::delete)));
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private static Button button(String key, Runnable action) {
    Button button = WORDS.on(new Button(), key);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(_ -> action.run());
    return button;
  }

  private void open(Leftover leftover) {
    overlays.close();
    wishes.open(new RunOrigin.Saved(leftover.folder(), leftover.manifest().title()));
  }

  private void save(Leftover leftover) {
    wishes.save(
        leftover.manifest().title(),
        file ->
            work(
                leftover,
                () -> {
                  leftover.save(KnownFormats.ALL, file, Progress.UNHEARD);
                  wishes.saved(file);
                }));
  }

  private interface Work {
    void run() throws IOException;
  }

  /** Does it on another thread, and shows then what is left. */
  private void work(Leftover leftover, Work work) {
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                work.run();
              } catch (IOException | RuntimeException e) {
                String where = leftover.manifest().title();
                Notice failed = Notice.error(WORDS.get("failed"), where, Errors.sentence(e));
                Platform.runLater(() -> notices.tell(failed));
              }
              show();
            });
  }
}
