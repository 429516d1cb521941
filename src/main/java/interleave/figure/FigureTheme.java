package interleave.figure;

import interleave.timeline.draw.Palette;
import java.util.Locale;

/** The colours of a figure. */
public enum FigureTheme {
  LIGHT(Palette.LIGHT),
  DARK(Palette.DARK),
  /** For paper without colours. */
  GREY(Palette.GREY);

  private final Palette palette;

  FigureTheme(Palette palette) {
    this.palette = palette;
  }

  public Palette palette() {
    return palette;
  }

  /** As on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
