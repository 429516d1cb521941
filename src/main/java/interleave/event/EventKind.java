package interleave.event;

import org.jspecify.annotations.Nullable;

/**
 * What a slot says happened. The code of a kind is part of the format and never changes; a reader
 * that meets a code it does not know skips the slot and counts it.
 *
 * <p>Common to all kinds: {@code thread} is the id of the thread that did it (0: none or unknown),
 * {@code site} the interned place in the source (0: unknown), {@code time} nanoseconds on the
 * machine's monotonic clock, taken
 *
 * <ul>
 *   <li>before the call for every {@code …_REQUEST} and {@code …_BEGIN}, for {@code LOCK_RELEASED}
 *       and {@code NOTIFY};
 *   <li>after the call for everything that says a thing is done: {@code LOCK_ACQUIRED}, {@code
 *       GET}, {@code …_END}.
 * </ul>
 *
 * <p>What a kind means to a timeline stands in {@code interleave.timeline.grammar.EventGrammar}.
 *
 * <p>The meaning of {@code object}, {@code value}, {@code flags} and the text is written beside
 * each kind; what is not named there is 0.
 */
public enum EventKind {
  /**
   * Not an event: up to 20 bytes of the text of the event before it. Flags: how many bytes of them
   * count.
   */
  CONTINUATION(1),

  /**
   * Names {@code thread}. Value: the id the runtime gives it. Flags: {@link Flags#DAEMON} … Text:
   * its name. Repeated when renamed.
   */
  DEFINE_THREAD(2),
  /**
   * Names {@code object}. Flags: code of its {@link ObjectType}. Value: key that is the same in all
   * processes of the run, or 0. Text: name.
   */
  DEFINE_OBJECT(3),
  /** Names {@code site}. Value: line. Text: file, function and class, separated by newlines. */
  DEFINE_SITE(4),

  /** A process came to be known to its tracer. Value: pid. Text: its command line. */
  PROCESS_START(5),
  /**
   * What this process is to be called. Flags: {@link Flags#SERVICE} when it serves the library
   * only. Text: the name.
   */
  PROCESS_NAME(6),
  /**
   * The process is about to leave by its own will. Value: exit code. Flags: {@link Flags#UNKNOWN}
   * when the code is not known.
   */
  PROCESS_END(7),
  /**
   * Something the tracer has to say, such as a class that it left as it was. Text: one sentence.
   */
  TRACER_NOTE(8),
  /**
   * Which of the system's threads {@code thread} is, a platform thread. Value: the system's id of
   * it. Said once, with the first word of the thread, or by whoever is on it; missing where the
   * system does not tell.
   */
  NATIVE_THREAD(9),

  /** {@code new Thread}. Value: id of the new thread. */
  THREAD_CREATED(10),
  /** {@code start()} is called. Value: id of the thread started. Flags: {@link Flags#ON_BEHALF}. */
  THREAD_STARTED(11),
  /** The thread runs its first instruction. */
  THREAD_BEGIN(12),
  /**
   * The thread's last. Flags: {@link Flags#FAILED} for an uncaught exception. Text: that exception.
   */
  THREAD_END(13),
  /** Value: id of the thread joined. */
  JOIN_BEGIN(14),
  /** Value: id of the thread joined. Flags: {@link Flags#TIMED_OUT}, {@link Flags#INTERRUPTED}. */
  JOIN_END(15),
  /** Value: nanoseconds asked for. */
  SLEEP_BEGIN(16),
  /** Flags: {@link Flags#INTERRUPTED}. */
  SLEEP_END(17),
  /** Value: id of the thread interrupted. */
  INTERRUPT(18),
  /**
   * A virtual thread runs on another carrier than where it was last seen, or was seen for the first
   * time; recorded right behind the event that showed it. Value: id of the carrier's thread.
   */
  CARRIER(19),

