package interleave.timeline.picture;

/** What a figure may have beside its rows and their ruler. */
public enum FigurePart {
  TITLE,
  OVERVIEW,
  PLAYHEAD,
  LEGEND,
  TABLEAU,
  FOOTER
}
