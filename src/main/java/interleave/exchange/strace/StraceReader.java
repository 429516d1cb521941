package interleave.exchange.strace;

import interleave.exchange.intake.Intake;
import interleave.exchange.strace.StraceLine.Kind;
import java.io.IOException;

/** Puts begun and resumed calls together, line by line, and hands on what they come to. */
final class StraceReader {
  private final Intake intake;
  private final Census census;
  private final Clock clock = new Clock();
  private final Tasks tasks;
  private final Meanings meanings;

  StraceReader(Intake intake, Census census) {
    this.intake = intake;
    this.census = census;
    tasks = new Tasks(intake, census);
    meanings = new Meanings(tasks, census);
  }

  Clock clock() {
    return clock;
  }

  /** Takes the next line of all. */
  void line(StraceLine line) throws IOException {
    if (line.kind() == Kind.OTHER) {
      if (!line.text().isBlank()) {
        intake.unknown("line that is not of strace");
      }
      return;
    }
    if (line.kind() == Kind.BESIDE) {
      intake.unknown(line.name());
      return;
    }
    if (line.kind() == Kind.NOTE || line.kind() == Kind.ATTACHED || line.kind() == Kind.DETACHED) {
      return;
    }
    long time = clock.at(line);
    Task task = tasks.of(line.tid() == 0 ? census.nameless() : line.tid(), time);
    tasks.called(task, line.command());
    switch (line.kind()) {
      case CALL -> {
        broken(task, time);
        meanings.call(task, call(task, line, line.text(), time, time + Math.max(0, line.took())));
      }
      case BEGUN -> {
        broken(task, time);
        task.going = line;
        task.goingSince = time;
      }
      case RESUMED -> resumed(task, line, time);
      case SIGNAL, STOPPED -> meanings.signal(task, line, time);
      case EXITED -> {
        broken(task, time);
        tasks.exited(task, Math.max(0, Numbers.whole(line.text())), false, time);
      }
      case KILLED -> {
        broken(task, time);
        tasks.exited(task, SignalNumbers.of(line.text()), true, time);
      }
      case SUPERSEDED -> tasks.superseded(task, time);
      case ATTACHED, DETACHED, NOTE, BESIDE, OTHER -> {}
    }
  }

  private void resumed(Task task, StraceLine line, long time) throws IOException {
    StraceLine begun = task.going;
    task.going = null;
    if (begun == null) {
      if (line.took() < 0) {
        intake.unknown("end of a call that did not begin");
        return;
      }
      // What was cut off before: how long it took tells when it began.
      meanings.call(task, call(task, line, line.text(), time - line.took(), time));
      return;
    }
    long took = line.took();
    long end = took >= 0 ? task.goingSince + took : time;
    String args = begun.text() + line.text();
    meanings.call(task, call(task, line, args, task.goingSince, Math.max(task.goingSince, end)));
  }

  /** What a thread was in the middle of will not come back. */
  private void broken(Task task, long time) throws IOException {
    StraceLine begun = task.going;
    task.going = null;
    if (begun != null) {
      Call call = new Call(task.tid, begun.name(), begun.text(), "?", task.goingSince, time);
      meanings.call(task, call);
    }
  }

  private static Call call(Task task, StraceLine line, String args, long begin, long end) {
    return new Call(task.tid, line.name(), args, line.result(), begin, end);
  }

  /** Processes that no call in the file made. */
  int roots() {
    return tasks.roots();
  }

  /** Nothing more comes: what has begun goes on to the end. */
  void end() throws IOException {
    long last = clock.last();
    for (Task task : tasks.all()) {
      broken(task, Math.max(last, task.goingSince));
    }
  }
}