  /** The thread asks for lock {@code object} and may have to wait. Flags: {@link Flags#SHARED}. */
  LOCK_REQUEST(20),
  /**
   * The thread has it. Value: nanoseconds waited; without a {@code LOCK_REQUEST} before it the lock
   * was free at once. Flags: {@link Flags#SHARED}, {@link Flags#ON_BEHALF}, {@link Flags#UNTOLD}.
   */
  LOCK_ACQUIRED(21),
  /**
   * The thread is about to let go; recorded before it does, so holds never overlap falsely. Flags:
   * {@link Flags#ON_BEHALF}.
   */
  LOCK_RELEASED(22),
  /**
   * A request ended without the lock. Flags: {@link Flags#TIMED_OUT}, {@link Flags#INTERRUPTED},
   * {@link Flags#FAILED}, {@link Flags#UNTOLD}.
   */
  LOCK_ABANDONED(23),
  /**
   * {@code wait} or {@code await}: lets go of lock {@code object} until notified. Value: low 32
   * bits the object of the condition, 0 for a monitor's own; high 32 bits the longest wait asked
   * for in µs, 0 for ever.
   */
  WAIT_BEGIN(24),
  /**
   * The wait ended and the lock is held again. Value: the object of the condition, 0 for a
   * monitor's own. Flags: {@link Flags#TIMED_OUT}, {@link Flags#INTERRUPTED}, {@link Flags#UNTOLD}.
   */
  WAIT_END(25),
  /**
   * {@code notify} or {@code signal} of lock {@code object}. Value: the object of the condition, 0
   * for a monitor's own. Flags: {@link Flags#ALL}, {@link Flags#ON_BEHALF}.
   */
  NOTIFY(26),

  /**
   * {@code LockSupport.park}: stops until another thread unparks it. Object: the blocker's, or 0.
   * Value: longest time asked for in ns, 0 for ever.
   */
  PARK_BEGIN(27),
  /** Flags: {@link Flags#INTERRUPTED}. */
  PARK_END(28),
  /** Value: id of the thread unparked. */
  UNPARK(29),

  /** The thread wants to put into queue {@code object}. Value: message id if known already. */
  PUT_REQUEST(30),
  /**
   * The message is in the queue. Value: message id; 0 when both ends do not know it, and what was
   * put first is got first. Flags: {@link Flags#BUFFERED}, {@link Flags#COPIES}. Text: preview.
   */
  PUT(31),
  /** The thread wants to take from queue {@code object}. */
  GET_REQUEST(32),
  /**
   * The thread has the message. Value: message id. Flags: {@link Flags#AGAIN}, {@link
   * Flags#COPIES}. Text: preview where it is not known from the put.
   */
  GET(33),
  /** Flags: {@link Flags#TIMED_OUT}, {@link Flags#INTERRUPTED}, {@link Flags#FAILED}. */
  PUT_ABANDONED(34),
  /** Flags: {@link Flags#TIMED_OUT}, {@link Flags#INTERRUPTED}, {@link Flags#FAILED}. */
  GET_ABANDONED(35),
  /** Value: how many messages the queue takes; not recorded for one without bound. */
  QUEUE_CAPACITY(36),

  /** Reads from or writes to pipe {@code object} and may block. Flags: {@link Flags#WRITE}. */
  IO_BEGIN(37),
  /**
   * Value: how many bytes went through, 0 at the end of the stream. Flags: {@link Flags#WRITE},
   * {@link Flags#FAILED}.
   */
  IO_END(38),
  /** This process closed its end of pipe {@code object}. Flags: {@link Flags#WRITE}. */
  IO_CLOSED(39),

  /**
   * A process was started by this one. Value: low 32 bits its pid, high 32 bits the pid of its
   * parent where that is another process, which records nothing itself, or 0. Flags: {@link
   * Flags#FORK} when it is a copy of this process made by {@code fork}, and {@code thread} the one
   * that went on in it; {@link Flags#SERVICE} when it serves the library only. Text: name or
   * command.
   */
  CHILD_START(40),
  /** A process could not be started. Text: why. */
  CHILD_START_FAILED(41),
  /** Value: pid waited for, 0 for any of several children. */
  CHILD_WAIT_BEGIN(42),
  /** Value: pid waited for. Flags: {@link Flags#TIMED_OUT}, {@link Flags#INTERRUPTED}. */
  CHILD_WAIT_END(43),
  /**
   * How a child ended. Value: low 32 bits its pid, high 32 bits its exit code, or the signal's
   * number with {@link Flags#SIGNAL}. Flags: {@link Flags#UNSEEN} when only that it ended is known.
   */
  CHILD_EXIT(44),
  /**
   * This process ends another. Value: low 32 bits its pid, high 32 bits the number of the signal, 0
   * where that is not told. Flags: {@link Flags#KILL} when it is given no chance.
   */
  CHILD_TERMINATE(45),
  /**
   * Pipe {@code object} leads to or from a child. Value: low 32 bits the child's pid, high 32 bits
   * which of its streams: 0, 1 or 2. With its own pid it is that stream of this process.
   */
  PIPE(46),

