package interleave.process;

import interleave.event.Recorder;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.AsynchronousCloseException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Lets this process end without delay. A JVM that is about to end gives threads that are inside a
 * system call, as one that waits at a socket is, 0.3 s to come out of it. So when the end begins,
 * what such threads wait for is closed.
 */
final class FastExit {
  /**
   * Long enough for the end to come; a program's own shutdown hook that waits at a queue is not
   * held for ever.
   */
  private static final long LAST_WAIT = 2_000_000_000;

  private static final Set<Closeable> WAITED_FOR = ConcurrentHashMap.newKeySet();
  private static final Thread NO_HOOK = new Thread("no hook");
  private static volatile boolean begun;

  static {
    Thread hook =
        new Thread("departure") {
          @Override
          public void run() {
            begun = true;
            for (Closeable waitedFor : WAITED_FOR) {
              close(waitedFor);
            }
          }
        };
    Recorder.current().service(hook);
    try {
      Runtime.getRuntime().addShutdownHook(hook);
    } catch (IllegalStateException e) {
      // the end has begun already
    }
  }

  private FastExit() {}

  /**
   * A thread is going to wait for something that closing would end. A shutdown hook of the
   * program's is left alone: what it waits for, it shall get.
   */
  static void waitingFor(Closeable waitedFor) {
    if (!isOfTheEnd()) {
      WAITED_FOR.add(waitedFor);
    }
  }

  /**
   * Whether the JVM has begun to end, which it says only to somebody who would change its hooks.
   */
  private static boolean isOfTheEnd() {
    try {
      Runtime.getRuntime().removeShutdownHook(NO_HOOK);
      return false;
    } catch (IllegalStateException e) {
      return true;
    }
  }

  static void notWaitingFor(Closeable waitedFor) {
    WAITED_FOR.remove(waitedFor);
  }

  static boolean hasBegun() {
    return begun;
  }

  /**
   * Where this process ends, the thread that waited does not go on, as it would not have without
   * us.
   */
  static void hold(IOException thrown) {
    if (begun && thrown instanceof AsynchronousCloseException) {
      long end = System.nanoTime() + LAST_WAIT;
      while (end - System.nanoTime() > 0) {
        LockSupport.parkNanos(end - System.nanoTime());
      }
    }
  }

  private static void close(Closeable waitedFor) {
    try {
      waitedFor.close();
    } catch (IOException e) {
      // it is closed then
    }
  }
}
