package interleave.view.keys;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCode;

/**
 * Which stroke means which command: key to function tag; what the function does is known elsewhere.
 */
public final class Keymap {
  /** A key with what is held down with it. */
  public record Stroke(KeyCode code, boolean control, boolean shift, boolean alt) {}

  private static final Map<String, KeyCode> NAMED =
      Map.ofEntries(
          Map.entry("SPACE", KeyCode.SPACE),
          Map.entry(".", KeyCode.PERIOD),
          Map.entry(",", KeyCode.COMMA),
          Map.entry("=", KeyCode.EQUALS),
          Map.entry("-", KeyCode.MINUS),
          Map.entry("UP", KeyCode.UP),
          Map.entry("DOWN", KeyCode.DOWN),
          Map.entry("LEFT", KeyCode.LEFT),
          Map.entry("RIGHT", KeyCode.RIGHT),
          Map.entry("HOME", KeyCode.HOME),
          Map.entry("END", KeyCode.END));

  private final Map<Stroke, Command> strokes = new HashMap<>();

  public Keymap() {
    for (Command command : Command.values()) {
      for (String key : command.keys()) {
        stroke(key).ifPresent(stroke -> strokes.put(stroke, command));
      }
    }
  }

  public Optional<Command> command(Stroke stroke) {
    return Optional.ofNullable(strokes.get(stroke));
  }

  /** Reads {@code Ctrl+Shift+L}; empty for {@code ?}, which is a character and not a key. */
  static Optional<Stroke> stroke(String text) {
    String[] parts = text.split("\\+", -1);
    boolean control = false;
    boolean shift = false;
    boolean alt = false;
    for (int i = 0; i < parts.length - 1; i++) {
      control |= parts[i].equals("Ctrl");
      shift |= parts[i].equals("Shift");
      alt |= parts[i].equals("Alt");
    }
    String last = parts[parts.length - 1].toUpperCase(Locale.ROOT);
    KeyCode code = NAMED.get(last);
    if (code == null) {
      code = KeyCode.getKeyCode(last);
    }
    return code == null ? Optional.empty() : Optional.of(new Stroke(code, control, shift, alt));
  }
}
