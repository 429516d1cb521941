package interleave.view.theme;

import interleave.timeline.ThreadState;
import java.util.List;
import javafx.scene.paint.Color;

/**
 * The colours of LOOK.md for what is painted and not styled, and for what has no fixed colour:
 * processes and threads.
 */
public record Colours(Theme theme) {
  private static final List<String> LIGHT_HUES =
      List.of(
          "#0969da", "#8e63ce", "#0f8a83", "#b4570a", "#bf3989", "#5a7a1a", "#57606a", "#a0522d");
  private static final List<String> DARK_HUES =
      List.of(
          "#4c9aff", "#b18cf0", "#35c4b8", "#f0954a", "#f778ba", "#a5c74b", "#9aa5b1", "#d9956b");

  /** The colour of a process or thread by its index, told apart from its neighbours. */
  public Color hue(int index) {
    List<String> hues = theme.isDark() ? DARK_HUES : LIGHT_HUES;
    return Color.web(hues.get(Math.floorMod(index, hues.size())));
  }

  /** The strong colour of a state. */
  public Color line(ThreadState state) {
    boolean dark = theme.isDark();
    return Color.web(
        switch (state) {
          case RUNNING -> dark ? "#3fb27f" : "#2a9d6e";
          case SLEEPING -> dark ? "#3a4550" : "#c9d3dd";
          case LOCK_WAIT -> dark ? "#ff7a45" : "#d9480f";
          case QUEUE_WAIT -> dark ? "#f0b429" : "#e8a317";
          case JOINING -> dark ? "#4b535c" : "#b9c0c8";
          case IO -> dark ? "#b18cf0" : "#8e63ce";
        });
  }

  /** What lies below a state's pattern. */
  public Color ground(ThreadState state) {
    boolean dark = theme.isDark();
    return switch (state) {
      case LOCK_WAIT -> Color.web(dark ? "#4a2312" : "#ffd8c2");
      case QUEUE_WAIT -> Color.web(dark ? "#4a3a10" : "#fff0c9");
      case JOINING -> Color.web(dark ? "#1c232c" : "#f1f3f6");
      default -> line(state);
    };
  }
}