  /**
   * Recorded by the engine: a machine that processes of the run are on. Object: its number, which
   * is also above the low 32 bits of their pids in the headers of segments; 0 for the machine that
   * has the recording. Value: by how many ns at most times from there may be off, from this event
   * on. Text: its name. Comes again when that changes.
   */
  HOST(49),

  /**
   * A line was printed. Flags: {@link Flags#STDERR}, {@link Flags#COUNTED}. Value: the pid that
   * printed it when it is recorded on its behalf, else 0. Text: the line without its end.
   */
  OUTPUT(50),

  /**
   * The program says that a part of its run begins, which is to be told apart and timed. Ends where
   * {@link #PHASE_END} comes from the same process, or the next begins. Value: how many units of
   * work are done in it, for comparing speeds; 0 when that means nothing. Text: its name.
   */
  PHASE_BEGIN(55),
  /** The process' phase is over. */
  PHASE_END(56),

  /**
   * Directly before the begin of a wait, and only where that is recorded, too: the wait that this
   * thread begins next ends by itself. Object: that of the begin, which may be 0. Value: after how
   * many ns at the latest; 0 where that is not known, since something from outside may end it at
   * any time. Missing where the begin has a limit of its own, as of {@link #PARK_BEGIN}.
   */
  WAIT_LIMIT(125),
  /**
   * Nothing within the process could go on by itself when this was recorded, and nobody from
   * outside could wake it but another process of the run: its runtime says so, or the system, as
   * far as it knows. Counts until something of the process is recorded again. Value: low 32 bits
   * its pid, high 32 bits how many threads the system counts, 0 where the runtime says so.
   */
  STANDS_STILL(130),

  /**
   * An importer's word, as exact as its file: from here on the thread is in that state whenever it
   * is not in the middle of something that it has begun by another event, such as {@link
   * #LOCK_REQUEST} or {@link #SLEEP_BEGIN}, and after that again. Flags: code of its {@link
   * NativeState}, with {@link NativeState#UNKNOWN} for that it is not told, above it the code of
   * its {@link WaitChannel}, see {@link NativeState#flags}, and above that one of {@link ToldWait}.
   * Where the runtime is {@link TracedRuntime#OTHER} nothing is told of a thread until this says
   * so; elsewhere it runs.
   */
  STATE_TOLD(126),

  /**
   * A named slice of the thread's time begins, within the one that goes on. Object: its name, of
   * type {@link ObjectType#SLICE}. Value: 0, or a number that whoever made it gave it. Text:
   * arguments.
   */
  SLICE_BEGIN(131),
  /**
   * The innermost slice is over. Object: 0, or the name of the one that is over, with all that is
   * within it. Flags: {@link Flags#FAILED}. Text: more arguments.
   */
  SLICE_END(132),
  /**
   * Something of that name happened at this moment. Object: its name, of type {@link
   * ObjectType#SLICE}. Flags: {@link Flags#PROCESS_WIDE}, {@link Flags#RUN_WIDE} when it is not the
   * thread's alone. Text: arguments.
   */
  INSTANT(133),
  /** Counter {@code object} has that value from here on. Value: the bits of a double. */
  COUNTER(134),
  /**
   * As {@link #SLICE_BEGIN}, of a slice that ends by itself. Value: after how many ns; before that
   * only where what it lies in is over.
   */
  SLICE(143),
  /**
   * A flow leaves the slice that goes on here. Object: its name, of type {@link ObjectType#SLICE}.
   * Value: a number that is the same where it arrives, and its own in the whole recording.
   */
  FLOW_OUT(135),
  /** A flow that has left a slice arrives in the one that goes on here. As {@link #FLOW_OUT}. */
  FLOW_IN(136),

