package interleave.view.control;

import interleave.timeline.range.Patience;
import java.util.concurrent.CancellationException;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/**
 * Answers questions on threads of its own, one after the other, however often they are asked: a
 * long run has millions of holds. What nobody wants to know any more is given up; what merely went
 * on meanwhile is asked anew now and then.
 *
 * @param <Q> a question, which is equal to what needs no other answer
 * @param <A> an answer
 */
public final class SlowAnswer<Q, A> {
  /** To keep up with a run that goes on takes at most so much of the time. */
  private static final int SELDOM = 10;

  private static final long PAUSE = 500_000_000L;

  private final BiFunction<Q, Patience, A> work;
  private final BiPredicate<Q, Q> alike;
  private final Consumer<A> told;
  private @Nullable Q newest;
  private boolean working;
  private long finished;
  private long took;

  /** The question that is worked at; read by the thread that does. */
  private volatile @Nullable Object wanted;

  /**
   * @param work finds the answer, on any thread
   * @param alike whether two questions differ in no more than that the run went on
   * @param told hears of the answer, on the JavaFX thread
   */
  public SlowAnswer(BiFunction<Q, Patience, A> work, BiPredicate<Q, Q> alike, Consumer<A> told) {
    this.work = work;
    this.alike = alike;
    this.told = told;
  }

  /** Asks, on the JavaFX thread; returns whether the answer is still to come. */
  public boolean ask(Q question) {
    Q before = newest;
    if (question.equals(before)) {
      return working;
    }
    boolean other = before == null || !alike.test(question, before);
    if (working) {
      if (other) {
        forget();
      }
      return other;
    }
    if (!other && System.nanoTime() - finished < Math.max(PAUSE, SELDOM * took)) {
      return false;
    }
    newest = question;
    wanted = question;
    working = true;
    Thread.ofVirtual().name("interleave answer").start(() -> find(question));
    return true;
  }

  /** Gives up; who asks the same again is answered anew. */
  public void forget() {
    wanted = null;
    newest = null;
  }

  private void find(Q question) {
    long began = System.nanoTime();
    A answer = null;
    try {
      answer = work.apply(question, () -> wanted != question);
    } catch (CancellationException e) {
      // Something else is wanted.
    } finally {
      A found = answer;
      Platform.runLater(() -> found(question, found, System.nanoTime() - began));
    }
  }

  private void found(Q question, @Nullable A answer, long ns) {
    working = false;
    finished = System.nanoTime();
    took = ns;
    if (answer != null && wanted == question) {
      told.accept(answer);
    }
  }
}
