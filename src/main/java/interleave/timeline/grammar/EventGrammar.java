package interleave.timeline.grammar;

import static interleave.timeline.grammar.Activity.*;
import static interleave.timeline.grammar.Hold.BEGINS;
import static interleave.timeline.grammar.Hold.ENDS;
import static interleave.timeline.grammar.Subject.CALL;
import static interleave.timeline.grammar.Subject.CONDITION;
import static interleave.timeline.grammar.Subject.FLOW;
import static interleave.timeline.grammar.Subject.GIL;
import static interleave.timeline.grammar.Subject.HOST;
import static interleave.timeline.grammar.Subject.LOCAL;
import static interleave.timeline.grammar.Subject.LOCK;
import static interleave.timeline.grammar.Subject.NATIVE_THREAD;
import static interleave.timeline.grammar.Subject.NOTE;
import static interleave.timeline.grammar.Subject.OBJECT;
import static interleave.timeline.grammar.Subject.OUTPUT;
import static interleave.timeline.grammar.Subject.PHASE;
import static interleave.timeline.grammar.Subject.PIPE;
import static interleave.timeline.grammar.Subject.POOL;
import static interleave.timeline.grammar.Subject.PROCESS;
import static interleave.timeline.grammar.Subject.QUEUE;
import static interleave.timeline.grammar.Subject.SAMPLE;
import static interleave.timeline.grammar.Subject.SEEN;
import static interleave.timeline.grammar.Subject.SITE;
import static interleave.timeline.grammar.Subject.SLICE;
import static interleave.timeline.grammar.Subject.STACK;
import static interleave.timeline.grammar.Subject.SYNCHRONIZER;
import static interleave.timeline.grammar.Subject.THREAD;
import static interleave.timeline.grammar.Subject.VARIABLE;
import static interleave.timeline.grammar.Teller.EITHER;
import static interleave.timeline.grammar.Teller.ENGINE;

import interleave.event.EventKind;
import org.jspecify.annotations.Nullable;

/**
 * The one place that says what a kind of event means to a timeline. A new kind does not compile
 * until it has its row here; {@code src/docs/format.md} shows the same table.
 */
public final class EventGrammar {
  private static final int MOST_KINDS = 192;

  /** By the code of the kind. */
  private static final Row[] ROWS = rows();

  private EventGrammar() {}

  /**
   * What one kind of event means.
   *
   * @param scope who hears it
   * @param onBehalf whether another than its thread may say it, with {@link
   *     interleave.event.Flags#ON_BEHALF}; then only what lies between threads hears it
   * @param teller who says it
   * @param role what it does to what its thread is in the middle of
   * @param activity which of that it begins or ends, null where it does neither
   * @param hold what it does to the hold of a lock
   * @param subject what it is about
   * @param rank at equal times those with the lower rank come first: what lets another thread go on
   *     comes before that thread's going on
   */
  public record Row(
      EventKind kind,
      Scope scope,
      boolean onBehalf,
      Teller teller,
      Role role,
      @Nullable Activity activity,
      Hold hold,
      Subject subject,
      int rank) {

    private Row by(Teller other) {
      return new Row(kind, scope, onBehalf, other, role, activity, hold, subject, rank);
    }

    private Row begins(Activity begun) {
      return new Row(kind, scope, onBehalf, teller, Role.BEGINS, begun, hold, subject, rank);
    }

    private Row ends(Activity ended) {
      return new Row(kind, scope, onBehalf, teller, Role.ENDS, ended, hold, subject, rank);
    }

    private Row last() {
      return new Row(kind, scope, onBehalf, teller, Role.LAST, activity, hold, subject, rank);
    }

    private Row hold(Hold does) {
      return new Row(kind, scope, onBehalf, teller, role, activity, does, subject, rank);
    }

    private Row orOnBehalf() {
      return new Row(kind, scope, true, teller, role, activity, hold, subject, rank);
    }

    private Row first() {
      return new Row(kind, scope, onBehalf, teller, role, activity, hold, subject, 0);
    }

    /** Whether it ends that, and so does not interrupt it. */
    public boolean isEndOf(Activity other) {
      return role == Role.ENDS && activity == other;
    }

    /** Whether the engine may say it. */
    public boolean isOfEngine() {
      return teller != Teller.TRACER;
    }
  }

