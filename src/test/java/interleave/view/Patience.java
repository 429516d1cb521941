package interleave.view;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.testfx.util.WaitForAsyncUtils;

/**
 * How long tests of windows wait for what has to come. It only keeps them from standing for ever:
 * where the machine is busy a frame may take a second, and nothing is wrong.
 */
public final class Patience {
  public static final int SECONDS = 90;

  private Patience() {}

  /**
   * Waits until that holds. What is asked for on the way may not be there yet, or change while it
   * is looked at, since the JavaFX thread goes on: then it is looked at again.
   */
  public static void waitFor(Callable<Boolean> wanted) throws TimeoutException {
    Exception[] last = new Exception[1];
    try {
      WaitForAsyncUtils.waitFor(SECONDS, TimeUnit.SECONDS, () -> holds(wanted, last));
    } catch (TimeoutException e) {
      if (last[0] != null) {
        e.addSuppressed(last[0]);
      }
      throw e;
    }
  }

  private static boolean holds(Callable<Boolean> wanted, Exception[] last)
      throws InterruptedException {
    try {
      last[0] = null;
      return wanted.call();
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      last[0] = e;
      return false;
    }
  }
}
