package interleave.view.timeline;

import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Which key does what, as trace viewers have it. A key names a function, and {@link
 * TimelineBehavior} knows the functions, so that keys can be told and tested without a window.
 */
public final class TimelineKeys {
  /** What a key can ask for. */
  public enum Function {
    ZOOM_IN("Zoom in", "W, +"),
    ZOOM_OUT("Zoom out", "S, −"),
    PAN_LEFT("Earlier", "A, ←"),
    PAN_RIGHT("Later", "D, →"),
    SCROLL_UP("Scroll up", "↑, Page up"),
    SCROLL_DOWN("Scroll down", "↓, Page down"),
    ROW_UP("Select the row above", "K"),
    ROW_DOWN("Select the row below", "J"),
    FOLD("Fold or unfold the selected process", "Enter"),
    FIT_SELECTION("Fit the selection", "F"),
    FIT_ALL("Fit all", "0"),
    BOOKMARK("Mark the playhead's moment", "M"),
    NEXT_SPAN("Next span", "."),
    PREVIOUS_SPAN("Previous span", ","),
    ARROW_BACK("Follow an arrow back", "["),
    ARROW_FORWARD("Follow an arrow", "]"),
    START("Start of the run", "Home"),
    END("End of the run, follow it while it is live", "End"),
    CLEAR("Select nothing", "Esc");

    private final String words;
    private final String keys;

    Function(String words, String keys) {
      this.words = words;
      this.keys = keys;
    }

    /** What it does, for a list of keys. */
    public String words() {
      return words;
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
