package interleave.view.timeline;

import interleave.timeline.ThingRef;
import java.util.List;
import javafx.scene.control.MenuItem;
import org.jspecify.annotations.Nullable;

/** What can be done to a thing, for the menu that opens where it is pointed at. */
@FunctionalInterface
public interface ThingActions {
  /**
   * @param thing what was pointed at, null for nothing in particular
   * @param time the moment that was pointed at
   */
  List<MenuItem> of(@Nullable ThingRef thing, long time);
}
