package interleave.view.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class KeymapTest {
  private final Keymap keymap = new Keymap();

  @Test
  void strokesMeanCommands() {
    assertThat(keymap.command(new Keymap.Stroke(KeyCode.R, true, false, false)))
        .hasValue(Command.RUN);
    assertThat(keymap.command(new Keymap.Stroke(KeyCode.F5, false, false, false)))
        .hasValue(Command.RUN);
    assertThat(keymap.command(new Keymap.Stroke(KeyCode.SPACE, false, false, false)))
        .hasValue(Command.PLAY_OR_PAUSE);
    assertThat(keymap.command(new Keymap.Stroke(KeyCode.LEFT, false, false, true)))
        .hasValue(Command.BACK);
    assertThat(keymap.command(new Keymap.Stroke(KeyCode.R, false, false, false))).isEmpty();
  }

  @Test
  void noStrokeMeansTwoCommands() {
    Map<Keymap.Stroke, Command> seen = new HashMap<>();
    for (Command command : Command.values()) {
      for (String key : command.keys()) {
        Keymap.stroke(key)
            .ifPresent(stroke -> assertThat(seen.put(stroke, command)).as(key).isNull());
      }
    }
  }

  @Test
  void everyKeyThatIsToldIsUnderstood() {
    for (Command command : Command.values()) {
      for (String key : command.keys()) {
        assertThat(key.equals("?") || Keymap.stroke(key).isPresent()).as(key).isTrue();
      }
    }
  }

  @Test
  void thePaletteFindsByLettersInTheirOrder() {
    assertThat(CommandPalette.matches("rcp", "Run the chosen program")).isTrue();
    assertThat(CommandPalette.matches("", "anything")).isTrue();
    assertThat(CommandPalette.matches("pcr", "Run the chosen program")).isFalse();
  }
}
