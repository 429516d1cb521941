package interleave.view.laboratory;

import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/**
 * The stage, and beside it the laboratory while it is open; where there is no room, in its place.
 */
public final class StageRow extends HBox {
  /** So wide both have room, and so wide where all endings are listed. */
  private static final double BESIDE = 740;

  private static final double LIST_BESIDE = 1_100;
  private static final double NARROWEST = 392;
  private static final double WIDEST = 600;
  private static final double SHARE = 0.46;

  private final Region stage;
  private final LaboratoryPane laboratory;

  public StageRow(Region stage, LaboratoryPane laboratory) {
    super(stage, laboratory);
    this.stage = stage;
    this.laboratory = laboratory;
    HBox.setHgrow(stage, Priority.ALWAYS);
    setMinSize(0, 0);
    widthProperty().addListener((_, _, _) -> arrange());
    laboratory.onTurned(this::arrange);
    arrange();
  }

  /** Shows the laboratory, or the stage alone. */
  public void arrange() {
    boolean open = laboratory.isOpen();
    double least = laboratory.isByHand() ? BESIDE : LIST_BESIDE;
    boolean beside = !open || getWidth() >= least;
    laboratory.setVisible(open);
    laboratory.setManaged(open);
    stage.setVisible(beside);
    stage.setManaged(beside);
    HBox.setHgrow(laboratory, beside ? Priority.NEVER : Priority.ALWAYS);
    double width = Math.clamp(getWidth() * SHARE, NARROWEST, WIDEST);
    laboratory.setPrefWidth(width);
    laboratory.setMinWidth(beside ? width : 0);
    laboratory.setMaxWidth(beside ? width : Double.MAX_VALUE);
  }
}