  public static Row of(EventKind kind) {
    return ROWS[kind.code()];
  }

  /** An event came to somebody who knows nothing of its kind: a fault of this program. */
  public static IllegalArgumentException unheard(EventKind kind) {
    return new IllegalArgumentException(kind + " is not for this one, by its row");
  }

  private static Row[] rows() {
    Row[] rows = new Row[MOST_KINDS];
    for (EventKind kind : EventKind.values()) {
      rows[kind.code()] = new Entry(kind).row();
    }
    return rows;
  }

  /** The table. */
  private record Entry(EventKind kind) {
    private Row in(Scope scope, Subject subject) {
      return new Row(kind, scope, false, Teller.TRACER, Role.ALONE, null, Hold.NONE, subject, 1);
    }

    private Row none(Subject subject) {
      return in(Scope.NONE, subject);
    }

    private Row naming(Subject subject) {
      return in(Scope.NAMING, subject);
    }

    private Row thread(Subject subject) {
      return in(Scope.THREAD, subject);
    }

    private Row shared(Subject subject) {
      return in(Scope.SHARED, subject);
    }

    private Row both(Subject subject) {
      return in(Scope.BOTH, subject);
    }

    Row row() {
      return switch (kind) {
        case CONTINUATION -> none(NOTE);
        case DEFINE_THREAD -> naming(THREAD);
        case DEFINE_OBJECT -> naming(OBJECT);
        case DEFINE_SITE -> naming(SITE);
        case PROCESS_START -> shared(PROCESS);
        case PROCESS_NAME -> naming(PROCESS);
        case PROCESS_END -> shared(PROCESS);
        case TRACER_NOTE -> naming(NOTE).by(EITHER);
        case NATIVE_THREAD -> naming(NATIVE_THREAD);
        case THREAD_CREATED -> thread(THREAD);
        case THREAD_STARTED -> both(THREAD).orOnBehalf();
        case THREAD_BEGIN -> thread(THREAD);
        case THREAD_END -> both(THREAD).last();
        case JOIN_BEGIN -> thread(THREAD).begins(JOIN);
        case JOIN_END -> thread(THREAD).ends(JOIN);
        case SLEEP_BEGIN -> thread(THREAD).begins(SLEEP);
        case SLEEP_END -> thread(THREAD).ends(SLEEP);
        case INTERRUPT -> both(THREAD);
        case CARRIER -> thread(THREAD);
        case LOCK_REQUEST -> both(LOCK).begins(Activity.LOCK);
        case LOCK_ACQUIRED -> both(LOCK).ends(Activity.LOCK).hold(BEGINS).orOnBehalf();
        case LOCK_RELEASED -> both(LOCK).hold(ENDS).orOnBehalf().first();
        case LOCK_ABANDONED -> both(LOCK).ends(Activity.LOCK);
        case WAIT_BEGIN -> both(CONDITION).begins(NOTIFICATION).hold(ENDS).first();
        case WAIT_END -> both(CONDITION).ends(NOTIFICATION).hold(BEGINS);
        case NOTIFY -> both(CONDITION).orOnBehalf().first();
        case PARK_BEGIN -> both(THREAD).begins(PARK);
        case PARK_END -> both(THREAD).ends(PARK);
        case UNPARK -> both(THREAD).first();
        case PUT_REQUEST -> both(QUEUE).begins(PUT);
        case PUT -> both(QUEUE).ends(PUT).first();
        case GET_REQUEST -> both(QUEUE).begins(GET);
        case GET -> both(QUEUE).ends(GET);
        case PUT_ABANDONED -> both(QUEUE).ends(PUT);
        case GET_ABANDONED -> both(QUEUE).ends(GET);
        case QUEUE_CAPACITY -> shared(QUEUE);
        case IO_BEGIN -> both(PIPE).begins(TRANSFER);
        case IO_END -> both(PIPE).ends(TRANSFER);
        case IO_CLOSED -> both(PIPE);
        case CHILD_START -> both(PROCESS).by(EITHER).first();
        case CHILD_START_FAILED -> thread(PROCESS);
        case CHILD_WAIT_BEGIN -> thread(PROCESS).begins(CHILD);
        case CHILD_WAIT_END -> thread(PROCESS).ends(CHILD);
        case CHILD_EXIT -> both(PROCESS).by(EITHER);
        case CHILD_TERMINATE -> both(PROCESS).by(EITHER);
        case PIPE -> both(PIPE);
        case HOST -> naming(HOST).by(ENGINE);
        case OUTPUT -> both(OUTPUT).by(EITHER);
        case PHASE_BEGIN -> both(PHASE);
        case PHASE_END -> both(PHASE);
        case FIELD_READ -> both(VARIABLE);
        case FIELD_WRITE -> both(VARIABLE);
        case TASK_SUBMITTED -> both(POOL).first();
        case TASK_STARTED -> both(POOL).begins(TASK);
        case TASK_ENDED -> both(POOL).ends(TASK);
        case RESULT_WAIT_BEGIN -> thread(POOL).begins(RESULT);
        case RESULT_WAIT_END -> thread(POOL).ends(RESULT);
        case TASK_DEPENDS -> both(POOL);
        case LOCAL_SET -> both(LOCAL);
        case LOCAL_GET -> both(LOCAL);
        case LOCAL_REMOVED -> both(LOCAL);
        case SYNC_STATE -> both(SYNCHRONIZER).first();
        case SYNC_WAIT_BEGIN -> both(SYNCHRONIZER).begins(MEETING);
        case SYNC_WAIT_END -> both(SYNCHRONIZER).ends(MEETING);
        case PERMIT_ACQUIRED -> both(SYNCHRONIZER).ends(MEETING);
        case PERMIT_RELEASED -> both(SYNCHRONIZER).first();
        case ARRIVED -> both(SYNCHRONIZER).first();
        case REGISTERED -> both(SYNCHRONIZER);
        case OPTIMISTIC_READ -> both(LOCK);
        case OPTIMISTIC_VALIDATED -> both(LOCK);
        case GIL_HELD -> shared(GIL).by(ENGINE);
        case GIL_FREE -> shared(GIL).by(ENGINE);
        case GIL_PASSED -> shared(GIL).by(ENGINE);
        case GIL_UNSEEN -> shared(GIL).by(ENGINE);
        case AWAIT_BEGIN -> both(THREAD).begins(AWAIT);
        case AWAIT_END -> both(THREAD).ends(AWAIT);
        case IDLE_BEGIN -> thread(POOL).begins(IDLE);
        case IDLE_END -> thread(POOL).ends(IDLE);
        case MESSAGE_SENT -> both(QUEUE);
        case CALL_BEGIN -> both(CALL).begins(Activity.CALL);
        case CALL_END -> both(CALL).ends(Activity.CALL);
        case SERVE_BEGIN -> both(CALL).begins(SERVICE);
        case SERVE_END -> both(CALL).ends(SERVICE);
        case CHILD_METHOD -> both(PROCESS);
        case PROCESS_EXEC -> both(PROCESS);
        case PROCESS_RUNTIME -> both(PROCESS);
        case CPU_SAMPLE -> shared(SAMPLE).by(ENGINE);
        case THREAD_STATE -> shared(NATIVE_THREAD).by(ENGINE);
        case DETAIL_ENDED -> shared(LOCK);
        case SUM_HELD -> shared(LOCK);
        case SUM_WAITED -> shared(LOCK);
        case SUM_OF_HOLDS -> shared(LOCK);
        case WAIT_LIMIT -> both(THREAD);
        case STANDS_STILL -> shared(PROCESS).by(EITHER);
        case STATE_TOLD -> thread(THREAD);
        case SIGNAL -> both(PROCESS).by(EITHER);
        case ADOPTED -> shared(PROCESS).by(ENGINE);
        case CHOICE -> thread(THREAD);
        case SLICE_BEGIN -> thread(SLICE);
        case SLICE_END -> thread(SLICE);
        case SLICE -> thread(SLICE);
        case INSTANT -> both(SLICE);
        case COUNTER -> shared(Subject.COUNTER);
        case FLOW_OUT -> both(FLOW).first();
        case FLOW_IN -> both(FLOW);
        case STACK_SAMPLE -> shared(STACK);
        case DEFINE_STACK -> naming(STACK);
        case THREAD_SEEN -> both(SEEN);
        case SEEN_HOLDING -> both(SEEN);
      };
    }
  }
}
