package interleave.view.source;

import interleave.timeline.Site;
import interleave.view.Patience;
import interleave.view.theme.Colours;
import interleave.view.theme.Theme;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Scene;
import javafx.scene.control.ListCell;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class SourcePaneTest {
  private SourcePane pane;

  @Start
  void open(Stage stage) {
    pane = new SourcePane(new SimpleStringProperty("Source"), () -> new Colours(Theme.LIGHT));
    pane.source("P.java", "int x;\n".repeat(400), SourceLanguage.JAVA);
    stage.setScene(new Scene(pane, 400, 300));
    stage.show();
  }

  @Test
  void aLineThatIsAskedForComesIntoSightOnceItsFileIsShown() throws Exception {
    WaitForAsyncUtils.asyncFx(() -> pane.goTo(new Site("P.java", 300, "main", "P"))).get();
    Patience.waitFor(() -> shows(300));
    WaitForAsyncUtils.asyncFx(() -> pane.goTo(new Site("/work/q.py", 200, "main", ""))).get();
    WaitForAsyncUtils.asyncFx(
            () -> pane.source("/work/q.py", "x = 1\n".repeat(400), SourceLanguage.PYTHON))
        .get();
    Patience.waitFor(() -> shows(200));
  }

  private boolean shows(int line) {
    return pane.lookupAll(".list-cell").stream()
        .map(node -> ((ListCell<?>) node).getItem())
        .anyMatch(item -> item instanceof SourceLine shown && shown.number() == line);
  }
}
