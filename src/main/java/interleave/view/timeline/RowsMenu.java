package interleave.view.timeline;

import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.layout.RowChoice;
import interleave.timeline.track.TrackKinds;
import interleave.view.control.SpokenWords;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;

/** Which rows show, by a text or by what is selected, which stand first, and in which order. */
public final class RowsMenu {
  private static final SpokenWords WORDS = SpokenWords.of("view/timeline");

  private final TimelineView view;
  private final RowWishes wishes;
  private final ContextMenu menu = new ContextMenu();
  private final TextField filter = new TextField();

  public RowsMenu(TimelineView view) {
    this.view = view;
    this.wishes = new RowWishes(view);
    menu.setId("rows-menu");
    filter.setId("rows-filter");
    filter.setPrefColumnCount(20);
    filter.promptTextProperty().bind(WORDS.text("rows.filter"));
    WORDS.accessible(filter, "rows.filter");
    filter
        .textProperty()
        .addListener((_, _, text) -> wishes.choose(wishes.choice().filtered(text)));
    filter.setOnAction(_ -> menu.hide());
  }

  /** Opens below something. */
  public void open(Node below) {
    filter.setText(wishes.choice().filter());
    menu.getItems().setAll(items());
    menu.show(below, Side.BOTTOM, 0, 2);
    filter.requestFocus();
    filter.selectAll();
  }

  private List<MenuItem> items() {
    CustomMenuItem text = new CustomMenuItem(filter, false);
    List<MenuItem> items = new ArrayList<>(List.of(text, new SeparatorMenuItem()));
    ToggleGroup orders = new ToggleGroup();
    for (RowChoice.Order order : RowChoice.Order.values()) {
      RadioMenuItem item = new RadioMenuItem(WORDS.get("rows.order." + order));
      item.setId("rows-order-" + order);
      item.setToggleGroup(orders);
      item.setSelected(wishes.choice().order() == order);
      item.setOnAction(_ -> wishes.choose(wishes.choice().in(order)));
      items.add(item);
    }
    items.add(new SeparatorMenuItem());
    items.addAll(selected());
    if (!wishes.choice().isAll()) {
      MenuItem all = new MenuItem(WORDS.get("rows.all"));
      all.setId("rows-all");
      all.setOnAction(_ -> wishes.choose(RowChoice.ALL));
      items.addAll(List.of(new SeparatorMenuItem(), all));
    }
    return items;
  }

  /** What can be done with the row of what is selected. */
  private List<MenuItem> selected() {
    Timeline timeline = view.getTimeline();
    ThingRef thing = wishes.selected();
    String title =
        timeline == null || thing == null ? "" : TrackKinds.STANDARD.title(timeline, thing).strip();
    CheckMenuItem related =
        new CheckMenuItem(
            title.isEmpty() ? WORDS.get("rows.related") : WORDS.get("rows.related.to", title));
    related.setId("rows-related");
    related.setSelected(wishes.choice().only() != null);
    related.setDisable(thing == null && wishes.choice().only() == null);
    related.setOnAction(_ -> wishes.toggleRelated());
    CheckMenuItem pin =
        new CheckMenuItem(
            title.isEmpty() ? WORDS.get("rows.pin") : WORDS.get("rows.pin.it", title));
    pin.setId("rows-pin");
    pin.setSelected(thing != null && wishes.choice().pinned().contains(thing));
    pin.setDisable(thing == null || thing instanceof ThingRef.Process);
    pin.setOnAction(_ -> wishes.pin());
    return List.of(related, pin);
  }
}
