package interleave.view.control;

import javafx.scene.control.Button;

/** Small rounded buttons with words. */
public final class Chips {
  private Chips() {}

  public static Button chip(String text, Runnable action) {
    Button chip = new Button(text);
    chip.getStyleClass().add("chip");
    chip.setOnAction(_ -> action.run());
    chip.setMnemonicParsing(false);
    return chip;
  }
}
