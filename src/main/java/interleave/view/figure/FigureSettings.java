package interleave.view.figure;

import interleave.figure.FigureOptions;
import interleave.figure.FigureTheme;
import interleave.figure.PageSize;
import interleave.figure.Paper;
import interleave.figure.Replay;
import interleave.timeline.picture.FigurePart;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How figures were wished the last time, as one line of text. What is damaged in it is as usual.
 *
 * @param suffix of the format
 */
public record FigureSettings(String suffix, FigureOptions options) {
  public static final FigureSettings USUAL = new FigureSettings(".png", FigureOptions.USUAL);

  public String text() {
    Paper paper = options.paper();
    Replay replay = options.replay();
    StringBuilder parts = new StringBuilder();
    for (FigurePart part : FigurePart.values()) {
      parts.append(options.parts().contains(part) ? (parts.isEmpty() ? "" : ",") + part : "");
    }
    return String.join(
        " ",
        "format=" + suffix,
        "width=" + paper.width(),
        "unit=" + paper.unit(),
        "scale=" + paper.scale(),
        "fonts=" + paper.embedsFonts(),
        "page=" + paper.page(),
        "strips=" + paper.strips(),
        "theme=" + options.theme(),
        "parts=" + parts,
        "seconds=" + replay.seconds(),
        "fps=" + replay.framesPerSecond(),
        "loop=" + replay.loop());
  }

  public static FigureSettings of(String text) {
    Map<String, String> values = new HashMap<>();
    for (String word : text.strip().split("\\s+")) {
      int equals = word.indexOf('=');
      if (equals > 0) {
        values.put(word.substring(0, equals), word.substring(equals + 1));
      }
    }
    try {
      return new FigureSettings(values.getOrDefault("format", ".png"), options(values));
    } catch (IllegalArgumentException e) {
      return USUAL;
    }
  }

  private static FigureOptions options(Map<String, String> values) {
    Paper usual = Paper.USUAL;
    Replay moving = Replay.USUAL;
    Paper paper =
        new Paper(
            Double.parseDouble(values.getOrDefault("width", "" + usual.width())),
            Paper.Unit.valueOf(values.getOrDefault("unit", "" + usual.unit())),
            Integer.parseInt(values.getOrDefault("scale", "" + usual.scale())),
            Boolean.parseBoolean(values.getOrDefault("fonts", "true")),
            PageSize.valueOf(values.getOrDefault("page", "" + usual.page())),
            Integer.parseInt(values.getOrDefault("strips", "1")));
    Replay replay =
        new Replay(
            Double.parseDouble(values.getOrDefault("seconds", "" + moving.seconds())),
            Integer.parseInt(values.getOrDefault("fps", "" + moving.framesPerSecond())),
            Boolean.parseBoolean(values.getOrDefault("loop", "true")));
    String theme = values.getOrDefault("theme", "LIGHT").toUpperCase(Locale.ROOT);
    FigureOptions options =
        FigureOptions.USUAL.on(paper).moving(replay).in(FigureTheme.valueOf(theme));
    String parts = values.get("parts");
    return parts == null ? options : options.with(parts(parts));
  }

  private static Set<FigurePart> parts(String words) {
    Set<FigurePart> parts = EnumSet.noneOf(FigurePart.class);
    for (String word : words.split(",")) {
      if (!word.isEmpty()) {
        parts.add(FigurePart.valueOf(word));
      }
    }
    return parts;
  }
}
