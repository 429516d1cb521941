package interleave.timeline.derive;

import interleave.event.Flags;
import interleave.timeline.ProcessTrack;
import interleave.timeline.ProcessTrack.Turn;
import interleave.timeline.Signals;
import interleave.timeline.Timeline;
import interleave.timeline.Timeline.Arrow.Kind;
import interleave.timeline.grammar.EventGrammar;

/** From what processes and the engine say of processes, in the order of time, who they are. */
final class ProcessDerivation {
  private final Directory directory;
  private final ArrowMaker arrows;
  private final Endings endings;

  ProcessDerivation(RunModel model, Endings endings) {
    this.directory = model.directory;
    this.arrows = model.arrows;
    this.endings = endings;
  }

  void event(PendingLine next) {
    String text = next.text();
    switch (next.kind()) {
      case PROCESS_START -> {
        ProcessState self = directory.processes.get(next.process);
        self.startedAt(next.time());
        if (self.beginsAgain(text)) {
          endings.others(self, next.lane(), next.time());
        }
      }
      case PROCESS_EXEC -> {
        ProcessState self = directory.processes.get(next.process);
        if (has(next, Flags.FAILED)) {
          self.remains();
        } else {
          String command = text == null ? "" : text;
          String before = ProcessName.of(self, directory);
          self.becomes(command);
          String now = ProcessName.of(self, directory);
          self.turned(new Turn(next.time(), Turn.Sort.EXEC, 0, now, before));
        }
      }
      case PROCESS_RUNTIME ->
          directory.processes.get(next.process).interpreter =
              new ProcessTrack.Interpreter(
                  text == null ? "" : text,
                  has(next, Flags.FREE_THREADED),
                  !has(next, Flags.FREE_THREADED) || has(next, Flags.WITH_GIL));
      case CHILD_METHOD -> {
        ProcessState child = child(next);
        child.method = text == null ? "" : text;
        child.daemon = has(next, Flags.DAEMON);
      }
      case PROCESS_END -> directory.processes.get(next.process).lastWord = next.time();
      case CHILD_START -> started(next, child(next));
      case CHILD_TERMINATE -> {
        int child = child(next).index;
        Kind kind = has(next, Flags.KILL) ? Kind.KILL : Kind.TERMINATE;
        arrows.signalled(kind, next.lane(), next.process, child, next.time(), number(next));
      }
      case SIGNAL -> signal(next);
      case ADOPTED -> adopted(next, child(next));
      case STANDS_STILL -> child(next).standsStill(next.time(), (int) (next.value() >>> 32));
      case CHILD_EXIT -> exited(next, child(next));
      default -> throw EventGrammar.unheard(next.kind());
    }
  }

  private static boolean has(PendingLine next, int flag) {
    return (next.flags() & flag) != 0;
  }

  private ProcessState child(PendingLine next) {
    return directory.process(next.host, next.value());
  }

  private void started(PendingLine next, ProcessState child) {
    String text = next.text();
    int process = next.process;
    child.startedAt(next.time());
    long parent = next.value() >>> 32; // as the engine saw it; a tracer knows better
    if (parent != 0) {
      long known = child.parentPid;
      child.parentPid = known == 0 ? (long) next.host << Integer.SIZE | parent : known;
    } else if (process >= 0) {
      child.parentPid = directory.processes.get(process).pid;
    }
    if (text != null && (child.givenName == null || child.namedFromOutside && parent == 0)) {
      boolean unknown = child.command.isEmpty() || child.command.equals(child.givenName);
      child.givenName = text;
      child.command = unknown ? text : child.command;
      child.namedFromOutside = parent != 0;
    }
    int lane = next.lane();
    if (has(next, Flags.SERVICE)) {
      directory.serves(child, true);
    } else if (has(next, Flags.FORK) && lane >= 0) {
      child.method = child.method.isEmpty() ? "fork" : child.method;
      child.copy = true;
      int copy = directory.lane(child, (int) directory.lanes.get(lane).id).index;
      arrows.forked(lane, process, copy, child.index, next.time());
    } else {
      arrows.processStarted(lane, process, child.index, next.time());
    }
  }

  /** Who is no process of the run has no place to which an arrow could lead. */
  private void signal(PendingLine next) {
    if (has(next, Flags.HANDLED)) {
      arrows.handled(next.process, next.lane(), next.time(), number(next));
    } else if (directory.knows((long) next.host << Integer.SIZE | next.value() & 0xFFFF_FFFFL)) {
      int to = child(next).index;
      arrows.signalled(Kind.SIGNAL, next.lane(), next.process, to, next.time(), number(next));
    }
  }

  private static int number(PendingLine next) {
    return (int) (next.value() >>> Integer.SIZE);
  }

  /** The system does so at the very end of its parent, and it is seen some time later. */
  private void adopted(PendingLine next, ProcessState child) {
    long time = next.time();
    if (directory.knows(child.parentPid)) {
      ProcessState parent = directory.process(child.parentPid);
      long ended = Math.min(parent.lanesEnd(), parent.lastWord);
      time = ended > child.start && ended < time ? ended : time;
    }
    String name = next.text() == null ? "" : next.text();
    child.turned(new Turn(time, Turn.Sort.ADOPTED, number(next), name, ""));
  }

  private void exited(PendingLine next, ProcessState child) {
    if (has(next, Flags.UNSEEN)) {
      if (child.end == Timeline.OPEN) {
        endings.process(child, next.time());
      }
    } else if (child.exit == null) {
      int code = (int) (next.value() >> 32);
      boolean signal = has(next, Flags.SIGNAL);
      child.exit = new ProcessTrack.Exit(signal ? null : code, signal ? Signals.name(code) : null);
      endings.process(child, next.time());
    }
  }
}
