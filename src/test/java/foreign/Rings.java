package foreign;

import com.lmax.disruptor.BlockingWaitStrategy;
import com.lmax.disruptor.EventHandler;
import com.lmax.disruptor.dsl.Disruptor;
import com.lmax.disruptor.dsl.ProducerType;
import com.lmax.disruptor.util.DaemonThreadFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jctools.queues.MpmcArrayQueue;
import org.jctools.queues.MpscLinkedQueue;

/** A Disruptor's ring, and lock-free queues of JCTools. */
public final class Rings {
  private static final int EVENTS = 20_000;

  private static final class Cell {
    long value;
  }

  public static void main(String[] args) throws Exception {
    System.out.println("disruptor " + disruptor());
    System.out.println("jctools " + queues());
  }

  private static long disruptor() throws Exception {
    AtomicLong sum = new AtomicLong();
    Disruptor<Cell> disruptor =
        new Disruptor<>(
            Cell::new,
            256,
            DaemonThreadFactory.INSTANCE,
            ProducerType.MULTI,
            new BlockingWaitStrategy());
    EventHandler<Cell> add = (cell, sequence, last) -> sum.addAndGet(cell.value);
    EventHandler<Cell> negate = (cell, sequence, last) -> cell.value = -cell.value;
    disruptor.handleEventsWith(add, add).then(negate).then(add);
    disruptor.start();
    List<Thread> producers = new ArrayList<>();
    for (int p = 0; p < 2; p++) {
      Thread producer =
          new Thread(
              () -> {
                for (int i = 1; i <= EVENTS; i++) {
                  disruptor.publishEvent((cell, sequence, value) -> cell.value = value, (long) i);
                }
              });
      producers.add(producer);
      producer.start();
    }
    for (Thread each : producers) {
      each.join();
    }
    disruptor.shutdown();
    return sum.get();
  }

  private static long queues() throws Exception {
    MpmcArrayQueue<Long> work = new MpmcArrayQueue<>(64);
    MpscLinkedQueue<Long> done = new MpscLinkedQueue<>();
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < 2; t++) {
      threads.add(Thread.startVirtualThread(() -> fill(work)));
      threads.add(Thread.startVirtualThread(() -> move(work, done)));
    }
    for (Thread each : threads) {
      each.join();
    }
    long sum = 0;
    for (Long each = done.poll(); each != null; each = done.poll()) {
      sum += each;
    }
    return sum;
  }

  private static void fill(MpmcArrayQueue<Long> work) {
    for (long i = 1; i <= EVENTS; i++) {
      while (!work.offer(i)) {
        Thread.yield();
      }
    }
  }

  private static void move(MpmcArrayQueue<Long> work, MpscLinkedQueue<Long> done) {
    for (int i = 0; i < EVENTS; i++) {
      Long each = work.poll();
      while (each == null) {
        Thread.yield();
        each = work.poll();
      }
      done.offer(each);
    }
  }
}
