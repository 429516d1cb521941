package interleave.view.inspector;

import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.critical.Chain;
import interleave.timeline.explain.Paths;
import interleave.view.control.SpokenWords;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * Who waits for whom at a moment, beginning with a thread that waits: each is a link to the next.
 */
final class ChainList extends VBox {
  private final BiConsumer<ThingRef, Long> go;
  private List<String> shown = List.of();

  /**
   * @param go goes to a thing and a moment
   */
  ChainList(BiConsumer<ThingRef, Long> go) {
    super(4);
    this.go = go;
    setId("chain");
    Label title = SpokenWords.of("view/inspector").label("chain");
    title.getStyleClass().add("section");
    getChildren().add(title);
  }

  /** Takes over who that lane waits for; false when it does not wait then. */
  boolean show(Timeline timeline, int lane, long time) {
    Chain chain = Chain.at(timeline, lane, time);
    if (chain.links().isEmpty() || !chain.links().getFirst().waits()) {
      return false;
    }
    int last = chain.links().size() - 1;
    List<String> now =
        java.util.stream.IntStream.rangeClosed(0, last)
            .mapToObj(i -> Paths.link(timeline, chain.links().get(i), chain.ring() && i == last))
            .toList();
    if (!now.equals(shown)) {
      shown = now;
      getChildren().remove(1, getChildren().size());
      for (int i = 0; i <= last; i++) {
        getChildren().add(link(now.get(i), chain.links().get(i), time));
      }
    }
    return true;
  }

  private Button link(String text, Chain.Link link, long time) {
    Button button = new Button(text);
    button.getStyleClass().addAll("link", "chain-link");
    button.setMnemonicParsing(false);
    button.setWrapText(true);
    button.setMinHeight(Region.USE_PREF_SIZE);
    button.setOnAction(_ -> go.accept(link.span(), time));
    return button;
  }
}
