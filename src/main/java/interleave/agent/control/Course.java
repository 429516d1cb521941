package interleave.agent.control;

import interleave.agent.control.call.Operation;
import interleave.agent.control.call.Test;
import interleave.agent.control.word.Explorer;
import interleave.agent.control.word.Journal;
import interleave.agent.control.word.Schedule;
import interleave.agent.trace.Lane;
import interleave.event.Clock;
import interleave.event.EventKind;
import interleave.event.NativeState;
import interleave.event.WaitChannel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * One run under control. One thread of it has the turn; all others stand before an operation, and
 * what they would do is known. Whoever comes to stand decides who is next and hands the turn on, so
 * that there is no thread more than the program has.
 */
final class Course {
  final Schedule schedule;
  final Journal journal;
  final Objects objects;
  final Monitors monitors = new Monitors();
  final Changes changes = new Changes();
  final RunClock clock = new RunClock();
  private final Explorer explorer;

  /** Whether threads that cannot go on are to say so before they stand. */
  private final boolean records;

  private final List<Strand> strands = new ArrayList<>();
  private final List<Strand> past = new ArrayList<>();
  private final List<Strand> able = new ArrayList<>();

  /** The common pool of this run; null for that of the process. */
  @Nullable ForkJoinPool common;

  private int threadNumber;
  private final Set<Integer> told = new HashSet<>();

  private volatile int steps;
  private volatile @Nullable Strand running;
  private @Nullable Strand last;
  private volatile boolean over;

  /** A recorded program goes on without us, and stands still by itself where it does. */
  private volatile boolean released;

  /** How it ended; null while it goes on. */
  private volatile @Nullable Ending ending;

  private @Nullable Ending foreseen;
  private volatile @Nullable Thread host;

  /** How a run ended, as the explorer is told. */
  record Ending(String kind, String text) {}

  Course(Schedule schedule, Explorer explorer, boolean records) {
    this.schedule = schedule;
    this.explorer = explorer;
    this.records = records;
    this.journal = explorer.journal();
    this.objects = new Objects(journal);
  }

  /** The first thread, which has the turn. */
  synchronized Strand begin(Thread main) {
    Strand strand = new Strand(this, main, null);
    strand.arrived = true;
    add(strand);
    running = strand;
    last = strand;
    return strand;
  }

  private void add(Strand strand) {
    int at = strands.size();
    while (at > 0 && strand.isBefore(strands.get(at - 1))) {
      at--;
    }
    strands.add(at, strand);
    strand.register();
    journal.line("thread").plain(strand.id).field(strand.thread.getName()).end();
    objects.started(strand);
  }

  /** {@code parent} is about to start {@code thread}. */
  synchronized Strand starting(Strand parent, Thread thread) {
    Strand child = new Strand(this, thread, parent);
    add(child);
    return child;
  }

  /** It was started: its parent goes on when it has come to its first point. */
  void started(Strand parent, Strand child) {
    parent.inside = true;
    try {
      awaitArrival(child);
    } finally {
      parent.inside = false;
    }
    if (over) {
      unwind(parent, Operation.START);
    }
  }

