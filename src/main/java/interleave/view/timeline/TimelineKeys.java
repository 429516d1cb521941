package interleave.view.timeline;

import interleave.words.Words;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Which key does what, as trace viewers have it. A key names a function, and {@link
 * TimelineBehavior} knows the functions, so that keys can be told and tested without a window.
 */
public final class TimelineKeys {
  private static final Words WORDS = Words.of("view/timeline");

  /** What a key can ask for. */
  public enum Function {
    ZOOM_IN("W, +"),
    ZOOM_OUT("S, −"),
    PAN_LEFT("A, ←"),
    PAN_RIGHT("D, →"),
    SCROLL_UP("↑, Page up"),
    SCROLL_DOWN("↓, Page down"),
    ROW_UP("K"),
    ROW_DOWN("J"),
    FOLD("Enter"),
    FIT_SELECTION("F"),
    FIT_ALL("0"),
    ARROWS("H"),
    PIN("P"),
    RELATED("O"),
    BOOKMARK("M"),
    NEXT_SPAN("."),
    PREVIOUS_SPAN(","),
    ARROW_BACK("["),
    ARROW_FORWARD("]"),
    START("Home"),
    END("End"),
    CLEAR("Esc");

    private final String keys;

    Function(String keys) {
      this.keys = keys;
    }

    /** What it does, for a list of keys. */
    public String words() {
      return WORDS.get("key." + name());
    }

    /** The keys that ask for it, for a list of keys. */
    public String keys() {
      return keys;
    }
  }

  private static final Map<KeyCode, Function> CODES =
      Map.ofEntries(
          Map.entry(KeyCode.W, Function.ZOOM_IN),
          Map.entry(KeyCode.PLUS, Function.ZOOM_IN),
          Map.entry(KeyCode.EQUALS, Function.ZOOM_IN),
          Map.entry(KeyCode.ADD, Function.ZOOM_IN),
          Map.entry(KeyCode.S, Function.ZOOM_OUT),
          Map.entry(KeyCode.MINUS, Function.ZOOM_OUT),
          Map.entry(KeyCode.SUBTRACT, Function.ZOOM_OUT),
          Map.entry(KeyCode.A, Function.PAN_LEFT),
          Map.entry(KeyCode.LEFT, Function.PAN_LEFT),
          Map.entry(KeyCode.D, Function.PAN_RIGHT),
          Map.entry(KeyCode.RIGHT, Function.PAN_RIGHT),
          Map.entry(KeyCode.UP, Function.SCROLL_UP),
          Map.entry(KeyCode.PAGE_UP, Function.SCROLL_UP),
          Map.entry(KeyCode.DOWN, Function.SCROLL_DOWN),
          Map.entry(KeyCode.PAGE_DOWN, Function.SCROLL_DOWN),
          Map.entry(KeyCode.K, Function.ROW_UP),
          Map.entry(KeyCode.J, Function.ROW_DOWN),
          Map.entry(KeyCode.ENTER, Function.FOLD),
          Map.entry(KeyCode.F, Function.FIT_SELECTION),
          Map.entry(KeyCode.DIGIT0, Function.FIT_ALL),
          Map.entry(KeyCode.NUMPAD0, Function.FIT_ALL),
          Map.entry(KeyCode.H, Function.ARROWS),
          Map.entry(KeyCode.P, Function.PIN),
          Map.entry(KeyCode.O, Function.RELATED),
          Map.entry(KeyCode.M, Function.BOOKMARK),
          Map.entry(KeyCode.PERIOD, Function.NEXT_SPAN),
          Map.entry(KeyCode.COMMA, Function.PREVIOUS_SPAN),
          Map.entry(KeyCode.OPEN_BRACKET, Function.ARROW_BACK),
          Map.entry(KeyCode.CLOSE_BRACKET, Function.ARROW_FORWARD),
          Map.entry(KeyCode.HOME, Function.START),
          Map.entry(KeyCode.END, Function.END),
          Map.entry(KeyCode.ESCAPE, Function.CLEAR));

  // Keyboards that reach a bracket only with AltGr send the letter, not the code.
  private static final Map<String, Function> LETTERS =
      Map.of(
          "[", Function.ARROW_BACK,
          "]", Function.ARROW_FORWARD,
          ".", Function.NEXT_SPAN,
          ",", Function.PREVIOUS_SPAN,
          "+", Function.ZOOM_IN,
          "-", Function.ZOOM_OUT,
          "0", Function.FIT_ALL);

  private TimelineKeys() {}

  /** What a pressed key asks for; nothing while Ctrl, Alt or Meta is held. */
  public static Optional<Function> of(KeyEvent event) {
    Function letter = LETTERS.get(event.getText());
    boolean altGr = event.isControlDown() && event.isAltDown() && letter != null;
    if (!altGr && (event.isControlDown() || event.isAltDown() || event.isMetaDown())) {
      return Optional.empty();
    }
    return letter != null ? Optional.of(letter) : of(event.getCode());
  }

  public static Optional<Function> of(KeyCode code) {
    return Optional.ofNullable(CODES.get(code));
  }
}
