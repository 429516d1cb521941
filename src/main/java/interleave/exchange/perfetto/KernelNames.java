package interleave.exchange.perfetto;

import interleave.exchange.perfetto.wire.Wire;

/** Takes what a file says of the system's processes and threads, and of how new ones came. */
final class KernelNames {
  private static final int NEW_TASK = 235;
  private static final long SAME_PROCESS = 0x1_0000;

  private final ThreadNames threads;
  private final Wire each = new Wire();
  private final Wire within = new Wire();

  KernelNames(ThreadNames threads) {
    this.threads = threads;
  }

  /** What the tool found in the system's own list. */
  void tree(Wire wire) {
    while (wire.next()) {
      if (wire.field() == 1) {
        listed(wire.into(each));
      } else if (wire.field() == 2) {
        thread(wire.into(each));
      }
    }
  }

  private void listed(Wire wire) {
    int pid = 0;
    int parent = 0;
    String command = "";
    boolean kernel = false;
    while (wire.next()) {
      switch (wire.field()) {
        case 1 -> pid = wire.small();
        case 2 -> parent = wire.small();
        case 3 -> command = command.isEmpty() ? wire.text(Wire.LONGEST) : command;
        case 8 -> kernel = wire.number() != 0;
        default -> {} // whose it is
      }
    }
    if (kernel || parent == ThreadNames.KERNEL) {
      threads.ofKernel(pid, command);
    } else {
      threads.process(pid, ThreadNames.program(command));
    }
  }

  private void thread(Wire wire) {
    long tid = 0;
    int pid = 0;
    String name = "";
    while (wire.next()) {
      switch (wire.field()) {
        case 1 -> tid = wire.number();
        case 2 -> name = wire.text(Wire.LONGEST);
        case 3 -> pid = wire.small();
        default -> {} // its number in a namespace
      }
    }
    threads.thread(pid, tid, name);
  }

  /** A packet that tells of one process. */
  void process(Wire wire) {
    int pid = 0;
    String name = "";
    String command = "";
    while (wire.next()) {
      switch (wire.field()) {
        case 1 -> pid = wire.small();
        case 2 -> command = command.isEmpty() ? wire.text(Wire.LONGEST) : command;
        case 6 -> name = wire.text(Wire.LONGEST);
        default -> {} // priority, labels
      }
    }
    threads.process(pid, ThreadNames.called(name, command));
  }

  /** Events of the kernel, of which those count that say which thread made which. */
  void bundle(Wire wire) {
    while (wire.next()) {
      if (wire.field() == 2) {
        event(wire.into(each));
      }
    }
  }

  private void event(Wire wire) {
    long maker = 0;
    while (wire.next()) {
      if (wire.field() == 2) {
        maker = wire.number();
      } else if (wire.field() == NEW_TASK) {
        newTask(wire.into(within), maker);
      }
    }
  }

  private void newTask(Wire wire, long maker) {
    long tid = 0;
    long flags = 0;
    while (wire.next()) {
      if (wire.field() == 1) {
        tid = wire.number();
      } else if (wire.field() == 3) {
        flags = wire.number();
      }
    }
    threads.made(tid, maker, (flags & SAME_PROCESS) != 0);
  }
}
