package interleave.timeline;

/** One queue: its depth as steps, each message from put to get. */
public interface QueueTrack {
  int index();

  String name();

  /** -1 without bound. */
  int capacity();

  long puts();

  long gets();

  /** Put and never got, although nobody is left to get them. While the run lives: 0. */
  long lost();

  int maxDepth();

  int depthAt(long time);

  int steps();

  long stepTime(int i);

  int stepDepth(int i);

  /** The first step of the depth after that time; {@link #steps} where there is none. */
  default int firstStepAfter(long time) {
    int low = 0;
    int high = steps();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (stepTime(middle) <= time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Messages in order of their put. */
  int messages();

  Message message(int i);

  /** When it was put, as its message says. */
  default long putAt(int i) {
    return message(i).put();
  }

  /** Whether it is one that comes again. */
  default boolean isAgain(int i) {
    return message(i).again();
  }

  /** When it was got, as its message says. */
  default long gotAt(int i) {
    return message(i).get();
  }

  /** Index of the first message put at or after {@code time}; {@link #messages()} if none. */
  int firstPutAt(long time);

  /**
   * {@code putNs}/{@code getNs} are {@link Timeline#OPEN} when that did not happen; lanes -1 when
   * unknown. One that comes {@code again} was given to somebody before, who did not finish with it:
   * that is another message with the same id and put.
   */
  record Message(
      int index,
      long id,
      String preview,
      long putRequest,
      long put,
      long get,
      int fromLane,
      int toLane,
      int putSite,
      int getSite,
      boolean lost,
      boolean again,
      Sending sending) {

    /** How it ended where nobody got it. */
    public Loss loss() {
      if (!lost) {
        return Loss.NONE;
      }
      if (!sending.failure().isEmpty()) {
        return Loss.UNSENDABLE;
      }
      return !sending.buffered()
          ? Loss.PLAIN
          : sending.sent() == Timeline.OPEN ? Loss.UNSENT : Loss.UNREAD;
    }
  }

  /**
   * How a message left the buffer of the process that put it.
   *
   * @param sent when; {@link Timeline#OPEN} when it did not, or there is no such buffer
   * @param lane whose hand sent it, -1 when unknown
   * @param failure why it could not be sent; empty where it could
   */
  record Sending(boolean buffered, long sent, int lane, String failure) {
    public static final Sending NONE = new Sending(false, Timeline.OPEN, -1, "");
  }

  /** What became of a message that nobody got. */
  enum Loss {
    NONE,
    /** It was put, and nobody was left to get it. */
    PLAIN,
    /** The process that put it ended before it was sent. */
    UNSENT,
    /** It was sent, and nobody read it. */
    UNREAD,
    /** It could not be sent. */
    UNSENDABLE
  }
}
