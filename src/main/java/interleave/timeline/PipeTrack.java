package interleave.timeline;

/**
 * One pipe between a process and its child: how many bytes went through, and when somebody waited
 * for them. Seen from the parent's end; what the child does at its own is not known.
 */
public interface PipeTrack {
  int index();

  /** Index of the process that recorded it: the one that started the child. */
  int process();

  /** Index of the child. */
  int child();

  /** Index of the pipe that is its other end, where that was recorded, too; -1 for none. */
  default int other() {
    return -1;
  }

  Stream stream();

  long opened();

  /** When the parent closed its end; {@link Timeline#OPEN} while it has not. */
  long closed();

  /** Nanoseconds that the parent's threads spent in reads or writes that are done. */
  long waitedNs();

  /** Bytes that went through in all. */
  long bytes();

  /** Bytes that had gone through at that moment. */
  long bytesAt(long time);

  /** Reads or writes that are done, in the order of their ends. */
  int transfers();

  Transfer transfer(int i);

  /** Index of the last transfer that ended at or before {@code time}, -1 for none. */
  int at(long time);

  /** Which of the child's streams it is. */
  enum Stream {
    INPUT,
    OUTPUT,
    ERROR
  }

  /**
   * One read or write.
   *
   * @param bytes 0 for a read that met the end of the stream
   * @param upTo bytes that went through the pipe up to this one's end, itself included
   */
  record Transfer(
      int index, long begin, long end, int lane, long bytes, long upTo, int site, boolean failed) {}
}
