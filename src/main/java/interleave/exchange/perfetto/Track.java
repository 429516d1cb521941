package interleave.exchange.perfetto;

import interleave.exchange.perfetto.wire.Wire;
import org.jspecify.annotations.Nullable;

/** What a file says of one of its tracks: whose it is, what it is called, what it counts. */
final class Track {
  private static final int THREAD_TIME = 1;
  private static final int ALONE = 2;

  final long uuid;
  long parent;
  @Nullable String name;
  boolean ofProcess;
  boolean ofThread;
  int pid;
  long tid;
  boolean counts;

  /** Where it is to stand among those beside it: the smallest first. */
  int rank;

  /** It is to stand in a row of its own, whatever others are called. */
  boolean alone;

  /** What it counts is the processor time of its thread. */
  boolean ofThreadTime;

  /** The counter tells only what is added, in so many units of its unit. */
  boolean incremental;

  long multiplier = 1;
  String unit = "";

  Track(long uuid) {
    this.uuid = uuid;
  }

  /** Takes in a description; a later one adds to an earlier. */
  void read(Wire wire, Wire within, ThreadNames threads) {
    while (wire.next()) {
      switch (wire.field()) {
        case 2, 10, 13 -> name = wire.text(Wire.LONGEST);
        case 3 -> process(wire.into(within), threads);
        case 4 -> thread(wire.into(within), threads);
        case 5 -> parent = wire.number();
        case 8 -> counter(wire.into(within));
        case 12 -> rank = wire.small();
        case 15 -> alone = wire.number() == ALONE;
        default -> {} // how it is to be sorted and coloured
      }
    }
  }

  private void process(Wire wire, ThreadNames threads) {
    ofProcess = true;
    int order = 0;
    String called = "";
    String command = "";
    while (wire.next()) {
      switch (wire.field()) {
        case 1 -> pid = wire.small();
        case 2 -> command = command.isEmpty() ? wire.text(Wire.LONGEST) : command;
        case 3 -> order = wire.small();
        case 6 -> called = wire.text(Wire.LONGEST);
        default -> {} // priority, labels
      }
    }
    threads.process(pid, ThreadNames.called(called, command));
    threads.rank(pid, order);
  }

  private void thread(Wire wire, ThreadNames threads) {
    ofThread = true;
    String called = "";
    while (wire.next()) {
      switch (wire.field()) {
        case 1 -> pid = wire.small();
        case 2 -> tid = wire.number();
        case 3 -> rank = wire.small();
        case 5 -> called = wire.text(Wire.LONGEST);
        default -> {} // times of writers of the old sort are not here
      }
    }
    threads.thread(pid, tid, called);
  }

  private void counter(Wire wire) {
    counts = true;
    while (wire.next()) {
      switch (wire.field()) {
        case 1 -> {
          ofThreadTime = wire.number() == THREAD_TIME;
          unit = ofThreadTime ? "ns" : unit;
        }
        case 3 -> unit = unit(wire.small());
        case 4 -> multiplier = wire.number() == 0 ? 1 : wire.number();
        case 5 -> incremental = wire.number() != 0;
        case 6 -> unit = wire.text(Wire.LONGEST);
        default -> {} // how it is drawn
      }
    }
  }

  private String unit(int code) {
    return switch (code) {
      case 1 -> "ns";
      case 3 -> "bytes";
      default -> unit;
    };
  }
}
