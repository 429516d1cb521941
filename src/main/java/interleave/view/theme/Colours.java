package interleave.view.theme;

import interleave.timeline.ThreadState;
import interleave.timeline.draw.Palette;
import interleave.timeline.draw.Role;
import javafx.scene.paint.Color;

/**
 * The colours of LOOK.md for what is painted and not styled, and for what has no fixed colour:
 * processes and threads.
 */
public record Colours(Theme theme) {
  /** The colour of a thread by {@code Timeline.hue}, of a process by its index, as there. */
  public Color hue(int index) {
    return of(Role.thread(index));
  }

  /** What is written on that colour. */
  public Color onHue(int index) {
    return of(Role.onThread(index));
  }

  /** What stands out without being good or bad. */
  public Color accent() {
    return of(Role.ACCENT);
  }

  private Color of(Role role) {
    Palette palette = theme.isDark() ? Palette.DARK : Palette.LIGHT;
    int rgb = palette.colour(role);
    return Color.rgb(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
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
          case SYNC_WAIT -> dark ? "#3bc9db" : "#0b7285";
          case IO -> dark ? "#b18cf0" : "#8e63ce";
          case READY -> dark ? "#2c7d5b" : "#66bb95";
          case UNTRACED_WAIT -> dark ? "#a79bc9" : "#7a6f9b";
          case NOT_TOLD -> dark ? "#2b333c" : "#dfe4e9";
        });
  }

  /** What lies below a state's pattern. */
  public Color ground(ThreadState state) {
    boolean dark = theme.isDark();
    return switch (state) {
      case LOCK_WAIT -> Color.web(dark ? "#4a2312" : "#ffd8c2");
      case QUEUE_WAIT -> Color.web(dark ? "#4a3a10" : "#fff0c9");
      case JOINING -> Color.web(dark ? "#1c232c" : "#f1f3f6");
      case SYNC_WAIT -> Color.web(dark ? "#0d3b45" : "#d3f3f8");
      case READY -> Color.web(dark ? "#12291f" : "#eaf6f0");
      case UNTRACED_WAIT -> Color.web(dark ? "#272336" : "#efecf6");
      case RUNNING, SLEEPING, IO, NOT_TOLD -> line(state);
    };
  }
}
