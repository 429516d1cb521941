package foreign;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import kotlin.Unit;
import kotlin.coroutines.EmptyCoroutineContext;
import kotlinx.coroutines.BuildersKt;
import kotlinx.coroutines.CoroutineStart;
import kotlinx.coroutines.Dispatchers;
import kotlinx.coroutines.GlobalScope;
import kotlinx.coroutines.Job;

/** Kotlin's coroutines on Kotlin's schedulers. */
public final class Coroutines {
  public static void main(String[] args) throws Exception {
    AtomicInteger sum = new AtomicInteger();
    List<Job> jobs = new ArrayList<>();
    for (int i = 1; i <= 300; i++) {
      int value = i;
      jobs.add(
          BuildersKt.launch(
              GlobalScope.INSTANCE,
              value % 2 == 0 ? Dispatchers.getDefault() : Dispatchers.getIO(),
              CoroutineStart.DEFAULT,
              (scope, next) -> {
                sum.addAndGet(value);
                return Unit.INSTANCE;
              }));
    }
    BuildersKt.runBlocking(
        EmptyCoroutineContext.INSTANCE,
        (scope, next) -> {
          for (Job each : jobs) {
            while (!each.isCompleted()) {
              Thread.onSpinWait();
            }
          }
          return Unit.INSTANCE;
        });
    System.out.println(sum + " " + jobs.stream().filter(Job::isCompleted).count());
  }
}
