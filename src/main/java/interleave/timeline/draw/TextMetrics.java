package interleave.timeline.draw;

/** How wide words are. The toolkit knows it of real fonts; a drawing only asks. */
@FunctionalInterface
public interface TextMetrics {
  double width(Face face, String text);

  /** Every letter equally wide: what a drawing without a toolkit is made with. */
  static TextMetrics even() {
    return (face, text) ->
        text.codePointCount(0, text.length())
            * face.size()
            * (face.family() == Face.Family.CODE ? 0.6 : face.strong() ? 0.58 : 0.55);
  }

  /**
   * {@code text}, or as much of it as fits with an ellipsis, or nothing when not even that fits.
   */
  default String fitted(Face face, String text, double width) {
    if (width(face, text) <= width) {
      return text;
    }
    int low = 0;
    int high = text.length();
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (width(face, text.substring(0, middle) + "…") <= width) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    if (low > 0 && Character.isHighSurrogate(text.charAt(low - 1))) {
      low--;
    }
    return low == 0 ? "" : text.substring(0, low).stripTrailing() + "…";
  }
}
