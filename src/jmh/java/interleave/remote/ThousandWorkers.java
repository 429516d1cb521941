package interleave.remote;

import interleave.event.EventKind;
import interleave.event.ObjectType;
import interleave.event.Recording;
import interleave.event.RecordingReader;
import interleave.event.SegmentWriter;
import interleave.event.TracedRuntime;
import interleave.process.broker.Broker;
import interleave.process.broker.BrokerAddress;
import interleave.process.broker.BrokerPost;
import interleave.timeline.Timeline;
import interleave.timeline.derive.TimelineStore;
import interleave.timeline.draw.Picture;
import interleave.timeline.draw.TextMetrics;
import interleave.timeline.layout.PictureAreas;
import interleave.timeline.layout.Viewport;
import interleave.timeline.picture.TimelineDrawing;
import interleave.timeline.track.TrackKinds;
import interleave.timeline.track.View;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * A thousand workers on a hundred machines and a million tasks: what workers would have recorded is
 * written by the recorder's own writers, goes through shipper's and receiver's own code, second by
 * second, and into a timeline. Only the programs and the network are not there. With {@code broker}
 * as argument, instead, a real broker carries as many messages of that size from a thousand
 * connections as it can.
 *
 * <p>{@code ThousandWorkers [workers] [tasks]}
 */
public final class ThousandWorkers {
  private static final long SECOND = 1_000_000_000;
  private static final long CAP = 8L << 30;
  private static final int A_HOST = 10;
  private static final int KEY = 4711;

  /** So many tasks a second a broker was seen to carry. */
  private static final int RATE = 5_000;

  private static final int TASKS = 1;
  private static final int RESULTS = 2;

  private final int workers;
  private final int tasks;
  private final Path place;
  private final Recording run;
  private final List<Recording> recordings = new ArrayList<>();
  private final List<SegmentWriter> writers = new ArrayList<>();
  private final List<BatchPacking> packings = new ArrayList<>();
  private final long[] numbers;
  private final long begin = System.nanoTime();
  private final Deque<byte[]> answers = new ArrayDeque<>();
  private long raw;
  private long packed;
  private long batches;
  private long messages;
  private long packingNanos;
  private long takingNanos;

  private ThousandWorkers(int workers, int tasks) throws IOException {
    this.workers = workers;
    this.tasks = tasks;
    numbers = new long[workers];
    place = Files.createTempDirectory("thousand");
    run = Recording.createIn(place, CAP);
  }

  public static void main(String[] args) throws Exception {
    if (args.length > 0 && args[0].equals("broker")) {
      carry(args.length > 1 ? Integer.parseInt(args[1]) : 1000, 900);
      return;
    }
    int workers = args.length > 0 ? Integer.parseInt(args[0]) : 1000;
    int tasks = args.length > 1 ? Integer.parseInt(args[1]) : 1_000_000;
    ThousandWorkers all = new ThousandWorkers(workers, tasks);
    try {
      all.ship();
      all.leave();
      all.look();
    } finally {
      all.delete();
    }
  }

  private long ahead(int worker) {
    return (worker / A_HOST - 50) * 3600 * SECOND;
  }

  /** When that task was put. */
  private long put(int task) {
    return begin + SECOND + (long) task * SECOND / RATE;
  }

