import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Phaser;
import java.util.concurrent.RecursiveTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/** A little of each kind of thing that is recorded of a Java program, one after the other. */
public class EachKind {
  static final ReentrantLock till = new ReentrantLock();
  static final Condition paid = till.newCondition();
  static final Object counter = new Object();
  static final ReentrantReadWriteLock prices = new ReentrantReadWriteLock();
  static final StampedLock map = new StampedLock();
  static final Semaphore seats = new Semaphore(2);
  static final BlockingQueue<String> orders = new ArrayBlockingQueue<>(2);
  static final BlockingQueue<String> returns = new LinkedBlockingQueue<>();
  static final ThreadLocal<String> waiter = new ThreadLocal<>();
  static final ScopedValue<String> guest = ScopedValue.newInstance();
  static int sold;
  static boolean bell;

  public static void main(String[] args) throws Exception {
    if (args.length > 0) {
      till.lock();
      till.unlock();
      System.out.println("in the " + args[0]);
      return;
    }
    locks();
    monitors();
    readers();
    meetings();
    queues();
    lostUpdate();
    locals();
    pools();
    threads();
    deadlock();
    children();
    System.out.println("sold " + sold);
    System.err.println("closed");
    System.exit(3);
  }

  interface Work {
    void run() throws Exception;
  }

  static Thread start(String name, Work work) {
    return Thread.ofPlatform().name(name).start(() -> done(work));
  }

