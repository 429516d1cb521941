package interleave.app.command;

import interleave.figure.FigureOptions;
import interleave.figure.FigureTheme;
import interleave.figure.PageSize;
import interleave.figure.Paper;
import interleave.figure.Replay;
import interleave.timeline.picture.FigurePart;
import interleave.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a figure is wanted, on the command line. */
final class FigureArguments {
  private static final Words WORDS = Words.of("app");
  private static final Pattern WIDTH = Pattern.compile("([0-9]{1,5}(?:\\.[0-9]{1,3})?) ?(px|mm)?");

  /** No part beside the rows, but arrows over them. */
  private static final String ORDER = "order";

  private static final String[] PARTS =
      Stream.concat(
              Stream.of(FigurePart.values()).map(part -> part.name().toLowerCase(Locale.ROOT)),
              Stream.of(ORDER))
          .toArray(String[]::new);

  @Option(names = "--width", paramLabel = "160mm|1440px", descriptionKey = "figure.width")
  private @Nullable String width;

  @Option(names = "--scale", paramLabel = "1..4", descriptionKey = "figure.scale")
  private @Nullable Integer scale;

  @Option(names = "--theme", paramLabel = "light|dark|grey", descriptionKey = "figure.theme")
  private @Nullable String theme;

  @Option(names = "--with", paramLabel = "PART", split = ",", descriptionKey = "figure.with")
  private List<String> with = List.of();

  @Option(names = "--without", paramLabel = "PART", split = ",", descriptionKey = "figure.without")
  private List<String> without = List.of();

  @Option(names = "--fonts", paramLabel = "embedded|named", descriptionKey = "figure.fonts")
  private @Nullable String fonts;

  @Option(names = "--page", paramLabel = "SIZE", descriptionKey = "figure.page")
  private @Nullable String page;

  @Option(names = "--strips", paramLabel = "N", descriptionKey = "figure.strips")
  private @Nullable Integer strips;

  @Option(names = "--seconds", paramLabel = "S", descriptionKey = "figure.seconds")
  private @Nullable Double seconds;

  @Option(names = "--fps", paramLabel = "N", descriptionKey = "figure.fps")
  private @Nullable Integer fps;

  @Option(names = "--once", descriptionKey = "figure.once")
  private boolean once;

  /** Whether anything of it was given. */
  boolean any() {
    return once
        || !with.isEmpty()
        || !without.isEmpty()
        || Stream.of(width, scale, theme, fonts, page, strips, seconds, fps)
            .anyMatch(each -> each != null);
  }

  /** What was given, over how it usually is. */
  FigureOptions options(FigureOptions usual) {
    FigureOptions options = usual.on(paper(usual.paper())).moving(replay());
    if (theme != null) {
      options = options.in(word("--theme", theme, FigureTheme.values(), FigureTheme::word));
    }
    for (String part : with) {
      options = changed(options, "--with", part, true);
    }
    for (String part : without) {
      options = changed(options, "--without", part, false);
    }
    return options;
  }

  /** Whether nothing was given but that arrows are to say what happens before what, or not to. */
  boolean isOfOrderOnly() {
    boolean others =
        once
            || Stream.of(width, scale, theme, fonts, page, strips, seconds, fps)
                .anyMatch(each -> each != null);
    return !others && Stream.concat(with.stream(), without.stream()).allMatch(ORDER::equals);
  }

  /** Whether arrows are to say what happens before what; null where nothing was given. */
  @Nullable Boolean order() {
    return without.contains(ORDER) ? Boolean.FALSE : with.contains(ORDER) ? Boolean.TRUE : null;
  }

  private static FigureOptions changed(
      FigureOptions options, String option, String text, boolean there) {
    String part = word(option, text, PARTS, Function.identity());
    return part.equals(ORDER)
        ? options.ordered(there)
        : options.with(FigurePart.valueOf(part.toUpperCase(Locale.ROOT)), there);
  }

  private Paper paper(Paper usual) {
    Paper paper = usual;
    if (width != null) {
      Matcher text = WIDTH.matcher(width.strip().toLowerCase(Locale.ROOT));
      if (!text.matches()) {
        throw new UsageException(WORDS.get("usage.width", width));
      }
      Paper.Unit unit = "mm".equals(text.group(2)) ? Paper.Unit.MM : Paper.Unit.PX;
      paper = paper.wide(Double.parseDouble(text.group(1)), unit);
    }
    if (scale != null) {
      paper = paper.scaled(within("--scale", scale, 1, 4));
    }
    if (strips != null) {
      paper = paper.in(within("--strips", strips, 1, 50));
    }
    if (fonts != null) {
      paper = paper.embedding(word("--fonts", fonts, Fonts.values(), Fonts::word).embeds());
    }
    return page == null
        ? paper
        : onPage(paper, word("--page", page, PageSize.values(), PageSize::word));
  }

  /** As wide as the page has room for, where nothing is said. */
  private Paper onPage(Paper paper, PageSize size) {
    double room = size.width() - 2 * PageSize.MARGIN;
    return (width == null && room > 0 ? paper.wide(room, Paper.Unit.MM) : paper).on(size);
  }

  private enum Fonts {
    EMBEDDED,
    NAMED;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    boolean embeds() {
      return this == EMBEDDED;
    }
  }

  private Replay replay() {
    double length = seconds == null ? Replay.USUAL.seconds() : seconds;
    if (!(length >= 0.5 && length <= 120)) {
      throw new UsageException(WORDS.get("usage.between", "--seconds", length, "0.5", "120"));
    }
    int rate = fps == null ? Replay.USUAL.framesPerSecond() : within("--fps", fps, 1, 30);
    return new Replay(length, rate, !once);
  }

  private static int within(String option, int value, int least, int most) {
    if (value < least || value > most) {
      throw new UsageException(
          WORDS.get(
              "usage.between",
              option,
              String.valueOf(value),
              String.valueOf(least),
              String.valueOf(most)));
    }
    return value;
  }

  private static <T> T word(String option, String text, T[] all, Function<T, String> words) {
    return Stream.of(all)
        .filter(each -> words.apply(each).equals(text.strip().toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException(
                    WORDS.get(
                        "usage.one-of",
                        option,
                        text,
                        String.join(", ", Stream.of(all).map(words).toList()))));
  }
}
