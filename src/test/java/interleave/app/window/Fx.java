package interleave.app.window;

import interleave.view.Patience;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/** The JavaFX thread as a place to ask things of. */
final class Fx {
  private Fx() {}

  static void start() {
    Platform.startup(() -> {});
    Platform.setImplicitExit(false);
  }

  static <T> T get(Callable<T> action) throws Exception {
    CompletableFuture<T> result = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          try {
            result.complete(action.call());
          } catch (Throwable e) { // whoever waits shall hear of it
            result.completeExceptionally(e);
          }
        });
    return result.get(Patience.SECONDS, TimeUnit.SECONDS);
  }

  static void run(Runnable action) throws Exception {
    get(
        () -> {
          action.run();
          return true;
        });
  }

  /** Waits until that many frames were painted. */
  static void frames(int count) throws Exception {
    CompletableFuture<Boolean> painted = new CompletableFuture<>();
    run(
        () ->
            new AnimationTimer() {
              private int seen;

              @Override
              public void handle(long now) {
                if (++seen > count) {
                  stop();
                  painted.complete(true);
                }
              }
            }.start());
    painted.get(Patience.SECONDS, TimeUnit.SECONDS);
  }
}
