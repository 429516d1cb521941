package interleave.engine;

import interleave.engine.sample.FlightStacks;
import interleave.engine.sample.StackSampler;
import interleave.event.Recording;
import interleave.remote.RecordingReceiver;
import interleave.words.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** A run of this machine, followed by a thread of its own from its start to its end. */
final class LiveRun implements Run {
  private static final Words WORDS = Words.of("engine");
  private static final Charset CHARSET =
      Charset.forName(System.getProperty("native.encoding", "UTF-8"));

  /** The first and the longest pause between two looks at the tree. */
  private static final long SHORTEST_PAUSE_MS = 10;

  private static final long LONGEST_PAUSE_MS = 200;

  /** How long descendants may take to end by themselves after the root has. */
  private static final long GRACE_MS = 300;

  /** And where one of them is the broker, at which workers from elsewhere still say something. */
  private static final long HEARING_MS = 10_500;

  private static final long DRAIN_MS = 1000;

  private final Launch launch;
  private final Recording recording;
  private final AliveLock alive;
  private final Reaper reaper;
  private final EngineLog log;
  private final Process root;
  private final long started;
  private final Instant startedAt;
  private final ProcessTree tree;
  private final List<OutputPump> pumps;
  private final @Nullable UntracedChildOutput foreign;
  private final List<UntracedOutput> untraced;
  private final List<String> caveats;
  private final CompletableFuture<Exit> ended = new CompletableFuture<>();

  /** Held by whoever looks at the tree. */
  private final ReentrantLock treeLock = new ReentrantLock();

  private final ReentrantLock stopLock = new ReentrantLock();

  private final UntracedChildren children;
  private final CpuSampler cpu;
  private final long samplesNs;

  /** Whether the program is looked at from outside. */
  private final boolean looks;

  private final ThreadSampler threads;

  private volatile boolean stopped;
  private volatile boolean kept;
  private boolean closed;

  LiveRun(
      Launch launch,
      Recording recording,
      AliveLock alive,
      Reaper reaper,
      EngineLog log,
      Start start,
      Settings settings) {
    this.launch = launch;
    this.recording = recording;
    this.alive = alive;
    this.reaper = reaper;
    this.log = log;
    this.samplesNs = settings.samplesNs();
    this.looks = settings.control() == null;
    root = start.process();
    started = start.time();
    startedAt = Instant.now().minusNanos(System.nanoTime() - started);
    children = new UntracedChildren(log);
    cpu = new CpuSampler(log, root.toHandle());
    threads = new ThreadSampler(log, root.pid());
    tree = new ProcessTree(root.toHandle(), start.mark());
    caveats = caveats(launch, start.environment());
    boolean expectTraced =
        switch (launch) {
          case JavaProgram _ -> start.environment().tracesJava();
          case PythonProgram python ->
              python.letsTracerIn() && start.environment().pythonFailure() == null;
          case CommandProgram _ -> false;
        };
    foreign =
        expectTraced && launch instanceof PythonProgram
            ? new UntracedChildOutput(log, root.pid(), recording.reader())
            : null;
    untraced =
        List.of(
            new UntracedOutput(log, root.pid(), CHARSET, expectTraced, foreign),
            new UntracedOutput(log, root.pid(), CHARSET, expectTraced, foreign));
    pumps =
        List.of(
            new OutputPump(false, root.getInputStream(), start.environment().filter()),
            new OutputPump(true, root.getErrorStream(), start.environment().filter()));
    for (int i = 0; i < pumps.size(); i++) {
      pumps.get(i).listen(untraced.get(i));
    }
  }

  private static List<String> caveats(Launch launch, TracingEnvironment environment) {
    List<String> caveats = new ArrayList<>();
    launch.caveat().ifPresent(caveats::add);
    if (launch instanceof PythonProgram && environment.pythonFailure() != null) {
      caveats.add(environment.pythonFailure());
    }
    if (environment.javaFailure() != null) {
      caveats.add(environment.javaFailure());
    }
    return caveats;
  }

  /** A root process that was just started. */
  record Start(Process process, long time, String mark, TracingEnvironment environment) {}

  /** Follows the run to its end, on the calling thread. */
  void follow() {
    try {
      finish(followTree());
    } catch (InterruptedException | RuntimeException | OutOfMemoryError e) {
      stopTree(); // nobody follows it any more
      ended.completeExceptionally(e);
    } finally {
      release();
    }
  }

