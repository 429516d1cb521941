package interleave.view.compare;

import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.compare.Comparison;
import interleave.timeline.compare.PrintedLines;
import interleave.timeline.explain.Explanation;
import interleave.view.control.SpokenWords;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What is said in each run of what is selected there; else in what their output differs. */
final class BothSay extends ScrollPane {
  private static final SpokenWords WORDS = SpokenWords.of("view/compare");
  private static final double WIDTH = 340;

  /** In a window that is narrower it would leave the table no room. */
  private static final double ROOM = 900;

  private static final int MOST = 6;

  private final VBox lines = new VBox(8);
  private List<String> shown = List.of();

  BothSay() {
    super();
    setContent(lines);
    setId("compare-said");
    setFitToWidth(true);
    setMinHeight(0);
    setPrefWidth(WIDTH);
    setMinWidth(WIDTH);
  }

  void present(double width) {
    setVisible(width >= ROOM);
    setManaged(width >= ROOM);
  }

  void show(
      @Nullable Timeline a,
      @Nullable ThingRef inA,
      Timeline b,
      @Nullable ThingRef inB,
      @Nullable Comparison of) {
    List<String> told = new ArrayList<>();
    if (inA != null && a != null) {
      tell("A  ", Explanation.sentence(a, inA), told);
    }
    if (inB != null) {
      tell("B  ", Explanation.sentence(b, inB), told);
    }
    if (told.isEmpty() && of != null) {
      printed(of.lines(), told);
    }
    if (!told.equals(shown)) {
      shown = told;
      lines.getChildren().setAll(told.stream().map(BothSay::label).toList());
    }
  }

  private static void tell(String side, String sentence, List<String> told) {
    if (!sentence.isBlank()) {
      told.add(side + sentence);
    }
  }

  private static void printed(PrintedLines lines, List<String> told) {
    if (lines.isOtherOrder()) {
      told.add(WORDS.get("lines.order", lines.firstOther() + 1));
    } else {
      told.add(WORDS.get(lines.isSame() ? "lines.same" : "lines.other"));
    }
    lines.onlyA().stream().limit(MOST).forEach(each -> told.add("A  " + each));
    lines.onlyB().stream().limit(MOST).forEach(each -> told.add("B  " + each));
  }

  private static Label label(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }
}