  private void awaitArrival(Strand child) {
    boolean interrupted = false;
    while (!child.arrived && !over) {
      LockSupport.park();
      interrupted |= Thread.interrupted();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether it is a recorded program that ends, or goes on, without us. */
  boolean hasLetGo() {
    return over && records;
  }

  boolean isOver() {
    return over;
  }

  int steps() {
    return steps;
  }

  @Nullable Strand running() {
    return running;
  }

  /** The number of the next thread that has no name. */
  int nextThreadNumber() {
    return threadNumber++;
  }

  /** Somebody who is not under control may have made others able. */
  void look() {
    Strand next = null;
    synchronized (this) {
      if (!over && running == null) {
        Strand any = null;
        for (Strand each : strands) {
          any = each.standing ? each : any;
        }
        if (any != null) {
          advance(any);
          next = running;
        }
      }
    }
    wake(next);
  }

  /** Outside of the lock that it would take first. */
  private static void wake(@Nullable Strand next) {
    if (next != null) {
      next.wake();
    }
  }

  /**
   * The calling thread, which has said what it does next, stands until it is chosen; or, where that
   * is recorded, until it has to say that it waits.
   */
  void stand(Strand me) {
    me.inside = true;
    try {
      Strand next = null;
      synchronized (this) {
        if (!over) {
          commit(me);
          me.spins = me.rounds.comes(me, steps);
          me.toldToWait = me.spins || me.test == Test.NOTIFIED || me.test == Test.UNPARKED;
          me.expired = false;
          me.pending = true;
          me.announced = false;
          next = come(me);
        }
      }
      wake(next);
      await(me);
      begins(me);
    } finally {
      me.inside = false;
    }
    if (over) {
      unwind(me, me.next);
    }
  }

  /** The step of {@code me} begins, which is recorded. */
  private void begins(Strand me) {
    if (records && !over && !me.pending) {
      long value = (long) me.choices << 32 | steps;
      Lane.current().log.event(EventKind.CHOICE, 0, 0, 0, value);
      tellState(NativeState.RUNNING);
    }
  }

  private static void tellState(NativeState state) {
    int flags = state.flags(WaitChannel.UNKNOWN);
    Lane.current().log.event(EventKind.STATE_TOLD, flags, 0, 0, 0);
  }

  /** The calling thread was let be, and comes back: before anything else it waits for the turn. */
  void comeBack(Strand me) {
    if (me.free && !over) {
      me.describe(Operation.OTHER, Test.ALWAYS, null, me.place);
      stand(me);
    }
  }

  /** Whom the calling thread has to wake then. */
  private @Nullable Strand come(Strand me) {
    me.standing = true;
    if (!me.arrived) {
      if (records) {
        tellState(NativeState.READY);
      }
      me.arrived = true;
      Strand parent = me.parent;
      if (parent != null) {
        LockSupport.unpark(parent.thread);
      }
      return null;
    }
    if (me.free) {
      me.free = false;
      return running == null ? advance(me) : null;
    }
    return advance(me);
  }

  /** After what records that it waits: stands again, unless it has been chosen already. */
  void standStill(Strand me) {
    if (!me.pending) {
      return;
    }
    me.inside = true;
    try {
      Strand next = null;
      synchronized (this) {
        if (!over) {
          next = come(me);
        }
      }
      wake(next);
      await(me);
      begins(me);
    } finally {
      me.inside = false;
    }
    if (over) {
      unwind(me, me.next);
    }
  }

  private void await(Strand me) {
    Object in = me.waitsIn;
    if (in != null) {
      waitIn(in, me);
      me.leaveWait();
      return;
    }
    boolean interrupted = false;
    while (running != me && !isReleased()) {
      LockSupport.park();
      interrupted |= Thread.interrupted();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether those who stand go on since the run is over. */
  private boolean isReleased() {
    return over && (!records || released);
  }

  /** Gives the monitor up meanwhile, which the calling thread has. */
  private void waitIn(Object in, Strand me) {
    synchronized (in) {
      while (running != me && !isReleased()) {
        try {
          in.wait();
        } catch (InterruptedException e) {
          // To look again; who else interrupted it has said so.
        }
      }
      if (released) {
        waitInEarnest(in);
      }
    }
  }

  /** Nobody will notify it: so it stands still, where that can be seen. */
  private static void waitInEarnest(Object in) {
    try {
      in.wait();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Has {@code me}, whose run is over, end, unless what it does only lets go of something. */
  void unwind(Strand me, Operation operation) {
    if (operation.letsGo() || records) {
      return;
    }
    if (++me.unwindings > MOST_UNWINDINGS) {
      me.inside = true; // it catches all that is thrown, and would go on for ever
      while (true) {
        LockSupport.park();
        Thread.interrupted();
      }
    }
    throw new Unwound();
  }

  private static final int MOST_UNWINDINGS = 1000;

  private void tellNext(Strand me) {
    Places.Place place = Places.at(me.place);
    if (me.spins) {
      tell(me.place, "spins", "");
    }
    String does = me.spins ? Operation.SPIN.text : me.next.text;
    journal.line("next").plain(me.id).plain(does).field(me.object);
    journal.field(me.detail).field(place.file()).field(place.line()).end();
  }

  /** What is not under control is told at its place, once. */
  void tell(int place, String key, String arguments) {
    if (told.add(place)) {
      Places.Place at = Places.at(place);
      journal.line("told").field(at.file()).field(at.line()).plain(key).field(arguments).end();
    }
  }

  /** What an operation of its came to. */
  void did(Strand me, String value) {
    me.rounds.did(value);
    if (value.equals("false")) {
      me.changing = 0; // it tried to, and did not
    }
    journal.line("did").plain(me.id).field(value).end();
  }

  /** The calling thread does nothing more. */
  void ended(Strand me) {
    wake(leaves(me));
  }

  private synchronized @Nullable Strand leaves(Strand me) {
    commit(me);
    me.ended = true;
    me.standing = false;
    strands.remove(me);
    past.add(me);
    if (over) {
      notifyHost();
      return null;
    }
    if (!me.arrived) {
      me.arrived = true;
      Strand parent = me.parent;
      if (parent != null) {
        LockSupport.unpark(parent.thread);
      }
    }
    if (isDone()) {
      Ending known = foreseen;
      finish(known != null ? known : new Ending("done", ""));
    } else if (running == me || running == null) {
      return advance(me);
    }
    return null;
  }

  private boolean isDone() {
    for (Strand each : strands) {
      if (!each.daemon) {
        return false;
      }
    }
    return true;
  }

  /** A thread ended by what it threw: so does the run, once all have ended. */
  synchronized void failed(String text) {
    if (foreseen == null) {
      foreseen = new Ending("exception", text);
    }
  }

  /** Who goes on, now that {@code me} stands or has ended; null where nobody has to be woken. */
  private @Nullable Strand advance(Strand me) {
    if (over) {
      return null;
    }
    if (records) {
      Clock.step(steps + 1); // what is said from here on belongs to what comes next
    }
    for (Strand each : strands) {
      if (each.standing && !each.announced) {
        each.announced = true;
        tellNext(each);
      }
    }
    if (records) {
      for (Strand each : strands) {
        if (each.standing && !each.toldToWait && !Readiness.of(each)) {
          each.toldToWait = true;
          each.standing = false;
          running = each;
          return null;
        }
      }
    }
    do {
      able.clear();
      for (Strand each : strands) {
        if (each.standing && Readiness.of(each)) {
          able.add(each);
        }
      }
    } while (able.isEmpty() && isLate());
    if (able.isEmpty() && !over) {
      nobody();
    }
    if (over || able.isEmpty()) {
      return null;
    }
    Strand chosen = able.size() == 1 ? able.get(0) : choose();
    if (chosen == null) {
      return null;
    }
    if (++steps > schedule.mostSteps) {
      finish(new Ending("steps", Integer.toString(schedule.mostSteps)));
      return null;
    }
    chosen.choices = able.size();
    if (records && chosen != me && !me.ended) {
      tellState(NativeState.READY);
    }
    step(chosen);
    explorer.relieve();
    running = chosen;
    return chosen == me ? null : chosen;
  }

  /** Whether somebody goes on since nobody else can; the run ends where all go round for ever. */
  private boolean isLate() {
    if (Latecomers.expireEarliest(strands, this)) {
      return true;
    }
    Strand least = Latecomers.leastInVain(strands);
    if (least == null) {
      return false;
    }
    if (Latecomers.isForEver(least)) {
      finish(new Ending("livelock", standing()));
      return false;
    }
    least.expired = true;
    return true;
  }

  private void step(Strand chosen) {
    journal.line("step").plain(chosen.id).plain(ids());
    if (chosen.expired) {
      journal.plain("late"); // its time ran out, and nobody else could go on
    }
    journal.end();
    last = chosen;
    chosen.changing = changes(chosen.next) ? chosen.object : 0;
    chosen.vain = chosen.spins && chosen.expired ? chosen.vain + 1 : 0;
    chosen.standing = false;
    chosen.pending = false;
    monitors.chosen(chosen);
  }

  private String ids() {
    if (able.size() == 1) {
      return able.get(0).id;
    }
    StringBuilder text = new StringBuilder();
    for (Strand each : able) {
      text.append(text.isEmpty() ? "" : " ").append(each.id);
    }
    return text.toString();
  }

  private void nobody() {
    for (Strand each : strands) {
      if (each.free) {
        running = null; // what it waits for may come
        return;
      }
    }
    finish(new Ending("deadlock", standing()));
  }

  private String standing() {
    StringBuilder text = new StringBuilder();
    for (Strand each : strands) {
      text.append(text.isEmpty() ? "" : "; ").append(each.id).append(' ').append(each.next.text);
      text.append(' ').append(objects.nameOf(each.object));
    }
    return text.toString();
  }

  private static boolean changes(Operation operation) {
    return switch (operation) {
      case READ, YIELD, SLEEP, JOIN -> false;
      default -> true;
    };
  }

  /** What the last step of {@code me} changed is changed. */
  private void commit(Strand me) {
    if (me.changing != 0) {
      changes.change(me.changing, me, steps);
      me.changing = 0;
    }
  }

  /** Who of those that could is named next; null where the run ends here. */
  private @Nullable Strand choose() {
    if (explorer.stopped()) {
      finish(new Ending("stopped", ""));
      return null;
    }
    String named = schedule.next();
    if (named == null && schedule.asks) {
      journal.line("ask").plain(ids()).end();
      named = explorer.ask();
      if (named == null) {
        finish(new Ending("stopped", ""));
        return null;
      }
    }
    if (named == null) {
      return able.contains(last) ? last : able.get(0);
    }
    for (Strand each : able) {
      if (each.id.equals(named)) {
        return each;
      }
    }
    finish(new Ending("astray", named));
    return null;
  }

  /** The run ends now, however far it came. */
  synchronized void finish(Ending how) {
    if (!over) {
      ending = how;
      running = null;
      over = true;
      if (records) {
        letGo(how);
      }
      notifyHost();
    }
  }

  /** Whoever stands where the program ends stands until then; else all that would wait do so. */
  private void letGo(Ending how) {
    journal.line("ended").plain(how.kind()).field(how.text()).end();
    explorer.over();
    Clock.step(steps + 2); // how it stands then is a column, too
    if (!how.kind().equals("done") && !how.kind().equals("exit")) {
      released = true;
      for (Strand each : strands) {
        each.wake();
      }
    }
  }

  private void notifyHost() {
    Thread waiting = host;
    if (waiting != null) {
      LockSupport.unpark(waiting);
    }
  }

  /** Waits, on a thread that is not the program's, until the run is over. */
  Ending awaitEnd() {
    host = Thread.currentThread();
    Ending how = ending;
    while (how == null) {
      LockSupport.park();
      how = ending;
    }
    return how;
  }

  /** Whether some that have not ended may still do so. */
  synchronized boolean isEnding() {
    for (Strand each : strands) {
      if (each.unwindings <= MOST_UNWINDINGS) {
        return true;
      }
    }
    return false;
  }

  /** The threads of this run are no longer known by it. */
  synchronized void forget() {
    for (Strand each : past) {
      each.forget();
    }
    for (Strand each : strands) {
      each.inside = true;
      each.forget();
    }
  }

  /** All that have not ended: the run is over, or they would not hold still. */
  synchronized List<Strand> left() {
    return new ArrayList<>(strands);
  }

  /**
   * Nothing has moved for a while: where the thread that has the turn waits for what nobody
   * decides, others may go on.
   *
   * @param givenUp whether that is enough
   * @param idle tells who waits
   */
  void look(boolean givenUp, Idleness idle) {
    wake(looked(givenUp, idle));
  }

  private synchronized @Nullable Strand looked(boolean givenUp, Idleness idle) {
    Strand at = running;
    if (over || explorer.stopped()) {
      finish(new Ending("stopped", ""));
    } else if (givenUp) {
      finish(new Ending("stuck", at == null ? standing() : at.id));
    } else if (at != null && !at.standing) {
      Strand busy = busy(at);
      if (idle.waits(busy)) {
        return letBe(busy, at);
      }
    }
    return null;
  }

  /** Who runs: {@code at}, or a thread that it started and that runs to its first point. */
  private Strand busy(Strand at) {
    Strand busy = at;
    for (Strand each : strands) {
      busy = each.arrived ? busy : each;
    }
    return busy;
  }

  private @Nullable Strand letBe(Strand busy, Strand at) {
    tell(busy.place, "waits", busy.id);
    busy.free = true;
    if (busy != at) {
      busy.arrived = true;
      LockSupport.unpark(at.thread);
      return null;
    }
    running = null;
    return advance(at);
  }
}
