package interleave.timeline.picture;

import java.util.List;

/**
 * What stands above and below a figure.
 *
 * @param parameters as chips below the subtitle
 * @param footer lines in small letters at the bottom: where and when it ran
 */
public record FigureCaption(
    String title, String subtitle, List<String> parameters, List<String> footer) {
  public static final FigureCaption NONE = new FigureCaption("", "", List.of(), List.of());

  public FigureCaption {
    parameters = List.copyOf(parameters);
    footer = List.copyOf(footer);
  }
}
