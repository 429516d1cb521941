package foreign;

import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.schedulers.Schedulers;
import java.time.Duration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Flows of RxJava and Reactor over their schedulers. */
public final class Streams {
  public static void main(String[] args) {
    System.out.println(
        Flowable.range(1, 1000)
            .parallel(3)
            .runOn(Schedulers.computation())
            .map(i -> i * 2L)
            .sequential()
            .observeOn(Schedulers.io(), false, 16)
            .reduce(0L, Long::sum)
            .blockingGet());
    System.out.println(
        Flux.range(1, 200)
            .flatMap(
                i ->
                    Mono.fromCallable(() -> (long) i * i)
                        .subscribeOn(reactor.core.scheduler.Schedulers.boundedElastic()),
                8)
            .delaySequence(Duration.ofMillis(5))
            .publishOn(reactor.core.scheduler.Schedulers.parallel())
            .reduce(Long::sum)
            .block());
    try {
      Flux.just(1, 0).map(i -> 1 / i).blockLast();
    } catch (ArithmeticException e) {
      System.out.println(e.getMessage());
    }
    Schedulers.shutdown();
    reactor.core.scheduler.Schedulers.shutdownNow();
  }
}
