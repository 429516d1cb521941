package interleave.agent.thread;

import interleave.agent.trace.Lane;
import org.jspecify.annotations.Nullable;

/**
 * What a thread of the program runs, and around it the thread's beginning and end. {@code Rewriter}
 * hides {@link #run} from stack traces when this class is loaded.
 */
public final class ThreadTask implements Runnable {
  /** The one made for a thread that is being constructed. */
  static final Lane.Slot<ThreadTask> PENDING = Lane.slot();

  private final Runnable task;

  /** The thread this was made for; 0 while it is not known. */
  private volatile long thread;

  private ThreadTask(Runnable task) {
    this.task = task;
  }

  /** Around {@code task} where there is one, in place of it as an argument. */
  public static @Nullable Runnable around(@Nullable Runnable task) {
    if (task == null) {
      return null;
    }
    try {
      ThreadTask made = new ThreadTask(task);
      Lane.current().put(PENDING, made);
      return made;
    } catch (Throwable e) {
      return task;
    }
  }

  /** As {@link #around}, for a thread whose making is not rewritten. */
  static @Nullable Runnable of(@Nullable Runnable task) {
    return task == null ? null : new ThreadTask(task);
  }

  void belongsTo(Thread of) {
    thread = of.threadId();
  }

  @Override
  public void run() {
    boolean life = thread == 0 || thread == Thread.currentThread().threadId();
    long token = life ? ThreadHooks.bodyBegin(task) : 0;
    try {
      task.run();
    } catch (Throwable e) {
      ThreadHooks.bodyFailed(e, token);
      throw e;
    }
    ThreadHooks.bodyEnd(token);
  }
}
