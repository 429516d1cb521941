package interleave.view.control;

import interleave.words.Language;
import interleave.words.Words;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;

/**
 * A bundle of words for nodes that stay: what they say follows the language.
 *
 * <p>Texts are bound, so that nobody has to be told. A node holds its binding, and the binding
 * hears of the language weakly: nodes that are forgotten leave nothing behind. Words that are made
 * afresh with each {@link interleave.view.session.Frame} need no binding and are asked for with
 * {@link #get}.
 */
public final class SpokenWords {
  private static final ReadOnlyObjectWrapper<Language> LANGUAGE =
      new ReadOnlyObjectWrapper<>(Language.current());

  static {
    Language.onChange(SpokenWords::changed);
  }

  private final Words words;

  private SpokenWords(Words words) {
    this.words = words;
  }

  /** The bundle of that name, such as {@code view/transport}. */
  public static SpokenWords of(String bundle) {
    return new SpokenWords(Words.of(bundle));
  }

  /** The language of the window, changed on the JavaFX thread only. */
  public static ReadOnlyObjectProperty<Language> languageProperty() {
    return LANGUAGE.getReadOnlyProperty();
  }

  private static void changed() {
    if (Platform.isFxApplicationThread()) {
      LANGUAGE.set(Language.current());
    } else {
      changedElsewhere();
    }
  }

  private static void changedElsewhere() {
    try {
      Platform.runLater(() -> LANGUAGE.set(Language.current()));
    } catch (IllegalStateException noToolkit) {
      LANGUAGE.set(
          Language.current()); // nothing is shown, so no other thread has nodes bound to it
    }
  }

  /** The sentence of {@code key} as it is now. */
  public String get(String key, Object... values) {
    return words.get(key, values);
  }

  /** The sentence of {@code key} for that many, as it is now. */
  public String count(String key, long number, Object... others) {
    return words.count(key, number, others);
  }

  /** The sentence of {@code key}, now and in every language to come. */
  public StringBinding text(String key, Object... values) {
    return Bindings.createStringBinding(() -> words.get(key, values), LANGUAGE);
  }

  /** A label that says it. */
  public Label label(String key, Object... values) {
    return on(new Label(), key, values);
  }

  /** {@code labeled} says it from now on. */
  public <L extends Labeled> L on(L labeled, String key, Object... values) {
    labeled.textProperty().bind(text(key, values));
    return labeled;
  }

  /** What screen readers say of {@code node}. */
  public void accessible(Node node, String key, Object... values) {
    node.accessibleTextProperty().bind(text(key, values));
  }

  /** A tooltip that says it. */
  public Tooltip tooltip(String key, Object... values) {
    Tooltip tooltip = new Tooltip();
    tooltip.textProperty().bind(text(key, values));
    return tooltip;
  }
}
