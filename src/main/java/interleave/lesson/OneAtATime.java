package interleave.lesson;

import interleave.timeline.LockTrack;
import interleave.timeline.ProgramPhase;
import interleave.timeline.Timeline;
import interleave.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** How fast several threads were that all needed one lock, against one thread alone. */
final class OneAtATime implements Evaluation {
  /** Nobody would call less than that a difference, on a machine that does other things, too. */
  private static final double FASTER = 1.25;

  private static final double SLOWER = 0.8;

  @Override
  public Optional<Reveal> of(Timeline timeline, Words words) {
    List<ProgramPhase> compared =
        timeline.phases().stream()
            .filter(phase -> phase.first() != phase.index())
            .filter(phase -> !Double.isNaN(phase.speedUp(timeline)))
            .toList();
    Optional<ProgramPhase> locked =
        compared.stream().filter(phase -> mostlyLocked(timeline, phase)).reduce((_, last) -> last);
    Optional<ProgramPhase> free =
        compared.stream()
            .filter(phase -> !mostlyLocked(timeline, phase))
            .filter(phase -> phase.end() <= locked.map(ProgramPhase::start).orElse(Long.MIN_VALUE))
            .reduce((_, last) -> last);
    if (locked.isEmpty() || free.isEmpty()) {
      return Optional.empty();
    }
    double times = locked.get().speedUp(timeline);
    String answer = times >= FASTER ? "faster" : times <= SLOWER ? "slower" : "same";
    return Optional.of(
        told(
            answer,
            isNoise(timeline, answer, locked.get()),
            key ->
                words.get(
                    key,
                    locked.get().name(),
                    locked.get().showSpeedUp(timeline),
                    free.get().showSpeedUp(timeline)),
            free.get().speedUp(timeline) < FASTER));
  }

  private static Reveal told(
      String answer, boolean noise, UnaryOperator<String> words, boolean alone) {
    if (noise) {
      return Reveal.open(words.apply("reveal.noisy"));
    }
    boolean slow = alone && answer.equals("same");
    return new Reveal(answer, words.apply("reveal." + (slow ? "alone" : answer)));
  }

  /** Who take turns cannot be faster than one; and a busy machine makes them slower. */
  static boolean isNoise(Timeline timeline, String answer, ProgramPhase turns) {
    return answer.equals("faster")
        || answer.equals("slower") && BusyMachine.disturbed(timeline, turns);
  }

  /** Whether some lock was held for most of that phase. */
  private static boolean mostlyLocked(Timeline timeline, ProgramPhase phase) {
    long half = (phase.end() - phase.start()) / 2;
    for (LockTrack lock : timeline.locks()) {
      if (lock.holds().nanosHeld(phase.start(), phase.end()) > half) {
        return true;
      }
    }
    return false;
  }
}
