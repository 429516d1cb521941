package interleave.engine;

import interleave.event.NativeState;
import interleave.event.ThreadSample;
import interleave.event.WaitChannel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One thread as the system sees it: who it is, what it does, and how much it has run and waited for
 * a processor. Recorded is only what is not the going on of what was recorded last.
 */
final class SampledThread extends SampledTask {
  private static final long LONGEST_NS = 50_000_000;

  /** While a thread is ready or runs, it is not known for so long which of them. */
  private static final long UNCERTAIN_NS = 40_000_000;

  /** So many looks at a sleeper's counts come on one at its state. */
  private static final int LOOKS = 8;

  /** Less of a look, and less than {@link #LITTLE_NS}, is not worth an event of its own. */
  private static final double LITTLE = 0.05;

  private static final long LITTLE_NS = 200_000;

  private final SampledProcess process;
  private final int tid;
  private final Path folder;
  private final ProcFile counts;
  private final ProcFile stat;
  private final long pid;
  private @Nullable String name;
  private NativeState state = NativeState.UNKNOWN;
  private SchedulerWord before = SchedulerWord.NONE;
  private SchedulerWord atLastLook = SchedulerWord.NONE;

  /** Up to when it is known what it did. */
  private long counted;

  private long interval = ThreadSampler.SHORTEST_NS;

  /** For how long it was told to be ready already that the system has not counted yet. */
  private long early;

  /** How often it had gone to sleep when that was asked last; -1 when it never was. */
  private long sleeps = -1;

  private int looks;

  /**
   * @param before a time at which it was not there yet, 0 where that is not known
   */
  SampledThread(String tid, SampledProcess process, long before) {
    counted = before;
    this.process = process;
    this.tid = Integer.parseInt(tid);
    pid = process.pid();
    folder = process.folder(tid);
    ProcFile.Reading reading = process.sampler().reading();
    counts = new ProcFile(folder.resolve("schedstat"), reading);
    stat = new ProcFile(folder.resolve("stat"), reading);
  }

  @Override
  long look(long now) throws IOException {
    byte[] bytes = process.sampler().reading().bytes();
    SchedulerWord word = SchedulerWord.parse(bytes, counts.read());
    SchedulerWord news = word.since(atLastLook);
    boolean sleptOn = state == NativeState.ASLEEP && news.isNothing();
    if (sleptOn && ++looks % LOOKS != 0) {
      counted = now;
      return interval = Math.min(LONGEST_NS, interval * 2);
    }
    atLastLook = word;
    int size = stat.readOnce();
    int nameEnd = nameEnd(bytes, size);
    if (nameEnd + 2 >= size) {
      throw new NoSuchFileException(folder.toString()); // it is just ending
    }
    String called = name(bytes, nameEnd);
    char letter = (char) bytes[nameEnd + 2];
    boolean renamed = !called.equals(name);
    name = called;
    if (JvmThreads.isOne(called)) {
      throw new NoSuchFileException(called); // for us: it is one that the JVM has for itself
    }
    judge(letter, news, word, now, renamed ? called : null);
    return interval;
  }

  /** Says what is new. */
  private void judge(
      char letter, SchedulerWord news, SchedulerWord word, long now, @Nullable String called) {
    SchedulerWord since = word.since(before);
    long window = counted == 0 ? 0 : now - counted;
    NativeState seen = stateOf(letter, news, window);
    boolean unclear = unclear(seen, since, window);
    if (unclear && window < UNCERTAIN_NS && called == null) {
      interval = ThreadSampler.SHORTEST_NS;
      return;
    }
    long ran = Math.min(window, since.ran());
    long ready = Math.clamp(since.waited() - early, 0, window - ran);
    early = Math.max(0, early - since.waited());
    if (unclear && !hasSlept()) {
      early += window - ran - ready; // the system counts it when it is over
      ready = window - ran;
    } else if (unclear) {
      early = 0;
    } else if (isOnQueue(seen) && isOnQueue(state) && window - ran - ready < LITTLE_NS * 10) {
      ran = window - ready; // counted with the next tick
    }
    boolean goesOn = seen == state && called == null && isLittle(seen, ran, ready, window);
    if (!goesOn) {
      WaitChannel channel =
          seen == NativeState.ASLEEP
              ? WaitChannels.of(folder, process.sampler().reading())
              : WaitChannel.UNKNOWN;
      if (isOnQueue(seen) && !unclear) {
        hasSlept(); // from here on
      }
      say(seen, channel, new ThreadSample(tid, window, ran, ready), now, called);
      before = word;
    } else if (seen != NativeState.ASLEEP) {
      before = word; // what a sleeper ran is told with the rest
    }
    boolean calm = goesOn && !isOnQueue(seen);
    interval = calm ? Math.min(LONGEST_NS, interval * 2) : ThreadSampler.SHORTEST_NS;
    counted = now;
    state = seen;
  }

  private static boolean isOnQueue(NativeState state) {
    return state == NativeState.RUNNING || state == NativeState.READY;
  }

  /** Whether it is on the queue and the system has not counted yet as what. */
  private boolean unclear(NativeState seen, SchedulerWord since, long window) {
    return window > 0
        && isOnQueue(seen)
        && (isOnQueue(state) || state == NativeState.UNKNOWN)
        && since.ran() + Math.max(0, since.waited() - early) < window - LITTLE_NS * 2;
  }

  /**
   * Whether it has gone to sleep since that was asked last. That costs more than the other looks,
   * and is seldom needed.
   */
  private boolean hasSlept() {
    long before = sleeps;
    sleeps = SchedulerWord.sleeps(folder.resolve("status"), process.sampler().reading());
    return before >= 0 && sleeps > before;
  }

  private NativeState stateOf(char letter, SchedulerWord news, long window) {
    return switch (letter) {
      case 'R' -> window > 0 && news.ran() == 0 ? NativeState.READY : NativeState.RUNNING;
      case 'T', 't' -> NativeState.STOPPED;
      case 'Z', 'X', 'x' ->
          tid == pid && process.isSingle() ? NativeState.ZOMBIE : NativeState.GONE;
      default -> NativeState.ASLEEP;
    };
  }

  private static boolean isLittle(NativeState seen, long ran, long ready, long window) {
    return switch (seen) {
      case RUNNING -> isLittle(window - ran, window);
      case READY -> isLittle(window - ready, window);
      default -> isLittle(ran + ready, window);
    };
  }

  private static boolean isLittle(long part, long window) {
    return part < LITTLE_NS || part < LITTLE * window;
  }

  private void say(
      NativeState seen, WaitChannel channel, ThreadSample sample, long now, @Nullable String name) {
    process.sampler().log().seen(pid, seen.flags(channel), sample, now, name);
    process.sampler().said();
  }

  /** The name stands in brackets, and may have such in it. */
  private static int nameEnd(byte[] bytes, int size) {
    int at = size - 1;
    while (at > 0 && bytes[at] != ')') {
      at--;
    }
    return at;
  }

  private static String name(byte[] bytes, int end) {
    int from = 0;
    while (from < end && bytes[from] != '(') {
      from++;
    }
    return new String(bytes, from + 1, Math.max(0, end - from - 1), StandardCharsets.UTF_8);
  }

  @Override
  void gone(long now) {
    counts.close();
    stat.close();
    if (state != NativeState.UNKNOWN && state != NativeState.GONE) {
      say(NativeState.GONE, WaitChannel.UNKNOWN, new ThreadSample(tid, 0, 0, 0), now, null);
    }
  }
}