  /**
   * The thread was seen with that stack. Object: id of the stack, see {@link #DEFINE_STACK}. Value:
   * for how many ns that counts. Flags: code of a {@link NativeState}, {@link NativeState#UNKNOWN}
   * where what the thread did then follows from what else is told of it. With {@link
   * Flags#BY_RUNTIME} there is no thread, but as value the id that the runtime gives it, and as
   * site for how many µs it counts.
   */
  STACK_SAMPLE(137),
  /**
   * Names a stack. Object: its id, of the process, not among those of {@link #DEFINE_OBJECT}. Site:
   * its innermost frame. Value: id of the stack that frame was called from, 0 at the root. May come
   * after its first use.
   */
  DEFINE_STACK(138),
  /**
   * The thread was seen at this moment, and nothing is said of what it did before and after. Flags:
   * code of its {@link SeenState}, {@link SeenState#TIMED}, {@link SeenState#WITH_GIL}. Object: the
   * lock it waits for, or the blocker. Site: the innermost place of the program's own. Value: low
   * 32 bits the id of the thread that owns that lock, where that is told, high 32 bits the id of
   * the stack. Text: when that was as the file says it, with the first thread of each moment.
   */
  THREAD_SEEN(139),
  /**
   * The thread was seen to hold lock {@code object} at this moment. Site: where it was taken, 0
   * where that is not told.
   */
  SEEN_HOLDING(140),

  /**
   * A signal that is not a {@link #CHILD_TERMINATE}. Value: high 32 bits its number; low 32 bits
   * the pid of the process that it is sent to, or, with {@link Flags#HANDLED}, 0: it has come, and
   * the thread, or where there is none this process, begins to do what the program says is to be
   * done.
   */
  SIGNAL(146),
  /**
   * Recorded by the engine: a process has another parent, since its own has ended. Value: low 32
   * bits its pid, high 32 bits that of the parent that it has now. Text: what that one is called.
   */
  ADOPTED(148),

  /**
   * Under control: the thread was chosen to go on, and does a step now. Value: low 32 bits number
   * of the step, high 32 bits how many threads could have gone on.
   */
  CHOICE(141),

  /**
   * Variable {@code object} was read. Value: its bits. Flags: a {@link ValueType} code, {@link
   * Flags#VOLATILE}. Text: what a value that is a reference looks like; where there is none, as in
   * the variable's access before, if that had the same bits. Strictly ordered by time within one
   * variable.
   */
  FIELD_READ(60),
  /** Variable {@code object} was written. As {@link #FIELD_READ}. */
  FIELD_WRITE(61),

  /**
   * A task was handed to pool {@code object}. Value: task id, unique in the pool. Flags: {@link
   * Flags#FORK}, {@link Flags#ALL_OF}, {@link Flags#ANY_OF}. Text: name or arguments.
   */
  TASK_SUBMITTED(70),
  /**
   * A worker took the task up. Value: task id. Text: its name where that is not known from its
   * being submitted, as of the items of a chunk.
   */
  TASK_STARTED(71),
  /**
   * Value: task id. Flags: {@link Flags#FAILED} it threw, {@link Flags#LOST} its worker died,
   * {@link Flags#CANCELLED}, {@link Flags#IDLE}. Text: result or reason.
   */
  TASK_ENDED(72),
  /**
   * The thread waits for the result of a task of pool {@code object}, 0 when it is of none. Value:
   * task id, 0 for all or any of the pool's.
   */
  RESULT_WAIT_BEGIN(73),
  /**
   * Value: task id. Flags: {@link Flags#FAILED}, {@link Flags#CANCELLED}, {@link Flags#TIMED_OUT},
   * {@link Flags#INTERRUPTED}.
   */
  RESULT_WAIT_END(74),
  /**
   * A task cannot start before another of the same pool has ended. Value: low 32 bits the task's
   * id, high 32 bits the id of the one before it. May come when the task has been submitted only.
   */
  TASK_DEPENDS(75),

