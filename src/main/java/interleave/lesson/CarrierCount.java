package interleave.lesson;

import interleave.timeline.CrowdTrack;
import interleave.timeline.ProgramPhase;
import interleave.timeline.Timeline;
import interleave.timeline.layout.TimeText;
import interleave.words.Words;
import java.util.List;
import java.util.Optional;

/** How many threads of the system it took to run very many virtual threads. */
final class CarrierCount implements Evaluation {
  /** Fewer virtual threads than that for each carrier would not be worth wondering at. */
  private static final int MANY_EACH = 4;

  @Override
  public Optional<Reveal> of(Timeline timeline, Words words) {
    Optional<CrowdTrack> found =
        timeline.crowds().stream()
            .filter(crowd -> crowd.virtual() && !crowd.carriers().isEmpty())
            .findFirst();
    if (found.isEmpty()) {
      return Optional.empty();
    }
    CrowdTrack crowd = found.get();
    int threads = crowd.lanes().size();
    int carriers = crowd.carriers().size();
    String answer =
        carriers == 1 ? "single" : (long) carriers * MANY_EACH <= threads ? "few" : "many";
    String sentence =
        words.get("reveal." + answer, count(threads), count(crowd.most()), count(carriers));
    return Optional.of(new Reveal(answer, sentence + times(timeline, words)));
  }

  /** How long the phases took that did the same work, where there were two. */
  private static String times(Timeline timeline, Words words) {
    List<ProgramPhase> done =
        timeline.phases().stream().filter(phase -> phase.end() != Timeline.OPEN).toList();
    if (done.size() < 2) {
      return "";
    }
    ProgramPhase first = done.getFirst();
    ProgramPhase last = done.getLast();
    return words.get("reveal.times", first.name(), took(first), last.name(), took(last));
  }

  private static String took(ProgramPhase phase) {
    return TimeText.duration(phase.end() - phase.start());
  }

  private static String count(long number) {
    return String.format(java.util.Locale.ROOT, "%,d", number).replace(',', '\u202f');
  }
}
