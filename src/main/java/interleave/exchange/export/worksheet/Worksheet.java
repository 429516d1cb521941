package interleave.exchange.export.worksheet;

import interleave.exchange.export.Excerpt;
import interleave.exchange.export.KeptSource;
import interleave.figure.Figure;
import interleave.file.Manifest;
import interleave.lesson.Answers;
import interleave.lesson.Reveal;
import interleave.scenario.Catalogue;
import interleave.scenario.ProgramLanguage;
import interleave.scenario.Question;
import interleave.scenario.Scenario;
import interleave.timeline.Site;
import interleave.timeline.Timeline;
import interleave.timeline.layout.TimeText;
import interleave.timeline.picture.FigureCaption;
import interleave.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What stands on a worksheet, in the language of its figure.
 *
 * @param figure the run; its options say in which colours
 * @param choices what may be ticked; none where the run has no question of its own
 * @param listings its sources
 * @param right the choice that the run makes right, -1 where there is none
 * @param sentence why, with what was measured; or why there is no answer
 * @param missing what such a run does not have, as sentences
 */
record Worksheet(
    Figure figure,
    FigureCaption caption,
    String question,
    List<String> choices,
    List<Listing> listings,
    int right,
    String sentence,
    List<String> missing) {
  static final Words WORDS = Words.of("exchange/worksheet");

  Worksheet {
    choices = List.copyOf(choices);
    listings = List.copyOf(listings);
    missing = List.copyOf(missing);
  }

  static Worksheet of(Excerpt what, Figure figure) {
    return figure.language().speaking(() -> made(what, figure));
  }

  private static Worksheet made(Excerpt what, Figure figure) {
    TimeText.by(what.timeline());
    return lesson(what.manifest())
        .map(each -> ofLesson(what.timeline(), language(what.manifest()), each, figure))
        .orElseGet(() -> ofAnother(what, figure));
  }

  /** That which asks, and has an answer; empty where such a run is of none. */
  static Optional<Scenario> lesson(Manifest manifest) {
    String id = manifest.scenario();
    Optional<Scenario> scenario = id == null ? Optional.empty() : Catalogue.find(id);
    return scenario.filter(each -> each.question().isAsked());
  }

  private static ProgramLanguage language(Manifest manifest) {
    return ProgramLanguage.PYTHON.id().equals(manifest.language())
        ? ProgramLanguage.PYTHON
        : ProgramLanguage.JAVA;
  }

  private static Worksheet ofLesson(
      Timeline timeline, ProgramLanguage language, Scenario scenario, Figure figure) {
    Question question = scenario.question(language);
    Optional<Reveal> reveal = Answers.of(scenario, timeline);
    Listing source =
        Listing.of(
            scenario.sourceFile(language),
            scenario.source(language),
            matter(timeline, scenario.sourceFile(language)));
    return new Worksheet(
        figure,
        figure.caption(),
        question.text(),
        question.answers().stream().map(question::answer).toList(),
        List.of(source),
        reveal.map(each -> question.answers().indexOf(each.answer())).orElse(-1),
        reveal.map(Reveal::sentence).orElseGet(() -> WORDS.get("no-answer.early")),
        List.of());
  }

  private static Worksheet ofAnother(Excerpt what, Figure figure) {
    List<Listing> listings =
        what.origin().sources().stream()
            .map(each -> Listing.of(each.file(), each.text(), matter(what.timeline(), each)))
            .toList();
    return new Worksheet(
        figure,
        figure.caption(),
        WORDS.get("question.own"),
        List.of(),
        listings,
        -1,
        WORDS.get("no-answer.own"),
        listings.isEmpty() ? List.of(WORDS.get("no-source")) : List.of());
  }

  private static Set<Integer> matter(Timeline timeline, KeptSource source) {
    return lines(timeline, site -> site.file().equals(source.name()));
  }

  /** A lesson's program in Python lies in a folder that its events name. */
  private static Set<Integer> matter(Timeline timeline, String file) {
    return lines(timeline, site -> site.simpleFile().equals(file));
  }

  private static Set<Integer> lines(
      Timeline timeline, java.util.function.Predicate<Site> inSource) {
    return timeline.sites().stream().filter(inSource).map(Site::line).collect(Collectors.toSet());
  }

  /** The title, of which every run has some. */
  String title() {
    return caption.title().isBlank() ? WORDS.get("worksheet") : caption.title();
  }
}
