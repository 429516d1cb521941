package interleave.figure;

import interleave.timeline.picture.FigurePart;
import interleave.timeline.range.TimeRange;
import interleave.words.Language;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a figure is wanted; all formats share it.
 *
 * @param range the exact range of time, null for the whole run
 * @param lanes the threads that show, null for all
 * @param parts what it has beside its rows
 * @param language null for the one that is spoken
 * @param order whether arrows say what happens before what; null for as the run is looked at
 */
public record FigureOptions(
    @Nullable TimeRange range,
    @Nullable Set<Integer> lanes,
    Paper paper,
    FigureTheme theme,
    Set<FigurePart> parts,
    Replay replay,
    @Nullable Language language,
    @Nullable Boolean order) {
  /** All of it but a footer, in light colours. */
  public static final FigureOptions USUAL =
      new FigureOptions(
          null,
          null,
          Paper.USUAL,
          FigureTheme.LIGHT,
          EnumSet.complementOf(EnumSet.of(FigurePart.FOOTER)),
          Replay.USUAL,
          null,
          null);

  public FigureOptions {
    lanes = lanes == null ? null : Set.copyOf(lanes);
    parts = Set.copyOf(parts);
  }

  public FigureOptions in(@Nullable TimeRange other) {
    return new FigureOptions(other, lanes, paper, theme, parts, replay, language, order);
  }

  public FigureOptions of(@Nullable Set<Integer> others) {
    return new FigureOptions(range, others, paper, theme, parts, replay, language, order);
  }

  public FigureOptions on(Paper other) {
    return new FigureOptions(range, lanes, other, theme, parts, replay, language, order);
  }

  public FigureOptions in(FigureTheme other) {
    return new FigureOptions(range, lanes, paper, other, parts, replay, language, order);
  }

  public FigureOptions with(Set<FigurePart> others) {
    return new FigureOptions(range, lanes, paper, theme, others, replay, language, order);
  }

  /** With that part, or without it. */
  public FigureOptions with(FigurePart part, boolean there) {
    Set<FigurePart> others = EnumSet.noneOf(FigurePart.class);
    others.addAll(parts);
    if (there) {
      others.add(part);
    } else {
      others.remove(part);
    }
    return with(others);
  }

  public FigureOptions moving(Replay other) {
    return new FigureOptions(range, lanes, paper, theme, parts, other, language, order);
  }

  public FigureOptions in(@Nullable Language other) {
    return new FigureOptions(range, lanes, paper, theme, parts, replay, other, order);
  }

  /** Whether arrows are to say what happens before what. */
  public FigureOptions ordered(@Nullable Boolean arrows) {
    return new FigureOptions(range, lanes, paper, theme, parts, replay, language, arrows);
  }
}
