package interleave.agent.trace;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.ObjectType;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class NamesTest {
  private static final int THREADS = 2;
  private static final int ROUNDS = 1_000;

  @Test
  void aThingGetsOneNameHoweverManyThreadsMeetItFirst() throws Exception {
    try (var pool = Executors.newFixedThreadPool(THREADS)) {
      for (int round = 1; round <= ROUNDS; round++) {
        String field = "field" + round;
        int site = round;
        Names.hint(site, field);
        Thing thing = new Thing(new Object(), 0, null);
        CountDownLatch ready = new CountDownLatch(THREADS);
        List<Future<?>> named = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
          named.add(
              pool.submit(
                  () -> {
                    ready.countDown();
                    while (ready.getCount() > 0) {
                      Thread.onSpinWait();
                    }
                    Names.improve(thing, ObjectType.LOCK, site);
                  }));
        }
        for (Future<?> each : named) {
          each.get();
        }
        assertThat(Names.counted(field)).isEqualTo(field + "@2");
      }
    }
  }

  @Test
  void aLambdaIsCalledAfterTheClassThatItIsIn() {
    Runnable lambda = () -> {};
    Thing thing = new Thing(lambda, 0, null);
    assertThat(Names.of(thing, lambda, 99_999)).isEqualTo("lambda in NamesTest");
    assertThat(Names.simple("a.b.Outer$Inner$$Lambda/0x0000000096048c38"))
        .isEqualTo("lambda in Inner");
  }
}
