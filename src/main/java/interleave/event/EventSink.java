package interleave.event;

import org.jspecify.annotations.Nullable;

/** Takes what a {@link RecordingReader} reads, on the reader's thread. */
public interface EventSink {
  /** A segment was found; called before any event of it. */
  void segment(SegmentInfo segment);

  /**
   * One event. Events of one segment come in the order in which they were written; those of
   * different segments interleave arbitrarily, and an id may be used before its definition arrives.
   *
   * @param thread id of the thread within the process, 0 for none
   * @param object interned object within the process, 0 for none
   * @param site interned site within the process, 0 for none
   * @param time nanoseconds on the recording's clock
   * @param text the text of the event, null when it has none
   */
  void event(
      SegmentInfo from,
      EventKind kind,
      int flags,
      int thread,
      int object,
      int site,
      long value,
      long time,
      @Nullable String text);

  /**
   * As the other, of an event whose text is nothing but ASCII, as most are: for whoever needs no
   * {@link String} of it.
   */
  default void asciiEvent(
      SegmentInfo from,
      EventKind kind,
      int flags,
      int thread,
      int object,
      int site,
      long value,
      long time,
      AsciiText text) {
    event(from, kind, flags, thread, object, site, value, time, text.toString());
  }

  /**
   * Events that {@code from} had to drop by now, with the times of the first and the last of them.
   */
  default void lost(SegmentInfo from, long events, long first, long last) {}
}
