package interleave.exchange.perfetto;

/** Something that the kernel said, which waits until nothing older can come. */
final class SchedEvent implements Comparable<SchedEvent> {
  /** The kernel's own names have 16 letters. */
  static final int LONGEST_NAME = 64;

  /** What it says. */
  enum What {
    SWITCH,
    WAKE,
    NEW,
    RENAME,
    END
  }

  final What what;
  final long time;
  final int processor;

  /** Whom it is about: who comes, who is woken, who is new. */
  final long tid;

  /** How that one is called, empty where it is not said. */
  final String name;

  /** Whoever else: who leaves, who woke, who made it. -1: who is on the processor. */
  final long other;

  final String otherName;

  /** What the one that leaves goes on to be. */
  final long state;

  /** Nobody did it: it was done while a device was heard. */
  final boolean interrupt;

  private long order;

  SchedEvent(What what, long time, int processor, long tid, String name) {
    this(what, time, processor, tid, name, -1, "", 0, false);
  }

  SchedEvent(
      What what,
      long time,
      int processor,
      long tid,
      String name,
      long other,
      String otherName,
      long state,
      boolean interrupt) {
    this.what = what;
    this.time = time;
    this.processor = processor;
    this.tid = tid;
    this.name = cut(name);
    this.other = other;
    this.otherName = cut(otherName);
    this.state = state;
    this.interrupt = interrupt;
  }

  private static String cut(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
  }

  /** It came as the so-manieth: at equal times the first comes first. */
  SchedEvent came(long number) {
    order = number;
    return this;
  }

  @Override
  public int compareTo(SchedEvent with) {
    int byTime = Long.compare(time, with.time);
    return byTime == 0 ? Long.compare(order, with.order) : byTime;
  }
}