  /** Thread-local {@code object} was set in this thread. Text: preview of the value. */
  LOCAL_SET(80),
  /**
   * Thread-local {@code object} was read in this thread. Text: preview of the value, missing where
   * it is as this thread said last.
   */
  LOCAL_GET(81),
  /** Thread-local {@code object} was removed in this thread, or a scoped value's scope was left. */
  LOCAL_REMOVED(82),

  /**
   * A synchronizer is first seen, or was reset. Value: low 32 bits the permits free, the count left
   * or the parties arrived now; high 32 bits its total of permits, count or parties. Missing where
   * the program made a synchronizer of its own, which cannot be asked.
   */
  SYNC_STATE(90),
  /**
   * The thread waits at latch, barrier, semaphore, phaser or exchanger {@code object}. Value: the
   * permits it asks for, or the phase that it waits to end.
   */
  SYNC_WAIT_BEGIN(91),
  /**
   * It waits no longer; at a semaphore, that it goes on without permits. At a barrier and a phaser
   * also from threads that did not wait: the last to arrive, which opened it, and who found it open
   * after it had arrived. Value: of a barrier how many had still to come when the thread arrived;
   * of a phaser the phase that it goes on with, negative where the phaser is terminated; of an
   * exchanger the number of the offer that it met, 0 where that is not known. Flags: {@link
   * Flags#TIMED_OUT}, {@link Flags#INTERRUPTED}, {@link Flags#FAILED} for a barrier that was
   * broken.
   */
  SYNC_WAIT_END(92),
  /** The thread has permits of a semaphore, and waits no longer. Value: how many. */
  PERMIT_ACQUIRED(93),
  /** The thread is about to give permits back; recorded before it does. Value: how many. */
  PERMIT_RELEASED(94),
  /**
   * The thread counted a latch down, or arrived at a barrier, phaser or exchanger; recorded before
   * it does. Value: the phase of the phaser, or a number that this offer to exchange has from then
   * on. Flags: {@link Flags#LEFT} when it also deregistered.
   */
  ARRIVED(95),
  /** The thread added parties to a phaser. Value: how many. */
  REGISTERED(96),

  /**
   * The thread begins to read without holding stamped lock {@code object}. Value: its stamp. Flags:
   * {@link Flags#FAILED} when the lock was being written.
   */
  OPTIMISTIC_READ(97),
  /**
   * It asked whether what it read is of one piece. Value: that stamp. Flags: {@link Flags#FAILED}
   * when the lock was written meanwhile.
   */
  OPTIMISTIC_VALIDATED(98),

  /**
   * Recorded by the engine, which looks from outside, about the process whose pid is {@code
   * object}: a thread was seen to have the lock with which its interpreter lets one thread at a
   * time run. Value: the id that the runtime gives the thread, as in {@link #DEFINE_THREAD}.
   * Missing while nothing changes, and until a second thread has had it.
   */
  GIL_HELD(100),
  /** As {@link #GIL_HELD}: nobody was seen to have it. */
  GIL_FREE(101),
  /**
   * As {@link #GIL_HELD}: it went from one thread to another since the event before, so shortly
   * that it was not seen. Value: how often.
   */
  GIL_PASSED(102),
  /**
   * As {@link #GIL_HELD}: nobody looked at it since the time that is the value, and meanwhile it
   * was taken or let go, or the process ended.
   */
  GIL_UNSEEN(103),

  /**
   * A task of an event loop leaves the thread that ran it, or is created and has not run yet.
   * Value: low 32 bits the id of that thread, 0 where it has not run; high 32 bits what {@link
   * Awaited} says. Object: as {@link Awaited} says. Flags: code of its {@link Awaited}.
   */
  AWAIT_BEGIN(105),
  /** A task of an event loop goes on. Value: id of the thread that runs it. */
  AWAIT_END(106),
  /**
   * A worker has no task until pool {@code object} gives it one, or, with {@link Flags#COROUTINE},
   * the loop of the thread has nothing to do until something comes. Over with whatever the thread
   * says next.
   */
  IDLE_BEGIN(107),
  /** The thread has something to do again. */
  IDLE_END(108),

