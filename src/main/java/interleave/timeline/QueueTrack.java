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

  /** Messages in order of their put. */
  int messages();

  Message message(int i);

  /** Index of the first message put at or after {@code time}; {@link #messages()} if none. */
  int firstPutAt(long time);

  /**
   * {@code putNs}/{@code getNs} are {@link Timeline#OPEN} when that did not happen; lanes -1 when
   * unknown.
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
      boolean lost) {}
}
