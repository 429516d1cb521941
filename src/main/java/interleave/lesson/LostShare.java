package interleave.lesson;

import interleave.timeline.Timeline;
import interleave.timeline.VariableTrack;
import interleave.timeline.layout.Durations;
import interleave.words.Words;
import java.util.Optional;

/** How many of the updates of the balance were lost. */
final class LostShare implements Evaluation {
  @Override
  public Optional<Reveal> of(Timeline timeline, Words words) {
    if (timeline.variables().isEmpty() || timeline.variables().getFirst().writes() == 0) {
      return Optional.empty();
    }
    VariableTrack balance = timeline.variables().getFirst();
    long lost = balance.lostUpdates();
    long updates = balance.writes() - given(balance);
    String end = Durations.count((int) balance.bits(balance.size() - 1));
    String all = Durations.count(updates);
    if (updates == 0) {
      return Optional.of(new Reveal("none", words.get("reveal.unseen", end)));
    }
    if (lost == 0) {
      return Optional.of(new Reveal("none", words.get("reveal.none", all, end)));
    }
    String answer = lost * 100 < updates ? "few" : "many";
    String sentence = words.count("reveal.lost", lost, all, end, Durations.count(lost));
    return Optional.of(new Reveal(answer, sentence));
  }

  /** How often it was written before anybody had read it: nobody updates what it does not know. */
  private static long given(VariableTrack balance) {
    int i = 0;
    while (i < balance.size() && balance.write(i)) {
      i++;
    }
    return i;
  }
}