  /**
   * How a library made a child of this process. Value: its pid. Flags: {@link Flags#DAEMON} when it
   * is not to outlive its parent. Text: {@code fork}, {@code spawn}, {@code forkserver}.
   */
  CHILD_METHOD(115),
  /**
   * The process is about to become another program, under the same pid; one that is traced begins
   * with a second {@link #PROCESS_START}. Flags: {@link Flags#FAILED} when it did not, after all.
   * Text: the command.
   */
  PROCESS_EXEC(116),
  /**
   * What runs the program of this process. Flags: {@link Flags#FREE_THREADED}, {@link
   * Flags#WITH_GIL}. Text: its name and version, such as {@code CPython 3.13.0}.
   */
  PROCESS_RUNTIME(117),
  /**
   * Recorded by the engine about the process whose pid is {@code object}: how much processor time
   * all its threads have used so far. Value: ns, as finely as the system counts them. Some ten
   * times a second, and once a second while nothing is used.
   */
  CPU_SAMPLE(118),
  /**
   * Recorded by the engine about a thread of the process whose pid is {@code object}: what the
   * system says it does now, and did since the look before. Value: a {@link ThreadSample}. Flags:
   * code of its {@link NativeState}, and above it that of its {@link WaitChannel}. Text: what the
   * system calls it, with the first of them. Missing while it only goes on with what was said last.
   */
  THREAD_STATE(119),

  /**
   * From here on the holds of lock {@code object} are summed up, since there are too many to record
   * each: a thread's holds in a slice of time are one {@link #SUM_OF_HOLDS}. What is recorded of
   * single ones behind it is not in the sums: a wait that lasts, and the hold it ends with.
   */
  DETAIL_ENDED(120),
  /**
   * How long the thread held lock {@code object} in the slice that the next {@link #SUM_OF_HOLDS}
   * of the same lock and thread tells of. Value: low 32 bits microseconds in all, high 32 bits how
   * often it had to wait for it.
   */
  SUM_HELD(121),
  /**
   * How long it waited for it. Value: low 32 bits microseconds in all, high 32 bits microseconds of
   * the longest wait.
   */
  SUM_WAITED(122),
  /**
   * A slice of time is over, in which the thread had lock {@code object} several times. Value: low
   * 32 bits how often, high 32 bits the microseconds from the begin of the slice to this event.
   */
  SUM_OF_HOLDS(123),

  /**
   * A message that was put into a queue between processes has left the buffer of its process: from
   * now on it is in the pipe. Value: message id. Flags: {@link Flags#FAILED} when it could not be
   * sent and is gone, with the reason as text.
   */
  MESSAGE_SENT(110),
  /**
   * The thread calls a method of an object that another process serves. Value: call id, as that
   * process says it too. Text: object, method and arguments.
   */
  CALL_BEGIN(111),
  /**
   * The call has come back. Value: call id. Flags: {@link Flags#FAILED}, {@link Flags#TIMED_OUT},
   * {@link Flags#INTERRUPTED}. Text: preview of the result, or the kind of failure.
   */
  CALL_END(112),
  /** The thread carries out a call for another process. Value: call id. */
  SERVE_BEGIN(113),
  /** The thread answers. Value: call id. Flags: {@link Flags#FAILED}. */
  SERVE_END(114);

  private static final @Nullable EventKind[] BY_CODE = new @Nullable EventKind[192];

  static {
    for (EventKind kind : values()) {
      BY_CODE[kind.code] = kind;
    }
  }

  private final int code;

  EventKind(int code) {
    this.code = code;
  }

  /** The unsigned 16-bit number that stands for this kind in a slot. */
  public int code() {
    return code;
  }

  /** The kind of that code, or null for a code this version does not know. */
  public static @Nullable EventKind of(int code) {
    return code >= 0 && code < BY_CODE.length ? BY_CODE[code] : null;
  }
}