  static void done(Work work) {
    try {
      work.run();
    } catch (InterruptedException e) {
      System.out.println(Thread.currentThread().getName() + " was interrupted");
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  static void locks() throws Exception {
    Thread clerk;
    till.lock();
    try {
      clerk =
          start(
              "clerk",
              () -> {
                till.lock();
                try {
                  paid.await();
                } finally {
                  till.unlock();
                }
              });
      while (!till.hasQueuedThread(clerk)) {
        Thread.sleep(1);
      }
    } finally {
      till.unlock();
    }
    boolean waits = false;
    while (!waits) {
      Thread.sleep(1);
      till.lock();
      waits = till.hasWaiters(paid);
      if (waits) {
        paid.signal();
        Thread hasty =
            start(
                "hasty",
                () -> System.out.println("hasty got it: " + till.tryLock(5, TimeUnit.MILLISECONDS)));
        hasty.join();
      }
      till.unlock();
    }
    clerk.join();
  }

  static void monitors() throws Exception {
    Thread cook =
        start(
            "cook",
            () -> {
              synchronized (counter) {
                while (!bell) {
                  counter.wait();
                }
                counter.wait(2);
              }
            });
    while (cook.getState() != Thread.State.WAITING) {
      Thread.sleep(1);
    }
    synchronized (counter) {
      bell = true;
      counter.notifyAll();
    }
    cook.join();
  }

  static void readers() throws Exception {
    CyclicBarrier both = new CyclicBarrier(2);
    Work read =
        () -> {
          prices.readLock().lock();
          both.await();
          prices.readLock().unlock();
        };
    Thread one = start("reader 1", read);
    Thread two = start("reader 2", read);
    one.join();
    two.join();
    prices.writeLock().lock();
    prices.writeLock().unlock();

    long stamp = map.tryOptimisticRead();
    System.out.println("valid: " + map.validate(stamp));
    stamp = map.tryOptimisticRead();
    Thread writer = start("writer", () -> map.unlockWrite(map.writeLock()));
    writer.join();
    System.out.println("valid: " + map.validate(stamp));
  }

  static void meetings() throws Exception {
    CountDownLatch doors = new CountDownLatch(2);
    Phaser courses = new Phaser(1);
    courses.register();
    Work guest =
        () -> {
          doors.await();
          seats.acquire();
          courses.arriveAndAwaitAdvance();
          seats.release();
          courses.arriveAndDeregister();
        };
    Thread one = start("guest 1", guest);
    Thread two = start("guest 2", guest);
    doors.countDown();
    Thread.sleep(2);
    doors.countDown();
    one.join();
    two.join();
    seats.acquire(2);
    Thread late = start("late guest", () -> seats.tryAcquire(3, TimeUnit.MILLISECONDS));
    late.join();
    seats.release(2);
  }

  static void queues() throws Exception {
    orders.put("soup");
    orders.put("bread");
    System.out.println("no room: " + !orders.offer("pie", 2, TimeUnit.MILLISECONDS));
    Thread kitchen =
        start(
            "kitchen",
            () -> {
              for (String order = orders.take(); !order.equals("stop"); order = orders.take()) {
                Thread.sleep(1);
              }
            });
    for (String each : List.of("tea", "cake", "stop")) {
      orders.put(each);
    }
    kitchen.join();
    returns.put("cold soup");
    System.out.println("nothing else: " + (orders.poll(2, TimeUnit.MILLISECONDS) == null));
  }

  static void lostUpdate() throws Exception {
    CountDownLatch hasRead = new CountDownLatch(1);
    CountDownLatch mayWrite = new CountDownLatch(1);
    Thread slow =
        start(
            "slow seller",
            () -> {
              int seen = sold;
              hasRead.countDown();
              mayWrite.await();
              sold = seen + 1;
            });
    Thread quick =
        start(
            "quick seller",
            () -> {
              hasRead.await();
              for (int i = 0; i < 3; i++) {
                sold = sold + 1;
              }
              mayWrite.countDown();
            });
    slow.join();
    quick.join();
  }

  static void locals() throws Exception {
    waiter.set("Ana");
    waiter.get();
    start("second waiter", () -> waiter.set("Ben")).join();
    waiter.remove();
    ScopedValue.where(guest, "Cleo").run(() -> guest.get());
  }

  static int price(int of) {
    if (of == 3) {
      throw new IllegalArgumentException("no price of " + of);
    }
    return of * 10;
  }

  static class Sum extends RecursiveTask<Integer> {
    final int from;
    final int to;

    Sum(int from, int to) {
      this.from = from;
      this.to = to;
    }

    @Override
    protected Integer compute() {
      if (to - from <= 1) {
        return from;
      }
      Sum left = new Sum(from, (from + to) / 2);
      left.fork();
      return new Sum((from + to) / 2, to).compute() + left.join();
    }
  }

  static void pools() throws Exception {
    try (ExecutorService cooks = Executors.newFixedThreadPool(2)) {
      Future<Integer> soup = cooks.submit(() -> price(2));
      Future<Integer> none = cooks.submit(() -> price(3));
      System.out.println("soup costs " + soup.get());
      try {
        none.get();
      } catch (ExecutionException e) {
        System.out.println("failed: " + e.getCause().getMessage());
      }
      CompletableFuture<Integer> tea = CompletableFuture.supplyAsync(() -> price(4), cooks);
      CompletableFuture<Integer> cake = tea.thenApplyAsync(it -> it + price(5), cooks);
      System.out.println("tea and cake cost " + cake.get());
    }
    try (ForkJoinPool summing = new ForkJoinPool(2)) {
      System.out.println("sum " + summing.invoke(new Sum(0, 4)));
    }
  }

  static void threads() throws Exception {
    Thread parked = start("parked", () -> LockSupport.park());
    while (parked.getState() != Thread.State.WAITING) {
      Thread.sleep(1);
    }
    LockSupport.unpark(parked);
    parked.join();
    Thread sleeper = start("sleeper", () -> Thread.sleep(10_000));
    while (sleeper.getState() != Thread.State.TIMED_WAITING) {
      Thread.sleep(1);
    }
    sleeper.interrupt();
    sleeper.join();
    Thread daemon =
        Thread.ofPlatform().name("daemon").daemon().start(() -> done(() -> Thread.sleep(20)));
    daemon.join(Duration.ofMillis(2));
    Thread clumsy = new Thread(() -> price(3), "clumsy");
    clumsy.setUncaughtExceptionHandler((_, e) -> System.out.println("clumsy: " + e.getMessage()));
    clumsy.start();
    clumsy.join();
    Thread light =
        Thread.ofVirtual()
            .name("light")
            .start(
                () -> {
                  done(() -> Thread.sleep(2));
                  till.lock();
                  till.unlock();
                });
    light.join();
  }

  static void deadlock() throws Exception {
    ReentrantLock fork = new ReentrantLock();
    ReentrantLock knife = new ReentrantLock();
    CyclicBarrier eachHasOne = new CyclicBarrier(2);
    Thread left = start("left eater", () -> eat(fork, knife, eachHasOne));
    Thread right = start("right eater", () -> eat(knife, fork, eachHasOne));
    while (!fork.hasQueuedThread(right) || !knife.hasQueuedThread(left)) {
      Thread.sleep(1);
    }
    Thread.sleep(20);
    right.interrupt();
    left.join();
    right.join();
  }

  static void eat(ReentrantLock first, ReentrantLock second, CyclicBarrier eachHasOne)
      throws Exception {
    first.lock();
    try {
      eachHasOne.await();
      second.lockInterruptibly();
      second.unlock();
    } finally {
      first.unlock();
    }
  }

  static void children() throws Exception {
    Process cat = new ProcessBuilder("sh", "-c", "read line; echo got $line; exit 7").start();
    try (var to = cat.outputWriter();
        BufferedReader from = cat.inputReader()) {
      to.write("soup\n");
      to.flush();
      System.out.println(from.readLine());
    }
    System.out.println("exit " + cat.waitFor());
    Process idle = new ProcessBuilder("sleep", "30").start();
    idle.destroy();
    idle.waitFor();
    String java = ProcessHandle.current().info().command().orElseThrow();
    new ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), "EachKind", "child")
        .inheritIO()
        .start()
        .waitFor();
    try {
      new ProcessBuilder("no-such-program").start();
    } catch (IOException e) {
      System.out.println("not started");
    }
  }
}
