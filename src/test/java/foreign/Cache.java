package foreign;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListeningExecutorService;
import com.google.common.util.concurrent.MoreExecutors;
import com.google.common.util.concurrent.RateLimiter;
import com.google.common.util.concurrent.Striped;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.stream.IntStream;

/** A Caffeine cache, filled and evicted by many threads, and Guava's futures and striped locks. */
public final class Cache {
  public static void main(String[] args) throws Exception {
    AtomicInteger loads = new AtomicInteger();
    LoadingCache<Integer, String> cache =
        Caffeine.newBuilder()
            .maximumSize(500)
            .expireAfterWrite(1, TimeUnit.HOURS)
            .recordStats()
            .build(
                key -> {
                  loads.incrementAndGet();
                  return "value " + key;
                });
    Striped<Lock> stripes = Striped.lock(8);
    int[] counts = new int[8];
    ListeningExecutorService pool =
        MoreExecutors.listeningDecorator(Executors.newFixedThreadPool(4));
    var tasks =
        IntStream.range(0, 2000)
            .mapToObj(
                i ->
                    pool.submit(
                        () -> {
                          Lock stripe = stripes.get(i % 8);
                          stripe.lock();
                          try {
                            counts[i % 8]++;
                          } finally {
                            stripe.unlock();
                          }
                          return cache.get(i % 100).length();
                        }))
            .toList();
    int length = Futures.allAsList(tasks).get().stream().mapToInt(Integer::intValue).sum();
    RateLimiter.create(1000).acquire(2);
    pool.shutdown();
    System.out.println(loads + " loaded, " + length + " characters");
    System.out.println(List.of(counts[0], IntStream.of(counts).sum()));
    System.out.println(cache.stats().requestCount());
  }
}
