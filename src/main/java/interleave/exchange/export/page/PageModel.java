package interleave.exchange.export.page;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import interleave.exchange.export.Excerpt;
import interleave.figure.FigureRun;
import interleave.figure.FigureSubject;
import interleave.file.Manifest;
import interleave.file.Progress;
import interleave.file.Stages;
import interleave.timeline.ThingRef;
import interleave.timeline.ThreadState;
import interleave.timeline.Timeline;
import interleave.timeline.draw.Role;
import interleave.timeline.explain.Explanation;
import interleave.timeline.layout.Durations;
import interleave.timeline.layout.Folds;
import interleave.timeline.layout.Lanes;
import interleave.timeline.layout.StateKey;
import interleave.timeline.layout.TimeText;
import interleave.timeline.picture.InitialPlayhead;
import interleave.timeline.picture.StartBreak;
import interleave.timeline.range.TimeRange;
import interleave.words.Language;
import interleave.words.Words;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A run as the page reads it: a head in JSON, then the numbers of each row and of the links. */
final class PageModel {
  private static final Words PAGE = Words.of("exchange/page");
  private static final Words STATES = Words.of("timeline/events");
  private static final Words EXPORT = Words.of("exchange/export");

  /** To gather what stands there takes so much of the whole; then what is said of it is written. */
  private static final double FILLED = 0.4;

  private static final int TOLD_EVERY = 1 << 8;

  private final Excerpt what;
  private final Progress writing;
  private final long total;
  private long done;
  private final PageRows rows;
  private final PageThings links;
  private final PageSentences sentences;

  /**
   * @param order whether links say what happens before what; null for as the run's lesson has it
   */
  PageModel(Excerpt what, Progress progress, @Nullable Boolean order) {
    this.what = what;
    Stages stages = new Stages(progress);
    rows = new PageRows(what, stages.upTo(FILLED));
    rows.fill();
    links = new PageLinks(rows, what, order).all();
    List<PageThings> all = new ArrayList<>(rows.rows.stream().map(PageRow::things).toList());
    all.add(links);
    total = Math.max(1, all.stream().mapToLong(PageThings::size).sum());
    writing = stages.upTo(1);
    sentences = new PageSentences(what.timeline(), all);
  }

  /** All of it, as letters. */
  String letters() throws IOException {
    Packed body = new Packed();
    List<Integer> said = new ArrayList<>();
    for (PageRow row : rows.rows) {
      said.add(sentences.always(subject(row.ref())));
      things(body, row.things());
    }
    things(body, links);
    Packed all = new Packed();
    all.text(head(said));
    all.append(body);
    return all.letters();
  }

  /** What a row is about, as it is explained. */
  private ThingRef subject(ThingRef row) {
    return row instanceof ThingRef.Local(int track, long _)
        ? new ThingRef.Lane(what.timeline().locals().get(track).lane())
        : row;
  }

  private void things(Packed body, PageThings things) {
    body.things(things);
    for (int i = 0; i < things.size(); i++) {
      if (done++ % TOLD_EVERY == 0) {
        Progress.check(writing, done, total);
      }
      body.number(sentences.number(things.ref(i), things.length(i)));
    }
  }

