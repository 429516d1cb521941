package interleave.agent.thread;

import interleave.event.Clock;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/**
 * Makes what another factory makes, and records it: the threads that the JDK's executors ask
 * factories for begin in code that is not rewritten.
 */
final class TracedFactory implements ThreadFactory {
  private final ThreadFactory factory;
  private final boolean starts;

  /**
   * Around {@code factory}.
   *
   * @param starts whether whoever asks it for a thread starts that at once
   */
  TracedFactory(ThreadFactory factory, boolean starts) {
    this.factory = factory;
    this.starts = starts;
  }

  @Override
  public @Nullable Thread newThread(@Nullable Runnable task) {
    long began = Clock.now();
    Thread made = factory.newThread(ThreadTask.of(task));
    if (made != null) {
      ThreadHooks.made(made, began, 0, starts);
    }
    return made;
  }
}