  private Exit followTree() throws InterruptedException {
    try (RecordingReceiver receiver = RecordingReceiver.start(recording);
        GilSampler _ = looks ? GilSampler.over(recording.folder(), log) : null;
        ThreadSampler _ = looks ? threads.start() : threads;
        StackSampler _ = StackSampler.over(recording, samplesNs, log::note)) {
      log.rootStarted(started, root.pid(), launch.name());
      caveats.forEach(log::note);
      pumps.forEach(OutputPump::start);
      long pause = SHORTEST_PAUSE_MS;
      while (!root.waitFor(pause, TimeUnit.MILLISECONDS)) {
        look();
        pause = children.areBeginning() ? SHORTEST_PAUSE_MS : Math.min(LONGEST_PAUSE_MS, pause * 2);
      }
      look();
      Exit exit = Exit.of(root.exitValue());
      log.rootEnded(root.pid(), exit);
      endTheRest(receiver);
      look();
      return exit;
    }
  }

  private void look() {
    treeLock.lock();
    try {
      List<ProcessHandle> fresh = tree.look();
      children.look(fresh);
      tree.adoptions().forEach(each -> log.adopted(each.child(), each.parent(), each.name()));
      if (looks) {
        cpu.look(fresh);
      }
      fresh.forEach(each -> threads.add(each.pid()));
      if (foreign != null) {
        foreign.look();
      }
      tree.forgetGone();
    } finally {
      treeLock.unlock();
    }
  }

  private void endTheRest(RecordingReceiver receiver) throws InterruptedException {
    long begin = System.nanoTime();
    while (System.nanoTime() - begin < TimeUnit.MILLISECONDS.toNanos(GRACE_MS)
        || isHeardOut(receiver, begin)) {
      if (sight().isEmpty()) {
        return;
      }
      TimeUnit.MILLISECONDS.sleep(SHORTEST_PAUSE_MS);
    }
    sight().living().forEach(each -> log.terminated(each.pid()));
    stopTree();
  }

  /** Whether the broker is left to itself: it stays a while for workers from elsewhere. */
  private boolean isHeardOut(RecordingReceiver receiver, long since) {
    return !stopped
        && System.nanoTime() - since < TimeUnit.MILLISECONDS.toNanos(HEARING_MS)
        && receiver.hasGuests();
  }

  private ProcessTree.Sight sight() {
    treeLock.lock();
    try {
      return tree.sight();
    } finally {
      treeLock.unlock();
    }
  }

  private void stopTree() {
    treeLock.lock();
    try {
      for (ProcessHandle left : new TreeStop(tree).stop()) {
        log.note(WORDS.get("note.hangs", left.pid()));
      }
    } finally {
      treeLock.unlock();
    }
  }

  private void finish(Exit exit) {
    pumps.forEach(pump -> pump.finish(DRAIN_MS));
    untraced.forEach(UntracedOutput::finish);
    if (foreign != null) {
      foreign.finish();
    }
    FlightStacks.read(recording, samplesNs, source(launch), log::note);
    log.failures().forEach((pid, why) -> log.note(WORDS.get("note.untraced", pid, why)));
    release();
    ended.complete(exit);
  }

  private static @Nullable String source(Launch launch) {
    return launch instanceof JavaProgram java && java.code().isSource() ? java.code().name() : null;
  }

  private void release() {
    try {
      alive.close();
    } catch (IOException e) {
      // The system lets go of it at the latest when this process ends.
    }
  }

  @Override
  public void stop() {
    stopLock.lock();
    try {
      if (!ended.isDone()) {
        stopped = true;
        log.terminated(root.pid());
        stopTree();
        awaitEnd();
      }
    } finally {
      stopLock.unlock();
    }
  }

  private void awaitEnd() {
    try {
      ended.get(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      log.note(WORDS.get("note.unseen", root.pid(), e));
    }
  }

  @Override
  public void listen(OutputListener listener) {
    pumps.forEach(pump -> pump.listen(listener));
  }

  @Override
  public void sendInput(String text) throws IOException {
    OutputStream input = root.getOutputStream();
    input.write(text.getBytes(CHARSET));
    input.flush();
  }

  @Override
  public void closeInput() throws IOException {
    root.getOutputStream().close();
  }

  @Override
  public void note(String sentence) {
    log.note(sentence);
  }

  @Override
  public void keepRecording() {
    kept = true;
  }

  @Override
  public void close() {
    stop();
    stopLock.lock();
    try {
      if (!closed) {
        closed = true;
        if (!kept) {
          reaper.deleteRecording();
          recording.delete();
        }
        reaper.close();
      }
    } finally {
      stopLock.unlock();
    }
  }

  @Override
  public State state() {
    return ended.isDone() ? State.ENDED : stopped ? State.STOPPING : State.RUNNING;
  }

  @Override
  public Launch launch() {
    return launch;
  }

  @Override
  public Recording recording() {
    return recording;
  }

  @Override
  public long pid() {
    return root.pid();
  }

  @Override
  public long started() {
    return started;
  }

  @Override
  public Instant startedAt() {
    return startedAt;
  }

  @Override
  public boolean stopped() {
    return stopped;
  }

  @Override
  public CompletableFuture<Exit> ended() {
    return ended;
  }
}
