package interleave.exchange.strace;

import interleave.event.WaitChannel;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a system call comes to for its thread. */
enum CallKind {
  SLEEP,
  FUTEX,
  CHILD,
  /** Reads. */
  READ,
  WRITE,
  /** Waits for a peer or a disk, through what is no pipe. */
  TRANSFER,
  /** Waits for the first of several descriptors. */
  POLL(WaitChannel.POLL),
  SIGNAL(WaitChannel.SIGNAL),
  FILE_LOCK(WaitChannel.FILE_LOCK),
  SEMAPHORE(WaitChannel.SEMAPHORE),
  RESTARTED(WaitChannel.UNKNOWN),
  /** Nothing that would be a state of its own. */
  OTHER;

  private static final Map<String, CallKind> BY_NAME = new HashMap<>();

  static {
    put(SLEEP, "nanosleep", "clock_nanosleep");
    put(FUTEX, "futex", "futex_time64");
    put(CHILD, "wait4", "waitpid", "waitid");
    put(READ, "read", "readv", "pread64", "preadv", "preadv2");
    put(WRITE, "write", "writev", "pwrite64", "pwritev", "pwritev2");
    put(TRANSFER, "recvfrom", "recvmsg", "recvmmsg", "recv", "sendto", "sendmsg", "sendmmsg");
    put(TRANSFER, "send", "accept", "accept4", "connect", "fsync", "fdatasync", "sync", "syncfs");
    put(TRANSFER, "sendfile", "splice", "tee", "copy_file_range", "msync", "sync_file_range");
    put(POLL, "poll", "ppoll", "select", "pselect6", "_newselect", "epoll_wait", "epoll_pwait");
    put(POLL, "epoll_pwait2", "io_uring_enter", "io_getevents");
    put(SIGNAL, "pause", "rt_sigsuspend", "rt_sigtimedwait", "sigsuspend");
    put(FILE_LOCK, "flock");
    put(SEMAPHORE, "semop", "semtimedop", "msgrcv", "mq_timedreceive", "mq_timedsend");
    put(RESTARTED, "restart_syscall");
  }

  private final @Nullable WaitChannel channel;

  CallKind() {
    channel = null;
  }

  CallKind(WaitChannel channel) {
    this.channel = channel;
  }

  private static void put(CallKind kind, String... names) {
    for (String name : names) {
      BY_NAME.put(name, kind);
    }
  }

  static CallKind of(Call call) {
    CallKind kind = BY_NAME.getOrDefault(call.name(), OTHER);
    boolean nothing = call.name().contains("select") && call.arg(0).equals("0");
    boolean lock = call.name().equals("fcntl") && call.arg(1).startsWith("F_SETLKW");
    return nothing && kind == POLL ? SLEEP : lock ? FILE_LOCK : kind;
  }

  /** What the system would say that the thread waits for; null where another event says it. */
  @Nullable WaitChannel channel() {
    return channel;
  }
}
