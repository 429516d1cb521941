package interleave.lesson;

import interleave.timeline.GilTrack;
import interleave.timeline.ProgramPhase;
import interleave.timeline.Timeline;
import interleave.words.Words;
import java.util.List;
import java.util.Optional;

/** How fast several threads of Python were against one alone, and how fast processes. */
final class InterpretersTurns implements Evaluation {
  private static final double FASTER = 1.25;
  private static final double SLOWER = 0.8;

  @Override
  public Optional<Reveal> of(Timeline timeline, Words words) {
    List<ProgramPhase> compared =
        timeline.phases().stream()
            .filter(phase -> phase.process() == timeline.phases().getFirst().process())
            .filter(phase -> phase.first() != phase.index())
            .filter(phase -> !Double.isNaN(phase.speedUp(timeline)))
            .toList();
    Optional<ProgramPhase> threads =
        compared.stream().filter(phase -> byThreads(timeline, phase)).reduce((_, last) -> last);
    return threads.map(phase -> reveal(timeline, words, compared, phase));
  }

  private static Reveal reveal(
      Timeline timeline, Words words, List<ProgramPhase> compared, ProgramPhase threads) {
    double times = threads.speedUp(timeline);
    String answer = times >= FASTER ? "faster" : times <= SLOWER ? "slower" : "same";
    boolean seen = timeline.gilOf(threads.process()) != null;
    boolean noise = seen && OneAtATime.isNoise(timeline, answer, threads);
    String key = noise ? "noisy" : seen ? answer : answer.equals("faster") ? "free" : "unseen";
    String said = words.get("reveal." + key, threads.name(), threads.showSpeedUp(timeline));
    Optional<ProgramPhase> processes =
        compared.stream().filter(phase -> phase.start() >= threads.end()).reduce((_, last) -> last);
    String told =
        processes
            .map(phase -> words.get("reveal.processes", said, phase.showSpeedUp(timeline)))
            .orElse(said);
    return noise ? Reveal.open(told) : new Reveal(answer, told);
  }

  /** While processes compute, the one that waits for them hardly has its lock. */
  private static boolean byThreads(Timeline timeline, ProgramPhase phase) {
    GilTrack gil = timeline.gilOf(phase.process());
    long half = (phase.end() - phase.start()) / 2;
    return gil == null
        ? phase.name().contains("thread")
        : gil.holds().nanosHeld(phase.start(), phase.end()) > half;
  }
}
