package interleave.exchange.export.share;

import interleave.exchange.export.Excerpt;
import interleave.exchange.export.figure.FigureExport;
import interleave.exchange.export.page.RunTitle;
import interleave.figure.Figure;
import interleave.figure.FigureOptions;
import interleave.figure.Paper;
import interleave.figure.format.FigureFormats;
import interleave.figure.format.SvgThumbnail;
import interleave.timeline.ThreadLane;
import interleave.timeline.layout.Durations;
import interleave.timeline.layout.TimeText;
import interleave.typeface.Typecase;
import interleave.words.Language;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the index says of a run.
 *
 * @param titles in each language
 * @param told the question of its lesson, or by which command it ran
 * @param facts of what size it is
 * @param thumbnail a small picture, as SVG
 */
record SharedRun(
    Map<Language, String> titles,
    Map<Language, String> told,
    Map<Language, List<String>> facts,
    String thumbnail) {
  static final Words WORDS = Words.of("exchange/share");

  /** Twice as wide as it is shown. */
  private static final double WIDTH = 720;

  static SharedRun of(Excerpt what, Typecase type) {
    RunTitle title = new RunTitle(what.manifest());
    Map<Language, String> titles = new EnumMap<>(Language.class);
    Map<Language, String> told = new EnumMap<>(Language.class);
    Map<Language, List<String>> facts = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      String question = title.question(language);
      String called = title.in(language);
      titles.put(language, called.isBlank() ? WORDS.in(language, "untitled") : called);
      told.put(language, question.isEmpty() ? command(what) : question);
      facts.put(language, language.speaking(() -> facts(what)));
    }
    return new SharedRun(titles, told, facts, thumbnail(what, type));
  }

  private static String command(Excerpt what) {
    return String.join(" ", what.manifest().command());
  }

  private static List<String> facts(Excerpt what) {
    List<String> facts = new ArrayList<>();
    String written = what.manifest().language();
    if (written != null && !written.isBlank()) {
      facts.add(written.substring(0, 1).toUpperCase(Locale.ROOT) + written.substring(1));
    }
    int processes = what.timeline().processes().size();
    if (processes > 1) {
      facts.add(WORDS.count("processes", processes));
    }
    long threads =
        what.timeline().lanes().stream()
            .filter(lane -> !lane.service())
            .mapToInt(ThreadLane::index)
            .filter(what.lanes()::has)
            .count();
    facts.add(WORDS.count("threads", threads));
    TimeText.by(what.timeline());
    facts.add(Durations.show(what.range().length()));
    return facts;
  }

  private static String thumbnail(Excerpt what, Typecase type) {
    FigureOptions small = FigureOptions.USUAL.on(Paper.USUAL.wide(WIDTH, Paper.Unit.PX));
    Figure figure =
        new FigureExport(FigureFormats.ALL.getFirst(), small, Optional.empty()).figure(what, type);
    return SvgThumbnail.of(figure);
  }
}
