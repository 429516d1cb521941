package interleave.view.question;

import interleave.lesson.Reveal;
import interleave.scenario.ProgramLanguage;
import interleave.scenario.Question;
import interleave.scenario.Scenario;
import interleave.view.control.Cover;
import interleave.view.control.FramePane;
import interleave.view.session.Covers;
import interleave.view.session.Frame;
import interleave.view.session.Guess;
import interleave.view.session.Guess.State;
import interleave.words.Language;
import interleave.words.Words;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The question of a scenario, in three shapes.
 *
 * <pre>
 *   ASKED                     AWAITED                   TOLD
 *   ? What will happen?       ? What will this …        ✓ You foresaw it
 *   question                  question                  question
 *   ( ) answer                ( ) answer                ✓ the right answer
 *   (•) answer                (•) answer                ✗ another one   your guess
 *   Pick, or just run …       The recording will …      [ why, in this run's numbers ]
 *                             So far?                   Foretell the next run
 * </pre>
 */
public final class QuestionCard extends VBox implements FramePane {
  /** What the card asks for. */
  public interface Actions {
    void guess(String answer);

    /** To see the answer of what is recorded so far. */
    void tell();

    /** To foretell the next run. */
    void next();

    /** To see what is covered. */
    void uncover(Covers.Part part);
  }

  /** Everything that is to be seen. */
  private record Shown(
      Scenario scenario,
      ProgramLanguage program,
      Guess foretold,
      Optional<Reveal> reveal,
      boolean hasRun,
      boolean running,
      boolean covered,
      Language language) {}

  private final Words words = Words.of("view/question");
  private final Actions wishes;
  private final boolean beforeRuns;
  private final AnswerFinder answers = new AnswerFinder();
  private Optional<Shown> shown = Optional.empty();

  /**
   * @param beforeRuns whether it is the one that asks as long as there is no run; the other has the
   *     runs
   */
  public QuestionCard(Actions wishes, boolean beforeRuns) {
    this.wishes = wishes;
    this.beforeRuns = beforeRuns;
    getStyleClass().add("question");
    setMinHeight(Region.USE_PREF_SIZE);
    show(false);
  }

  private void show(boolean on) {
    setVisible(on);
    setManaged(on);
  }

  @Override
  public void show(Frame frame) {
    Optional<Shown> now =
        frame
            .lesson()
            .filter(it -> it.scenario().question().isAsked())
            .filter(_ -> frame.hasRun() != beforeRuns)
            .map(
                it ->
                    new Shown(
                        it.scenario(),
                        it.language(),
                        frame.foretold(),
                        answers.of(frame, it.scenario(), System.nanoTime()),
                        frame.hasRun(),
                        frame.running(),
                        frame.covers().hides(Covers.Kind.ANSWER),
                        frame.language()));
    if (now.equals(shown)) {
      return;
    }
    boolean onlyPicked = samePlace(now);
    shown = now;
    show(now.isPresent());
    if (!onlyPicked) {
      boolean uncovered = getChildren().stream().anyMatch(QuestionCard::isFocusedCover);
      getChildren().clear();
      now.ifPresent(this::fill);
      if (uncovered && now.isPresent()) {
        getChildren().getLast().requestFocus(); // the keyboard stays here
      }
    } else {
      now.ifPresent(it -> hint(it, it.foretold().guess()));
    }
  }

  private static boolean isFocusedCover(Node node) {
    return node instanceof Cover && node.isFocused();
  }

  /** A pick changes the hint only: the button that was pressed keeps the keyboard. */
  private boolean samePlace(Optional<Shown> now) {
    return now.isPresent()
        && shown.isPresent()
        && now.get().foretold().stage() == shown.get().foretold().stage()
        && now.get().foretold().stage() != State.TOLD
        && now.get().scenario().equals(shown.get().scenario())
        && now.get().program() == shown.get().program()
        && now.get().hasRun() == shown.get().hasRun()
        && now.get().language() == shown.get().language()
        && now.get().foretold().guess().isPresent();
  }

  private void fill(Shown now) {
    if (now.foretold().stage() == State.TOLD) {
      told(now);
    } else {
      asked(now);
    }
  }

  private void asked(Shown now) {
    Question question = now.scenario().question(now.program());
    boolean awaited = now.foretold().stage() == State.AWAITED;
    getChildren().add(title(Feather.HELP_CIRCLE, words.get(awaited ? "title.run" : "title"), ""));
    getChildren().add(text(question.text(), "asked"));
    ToggleGroup group = new ToggleGroup();
    VBox choices = new VBox(4);
    for (String key : question.answers()) {
      RadioButton choice = new RadioButton(question.answer(key));
      choice.setId((beforeRuns ? "guess-" : "guess-again-") + key);
      choice.getStyleClass().add("guess");
      choice.setWrapText(true);
      choice.setMnemonicParsing(false);
      choice.setMinHeight(Region.USE_PREF_SIZE);
      choice.setMaxWidth(Double.MAX_VALUE);
      choice.setToggleGroup(group);
      choice.setSelected(now.foretold().guess().filter(key::equals).isPresent());
      choice.setAccessibleHelp(question.text());
      choice.selectedProperty().addListener((_, _, on) -> picked(key, on));
      choices.getChildren().add(choice);
    }
    getChildren().add(choices);
    getChildren().add(text("", "hint"));
    hint(now, now.foretold().guess());
    switch (now.foretold().stage()) {
      case AWAITED -> getChildren().add(link("tell-answer", "soFar", wishes::tell));
      case ASKED_AGAIN -> getChildren().add(link("tell-answer", "back", wishes::tell));
      case ASKED -> {
        if (now.hasRun()) {
          getChildren().add(link("tell-answer", "show", wishes::tell));
        }
      }
      case TOLD -> {}
    }
  }

  private void picked(String key, boolean on) {
    if (on) {
      wishes.guess(key);
    }
  }

  private void hint(Shown now, Optional<String> guess) {
    String key =
        switch (now.foretold().stage()) {
          case AWAITED -> guess.isPresent() ? "awaited" : "awaited.none";
          case ASKED, ASKED_AGAIN, TOLD ->
              guess.isPresent()
                  ? "picked"
                  : now.hasRun() && now.foretold().stage() == State.ASKED ? "recorded" : "pass";
        };
    getChildren().stream()
        .filter(node -> node.getStyleClass().contains("hint"))
        .forEach(node -> ((Label) node).setText(words.get(key)));
  }

  private void told(Shown now) {
    Question question = now.scenario().question(now.program());
    Optional<Reveal> reveal = now.reveal();
    if (reveal.isEmpty()) {
      getChildren().add(title(Feather.HELP_CIRCLE, words.get("told"), ""));
      getChildren().add(text(words.get(now.running() ? "silent.running" : "silent"), "words"));
    } else if (!reveal.get().answered()) {
      getChildren().add(title(Feather.HELP_CIRCLE, words.get("told"), ""));
      getChildren().add(text(question.text(), "asked"));
      getChildren().add(sentence(reveal.get()));
    } else if (now.covered()) {
      getChildren().add(title(Feather.HELP_CIRCLE, words.get("told"), ""));
      getChildren().add(text(question.text(), "asked"));
      now.foretold()
          .guess()
          .ifPresent(it -> getChildren().add(answer(Feather.USER, question.answer(it), "", true)));
      getChildren()
          .add(new Cover("answer", () -> wishes.uncover(new Covers.Part(Covers.Kind.ANSWER))));
    } else {
      String right = reveal.get().answer();
      Optional<String> guess = now.foretold().guess();
      boolean foreseen = guess.filter(right::equals).isPresent();
      String verdict = foreseen ? "right" : guess.isPresent() ? "wrong" : "told";
      getChildren().add(title(Feather.CHECK_CIRCLE, words.get(verdict), verdict));
      getChildren().add(text(question.text(), "asked"));
      getChildren().add(answer(Feather.CHECK, question.answer(right), "right", foreseen));
      guess
          .filter(it -> !it.equals(right))
          .ifPresent(
              it -> getChildren().add(answer(Feather.X, question.answer(it), "wrong", true)));
      getChildren().add(sentence(reveal.get()));
    }
    getChildren().add(link("foretell-next", "next", wishes::next));
  }

  private Label sentence(Reveal reveal) {
    Label why = text(reveal.sentence(), "sentence");
    why.setId("reveal");
    return why;
  }

  private HBox answer(Feather sign, String text, String kind, boolean yours) {
    String whose = yours ? text + "  (" + words.get("yours") + ")" : text;
    Label label = text(whose, "words");
    HBox.setHgrow(label, javafx.scene.layout.Priority.ALWAYS);
    HBox row = new HBox(8, new FontIcon(sign), label);
    row.getStyleClass().addAll("told", kind);
    return row;
  }

  private static HBox title(Feather sign, String text, String verdict) {
    Label label = text(text, "section");
    label.setId("verdict");
    HBox row = new HBox(8, new FontIcon(sign), label);
    row.getStyleClass().add("question-title");
    if (!verdict.isEmpty()) {
      row.getStyleClass().add(verdict);
    }
    return row;
  }

  private static Label text(String text, String style) {
    Label label = new Label(text);
    label.getStyleClass().add(style);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.setMaxWidth(Double.MAX_VALUE);
    return label;
  }

  private Button link(String id, String key, Runnable action) {
    Button link = new Button(words.get(key));
    link.setId(id);
    link.getStyleClass().add("link");
    link.setMnemonicParsing(false);
    link.setOnAction(_ -> action.run());
    return link;
  }
}
