package interleave.view.laboratory;

import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/**
 * The stage, and beside it the laboratory while it is open; where there is no room, in its place.
 */
public final class StageRow extends HBox {
  private static final double BESIDE = 900;
  private static final double WIDTH = 600;

  private final Region stage;
  private final LaboratoryPane laboratory;

  public StageRow(Region stage, LaboratoryPane laboratory) {
    super(stage, laboratory);
    this.stage = stage;
    this.laboratory = laboratory;
    HBox.setHgrow(stage, Priority.ALWAYS);
    setMinSize(0, 0);
    widthProperty().addListener((_, _, _) -> arrange());
    arrange();
  }

  /** Shows the laboratory, or the stage alone. */
  public void arrange() {
    boolean open = laboratory.isOpen();
    boolean beside = !open || getWidth() >= BESIDE;
    laboratory.setVisible(open);
    laboratory.setManaged(open);
    stage.setVisible(beside);
    stage.setManaged(beside);
    HBox.setHgrow(laboratory, beside ? Priority.NEVER : Priority.ALWAYS);
    laboratory.setPrefWidth(WIDTH);
    laboratory.setMinWidth(beside ? WIDTH : 0);
    laboratory.setMaxWidth(beside ? WIDTH : Double.MAX_VALUE);
  }
}
