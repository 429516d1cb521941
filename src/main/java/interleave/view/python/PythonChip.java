package interleave.view.python;

import interleave.engine.Interpreter;
import interleave.view.control.FramePane;
import interleave.view.session.Frame;
import interleave.words.Words;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;

/** The Python that runs the chosen program, as a chip that opens the others. */
public final class PythonChip extends Button implements FramePane {
  private static final Words WORDS = Words.of("view/python");

  private final Pythons pythons;
  private final Tooltip tooltip = new Tooltip();

  /**
   * @param open opens the Pythons below this
   */
  public PythonChip(Pythons pythons, Consumer<Node> open) {
    this.pythons = pythons;
    setId("python-chip");
    getStyleClass().add("chip");
    setMnemonicParsing(false);
    setTooltip(tooltip);
    setOnAction(_ -> open.accept(this));
  }

  @Override
  public void show(Frame frame) {
    if (!Pythons.runs(frame.chosen())) {
      return;
    }
    pythons.look();
    Optional<Interpreter> used = pythons.known().used();
    String text =
        used.map(it -> WORDS.get("chip", it.show()))
            .orElseGet(() -> WORDS.get(pythons.known().looking() ? "chip.looking" : "chip.none"));
    if (!text.equals(getText())) {
      setText(text);
      setAccessibleHelp(WORDS.get("chip.help"));
      tooltip.setText(
          used.map(it -> WORDS.get("chip.tip", PythonMenu.place(it.path())))
              .orElseGet(() -> WORDS.get("choose.tip")));
    }
  }
}