  private void ship() throws IOException {
    SegmentWriter producer = writer(run, 1, "Master");
    SegmentWriter collector = run.segment(TracedRuntime.JAVA, 1, 0, begin + 1);
    collector.write(EventKind.DEFINE_THREAD.code(), 0, 2, 0, 0, 2, begin, "collector");
    for (int worker = 0; worker < workers; worker++) {
      Recording recording = Recording.createIn(place, CAP);
      recordings.add(recording);
      writers.add(writer(recording, 100 + worker % A_HOST, "Worker " + worker));
      packings.add(new BatchPacking(recording, ahead(worker)));
    }
    Arrivals arrivals = new Arrivals(run, "master", begin, (_, message) -> answers.add(message));
    long now = begin + SECOND / 2;
    for (int worker = 0; worker < workers; worker++) {
      String host = "lab-" + worker / A_HOST;
      arrivals.heard(new Message.Hello(worker, host, host).encode(), now);
    }
    for (int i = 0; i < ClockRelation.ENOUGH; i++) {
      now = exchange(arrivals, now);
    }
    int done = 0;
    int got = 0;
    for (long second = begin + SECOND; got < tasks; second += SECOND) {
      now = second + SECOND;
      for (; done < tasks && put(done) + SECOND / 5 < now; done++) {
        task(producer, done);
      }
      for (; got < done; got++) {
        result(collector, got);
      }
      for (int worker = 0; worker < workers; worker++) {
        batch(arrivals, worker, now + SECOND / 5);
      }
      now = exchange(arrivals, now + SECOND / 5);
    }
    arrivals.close();
    System.out.printf(
        "%d workers, %d tasks: %.0f MB recorded by workers, %.1f MB in %d batches (%.0f bytes"
            + " each); %d messages in all%n",
        workers, tasks, raw / 1e6, packed / 1e6, batches, 1.0 * packed / batches, messages);
    System.out.printf(
        "packing %.2f µs a task, taking %.2f µs a task (%.0f %% of a processor at %d tasks/s)%n",
        packingNanos / 1e3 / tasks,
        takingNanos / 1e3 / tasks,
        100.0 * takingNanos / tasks * RATE / 1e9,
        RATE);
  }

  private SegmentWriter writer(Recording recording, long pid, String name) throws IOException {
    SegmentWriter to = recording.segment(TracedRuntime.JAVA, pid, 0, begin);
    to.write(EventKind.PROCESS_START.code(), 0, 1, 0, 0, pid, begin, "java " + name);
    to.write(EventKind.PROCESS_NAME.code(), 0, 1, 0, 0, 0, begin, name);
    to.write(EventKind.DEFINE_THREAD.code(), 0, 1, 0, 0, 1, begin, "main");
    int type = ObjectType.QUEUE.code();
    to.write(EventKind.DEFINE_OBJECT.code(), type, 1, TASKS, 0, KEY, begin, "tasks");
    to.write(EventKind.DEFINE_OBJECT.code(), type, 1, RESULTS, 0, KEY + 1, begin, "results");
    return to;
  }

  private void task(SegmentWriter producer, int task) {
    long put = put(task);
    String text = "task " + task;
    producer.write(EventKind.PUT_REQUEST.code(), 0, 1, TASKS, 0, 0, put - 20_000);
    producer.write(EventKind.PUT.code(), 0, 1, TASKS, 0, task + 1, put, text);
    SegmentWriter worker = writers.get(task % workers);
    long done = put + done(task);
    worker.write(EventKind.GET_REQUEST.code(), 0, 1, TASKS, 0, 0, put - 100_000);
    worker.write(EventKind.GET.code(), 0, 1, TASKS, 0, task + 1, put + 1_000_000, text);
    worker.write(EventKind.PUT_REQUEST.code(), 0, 1, RESULTS, 0, 0, done);
    worker.write(EventKind.PUT.code(), 0, 1, RESULTS, 0, task + 1, done + 300_000, "done " + task);
  }

  /** How long the task takes, less than its turn: tasks of a worker never overlap. */
  private long done(int task) {
    return Math.min(150_000_000L, (long) workers * SECOND / RATE * 3 / 4);
  }

  private void result(SegmentWriter collector, int task) {
    long got = put(task) + done(task) + 1_300_000;
    collector.write(EventKind.GET_REQUEST.code(), 0, 2, RESULTS, 0, 0, got - 100_000);
    collector.write(EventKind.GET.code(), 0, 2, RESULTS, 0, task + 1, got, "done " + task);
  }

  private void batch(Arrivals arrivals, int worker, long now) throws IOException {
    long cpu = cpu();
    BatchPacking packing = packings.get(worker);
    long before = packing.slotBytes();
    byte[] parts = packing.pack(128 << 10, now, false);
    packingNanos += cpu() - cpu;
    if (parts.length == 0) {
      return;
    }
    byte[] message = new Message.Batch(worker, numbers[worker]++, parts).encode();
    raw += packing.slotBytes() - before;
    packed += message.length;
    batches++;
    messages++;
    long taken = cpu();
    arrivals.heard(message, now);
    takingNanos += cpu() - taken;
    messages += answers.size();
    answers.clear();
  }

