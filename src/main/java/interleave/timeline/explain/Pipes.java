package interleave.timeline.explain;

import static interleave.timeline.explain.SentenceWords.took;

import interleave.timeline.PipeTrack;
import interleave.timeline.PipeTrack.Transfer;
import interleave.timeline.Spans;
import interleave.timeline.Timeline;
import interleave.timeline.layout.PipeText;
import interleave.words.Words;
import org.jspecify.annotations.Nullable;

/** Sentences about the pipes between a process and its children. */
final class Pipes {
  private static final Words SAYS = Words.of("timeline/pipes");

  private final Timeline timeline;
  private final SentenceWords words;

  Pipes(Timeline timeline) {
    this.timeline = timeline;
    this.words = new SentenceWords(timeline);
  }

  String pipe(PipeTrack pipe) {
    if (PipeText.isBetween(timeline, pipe)) {
      boolean in = pipe.stream() == PipeTrack.Stream.INPUT;
      return SAYS.get(
          in ? "between.INPUT" : "between.OUTPUT",
          timeline.processes().get(pipe.process()).called(),
          timeline.processes().get(pipe.child()).called(),
          PipeText.bytes(pipe.bytes()),
          took(pipe.waitedNs()));
    }
    return SAYS.get(
        "pipe." + pipe.stream(),
        PipeText.child(timeline, pipe),
        pid(pipe),
        PipeText.bytes(pipe.bytes()),
        took(pipe.waitedNs()));
  }

  /** {@code main waited 2.1 s for output of nslookup (pid 4711), until 212 B came.} */
  String span(Spans spans, int i, String who, boolean open) {
    String lasted = words.between(spans.start(i), spans.end(i));
    PipeTrack pipe = timeline.pipes().get(spans.object(i));
    Transfer transfer = open ? null : transfer(pipe, spans, i);
    String key = "open.";
    String bytes = "";
    if (transfer != null) {
      if (transfer.failed()) {
        return SAYS.get("failed", who, lasted, PipeText.child(timeline, pipe), pid(pipe));
      }
      boolean end = transfer.bytes() == 0 && pipe.stream() != PipeTrack.Stream.INPUT;
      key = end ? "end." : "wait.";
      bytes = PipeText.bytes(transfer.bytes());
    }
    return SAYS.get(
        key + pipe.stream(), who, lasted, PipeText.child(timeline, pipe), pid(pipe), bytes);
  }

  private String pid(PipeTrack pipe) {
    return pipe.child() < 0 ? "?" : Long.toString(timeline.processes().get(pipe.child()).pid());
  }

  /** The transfer that the span is; null where it never came to its end. */
  private static @Nullable Transfer transfer(PipeTrack pipe, Spans spans, int i) {
    for (int at = pipe.at(spans.end(i)); at >= 0; at--) {
      Transfer each = pipe.transfer(at);
      if (each.begin() <= spans.start(i) && each.end() >= spans.end(i)) {
        return each;
      }
      if (each.end() < spans.start(i)) {
        return null;
      }
    }
    return null;
  }
}
