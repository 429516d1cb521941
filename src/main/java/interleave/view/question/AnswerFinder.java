package interleave.view.question;

import interleave.lesson.Answers;
import interleave.lesson.Reveal;
import interleave.scenario.Scenario;
import interleave.timeline.Timeline;
import interleave.view.session.Frame;
import interleave.view.session.Guess;
import interleave.words.Language;
import java.util.Optional;

/**
 * The answer of the run in sight. To find it costs a walk through the recording, so that it is
 * looked for when the run, the language or the scenario is another, and of a run that goes on only
 * now and then.
 */
public final class AnswerFinder {
  private static final long PAUSE_NS = 500_000_000L;

  private Optional<Key> key = Optional.empty();
  private Optional<Reveal> answer = Optional.empty();
  private long looked;

  private record Key(Scenario scenario, Timeline timeline, Language language) {
    boolean is(Key other) {
      return scenario == other.scenario && timeline == other.timeline && language == other.language;
    }
  }

  /**
   * What is to be told at this frame; empty as long as nothing is, or when the run says nothing.
   */
  Optional<Reveal> of(Frame frame, Scenario scenario, long now) {
    return frame.foretold().stage() == Guess.State.TOLD
        ? untold(frame, scenario, now)
        : Optional.empty();
  }

  /** The same, whether anybody is to be told yet or not. */
  public Optional<Reveal> untold(Frame frame, Scenario scenario, long now) {
    Key wanted = new Key(scenario, frame.timeline(), Language.current());
    boolean same = key.isPresent() && key.get().is(wanted);
    boolean soon = frame.running() && key.isPresent() && now - looked < PAUSE_NS;
    if (!same && !soon) {
      key = Optional.of(wanted);
      looked = now;
      answer = Answers.of(scenario, frame.timeline());
    }
    return answer;
  }
}