  /** All who are asked for the time answer. */
  private long exchange(Arrivals arrivals, long now) throws IOException {
    arrivals.ask(() -> now);
    List<byte[]> questions = new ArrayList<>(answers);
    answers.clear();
    for (byte[] bytes : questions) {
      if (Message.parse(bytes) instanceof Message.Question(long who, long asked)) {
        long there = asked + 200_000 + ahead((int) who);
        long taken = cpu();
        arrivals.heard(new Message.Answer(who, asked, there, there).encode(), now + 400_000);
        takingNanos += cpu() - taken;
        messages += 2;
      }
    }
    answers.clear();
    return now + 500_000;
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private void look() throws IOException {
    TimelineStore store = new TimelineStore();
    long cpu = cpu();
    try (RecordingReader reader = run.reader()) {
      reader.finish(store, store::upTo);
      System.out.println("problems: " + reader.problems() + ", lost " + reader.lost());
    }
    store.finish();
    long derived = cpu() - cpu;
    Timeline timeline = store.snapshot();
    System.gc();
    long heap = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    System.out.printf(
        "derived %d events in %.1f s of processor time; heap %d MB; %d processes on %d hosts;"
            + " %d and %d messages; off by %d µs%n",
        timeline.counters().events(),
        derived / 1e9,
        heap >> 20,
        timeline.processes().size(),
        timeline.hosts().size(),
        timeline.queues().get(0).messages(),
        timeline.queues().get(1).messages(),
        timeline.hosts().get(1).uncertainty(timeline.now()) / 1000);
    View view =
        View.of(
            timeline, Viewport.of(timeline.start(), timeline.now()), PictureAreas.of(1440, 900));
    draw("folded", view);
    draw("one machine opened", view.withFolds(view.folds().toggleOpened("host", 1)));
    long middle = timeline.start() + (timeline.now() - timeline.start()) / 2;
    draw(
        "a second of it",
        View.of(timeline, Viewport.of(middle, middle + SECOND), PictureAreas.of(1440, 900)));
  }

  private static void draw(String what, View view) {
    TimelineDrawing drawing = new TimelineDrawing(TrackKinds.STANDARD, TextMetrics.even());
    Picture picture = drawing.draw(view);
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      long cpu = cpu();
      picture = drawing.draw(view);
      least = Math.min(least, cpu() - cpu);
    }
    System.out.printf(
        "%s: %d rows, %d marks, %.1f ms%n",
        what, picture.rows().all().size(), picture.list().marks().size(), least / 1e6);
  }

  /** What workers need is on their machines. */
  private void leave() {
    packings.forEach(BatchPacking::close);
    packings.clear();
    writers.clear();
  }

  private void delete() {
    recordings.forEach(Recording::delete);
    run.delete();
    place.toFile().delete();
  }

  /** What a broker carries from so many connections. */
  private static void carry(int connections, int bytes) throws Exception {
    try (Broker broker = Broker.start()) {
      BrokerAddress address = BrokerAddress.read(broker.address());
      List<BrokerPost> posts = new ArrayList<>();
      BrokerPost receiver = BrokerPost.open(address, Mail.RECORDINGS, true);
      try {
        long opening = System.nanoTime();
        for (int i = 0; i < connections; i++) {
          posts.add(BrokerPost.open(address, Mail.of(i), false));
        }
        System.out.printf(
            "%d connections after %.1f s%n", posts.size(), (System.nanoTime() - opening) / 1e9);
        for (int round = 0; round < 5; round++) {
          int count = 2_000;
          long begin = System.nanoTime();
          Thread sender = new Thread(() -> send(posts, bytes, count));
          sender.start();
          for (int i = 0; i < count; i++) {
            if (receiver.receive(System.nanoTime() + 20 * SECOND) == null) {
              throw new IOException("nothing came");
            }
          }
          sender.join();
          System.out.printf(
              "%.0f messages of %d bytes a second%n",
              count / ((System.nanoTime() - begin) / 1e9), bytes);
        }
      } catch (IOException e) {
        System.out.println("after " + posts.size() + " connections: " + e);
      } finally {
        posts.forEach(BrokerPost::close);
        receiver.close();
      }
    }
  }

  private static void send(List<BrokerPost> posts, int bytes, int count) {
    try {
      for (int i = 0; i < count; i++) {
        posts.get(i % posts.size()).send(Mail.RECORDINGS, new byte[bytes]);
      }
    } catch (IOException e) {
      System.out.println(e);
    }
  }
}
