package interleave.view.search;

import interleave.timeline.layout.Durations;
import interleave.timeline.search.Found;
import interleave.timeline.search.FoundKind;
import interleave.view.control.SpokenWords;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of which something was found, each with how many; one may be chosen, to see it alone.
 */
final class KindChips extends FlowPane {
  private static final SpokenWords WORDS = SpokenWords.of("view/search");

  private final Runnable changed;
  private @Nullable FoundKind chosen;

  KindChips(Runnable changed) {
    this.changed = changed;
    setId("search-kinds");
    getStyleClass().add("chips");
  }

  /** The one that is wanted alone; null for all. */
  @Nullable FoundKind chosen() {
    return chosen;
  }

  /** How many there are of what is wanted. */
  int total(Found found) {
    return chosen == null ? found.total() : found.counts().getOrDefault(chosen, 0);
  }

  void show(Map<FoundKind, Integer> counts) {
    TreeSet<FoundKind> kinds = new TreeSet<>(counts.keySet());
    if (chosen != null) {
      kinds.add(chosen);
    }
    int all = counts.values().stream().mapToInt(Integer::intValue).sum();
    List<ToggleButton> chips = new java.util.ArrayList<>();
    if (kinds.size() > 1 || chosen != null) {
      chips.add(chip(null, WORDS.get("kind.any", Durations.count(all))));
      for (FoundKind each : kinds) {
        String count = Durations.count(counts.getOrDefault(each, 0));
        chips.add(chip(each, WORDS.get("kind", each.word(), count)));
      }
    }
    getChildren().setAll(chips);
  }

  private ToggleButton chip(@Nullable FoundKind kind, String text) {
    ToggleButton chip = new ToggleButton(text);
    boolean is = kind == null ? chosen == null : kind.equals(chosen);
    chip.setId("search-kind-" + (kind == null ? "any" : kind.key().replace("kind.", "")));
    chip.getStyleClass().setAll("button", "chip");
    if (is) {
      chip.getStyleClass().add("changed");
    }
    chip.setSelected(is);
    chip.setFocusTraversable(false);
    chip.setOnAction(
        _ -> {
          chosen = kind;
          changed.run();
        });
    return chip;
  }
}