  private String head(List<Integer> said) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.writeStartObject();
      run(json);
      json.writeObjectFieldStart("words");
      for (Language language : Language.values()) {
        json.writeObjectFieldStart(language.tag());
        words(json, language);
        json.writeEndObject();
      }
      json.writeEndObject();
      rows(json, said);
      json.writeNumberField("links", links.size());
      looks(json);
      json.writeObjectFieldStart("texts");
      for (Language language : Language.values()) {
        texts(json, language.tag(), rows.texts.in(language));
      }
      json.writeEndObject();
      json.writeObjectFieldStart("sentences");
      for (Language language : Language.values()) {
        texts(json, language.tag(), sentences.in(language));
      }
      json.writeEndObject();
      sources(json);
      PageFunctions.write(what, json);
      json.writeEndObject();
    }
    return text.toString();
  }

  private void run(JsonGenerator json) throws IOException {
    TimeRange range = what.range();
    long last = what.end(range.to());
    long begin = StartBreak.of(what.timeline(), Folds.NONE).to();
    Manifest manifest = what.manifest();
    RunTitle title = new RunTitle(manifest);
    json.writeObjectFieldStart("titles");
    for (Language language : Language.values()) {
      json.writeStringField(language.tag(), title.in(language));
    }
    json.writeEndObject();
    json.writeObjectFieldStart("questions");
    for (Language language : Language.values()) {
      json.writeStringField(language.tag(), title.question(language));
    }
    json.writeEndObject();
    FigureSubject subject = FigureRun.subject(what.timeline(), manifest);
    json.writeObjectFieldStart("facts");
    for (Language language : Language.values()) {
      texts(json, language.tag(), language.speaking(() -> subject.caption().get().footer()));
    }
    json.writeEndObject();
    json.writeStringField("language", Language.current().tag());
    json.writeNumberField("from", what.told(range.from()));
    json.writeNumberField("to", what.told(last));
    json.writeNumberField("view", what.told(Math.clamp(begin, range.from(), last)));
    json.writeNumberField("playhead", what.told(playhead()));
    json.writeNumberField("step", what.timeline().countsSteps() ? TimeText.STEP : 0);
  }

  /** Where a still picture tells most, within what leaves. */
  private long playhead() {
    long telling = InitialPlayhead.of(what.timeline());
    return Math.clamp(telling, what.range().from(), what.end(what.range().to()));
  }

  private void words(JsonGenerator json, Language language) throws IOException {
    TimeText.by(what.timeline());
    for (String key : PAGE.keys(language)) {
      json.writeStringField(key, PAGE.in(language, key));
    }
    for (ThreadState state : ThreadState.values()) {
      json.writeStringField(
          "look." + state, STATES.in(language, "state." + StateKey.of(state, true)));
    }
    for (Timeline.Arrow.Kind kind : Timeline.Arrow.Kind.values()) {
      json.writeStringField("arrow." + (kind.ordinal() + 1), EXPORT.in(language, "arrow." + kind));
    }
    texts(json, "notes", language.speaking(() -> notes(language)));
  }

  /** What the page does not show, and what is wrong with the recording. */
  private List<String> notes(Language language) {
    Timeline timeline = what.timeline();
    List<String> notes = new ArrayList<>();
    String standstill = Explanation.standstill(timeline);
    if (!standstill.isEmpty()) {
      notes.add(standstill);
    }
    notes.addAll(timeline.problems());
    if (!what.isWhole()) {
      notes.add(PAGE.in(language, "note.part", Durations.show(what.range().length())));
    }
    if (rows.service() > 0) {
      notes.add(PAGE.count("note.service", rows.service()));
    }
    if (rows.isFull()) {
      notes.add(PAGE.in(language, "note.full", PageRows.MOST_THINGS, PageRows.MOST_ROWS));
    }
    if (!sentences.isAll()) {
      notes.add(PAGE.in(language, "note.sentences", PageSentences.MOST));
    }
    if (rows.writtenAccesses() < rows.accesses()) {
      String all = Durations.count(rows.accesses());
      notes.add(PAGE.in(language, "note.accesses", all, Durations.count(rows.writtenAccesses())));
    }
    return notes;
  }

  private void rows(JsonGenerator json, List<Integer> said) throws IOException {
    json.writeArrayFieldStart("rows");
    for (int i = 0; i < rows.rows.size(); i++) {
      PageRow row = rows.rows.get(i);
      json.writeStartObject();
      json.writeStringField("kind", row.kind());
      json.writeNumberField("name", row.name());
      if (row.ref() instanceof ThingRef.Lane(int lane)) {
        json.writeStringField("who", Lanes.brief(what.timeline(), lane));
      }
      json.writeNumberField("process", row.process());
      json.writeNumberField("shade", row.hue() < 0 ? -1 : shade(row.hue()));
      json.writeNumberField("depth", row.depth());
      json.writeNumberField("folder", row.folder());
      json.writeBooleanField("folded", row.folded());
      json.writeNumberField("said", said.get(i));
      json.writeNumberField("size", row.things().size());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static int shade(int hue) {
    return Role.thread(hue).ordinal() - Role.THREAD_0.ordinal();
  }

  private static void looks(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("looks");
    for (ThreadState state : ThreadState.values()) {
      json.writeString(state.name());
    }
    for (Look look : Look.values()) {
      json.writeString(look.name());
    }
    json.writeEndArray();
  }

  private static void texts(JsonGenerator json, String field, List<String> texts)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }

  private void sources(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("sites");
    for (PageSites.Place place : rows.sites.places()) {
      json.writeStartArray();
      json.writeNumber(place.file());
      json.writeNumber(place.line());
      json.writeString(place.function());
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("files");
    for (PageSites.File file : rows.sites.files()) {
      json.writeStartArray();
      json.writeString(file.name());
      json.writeString(file.text());
      json.writeEndArray();
    }
    json.writeEndArray();
  }
}
