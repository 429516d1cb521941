package interleave.exchange.perfetto;

/** Numbers of what packets hold, as far as it is drawn. */
final class PacketKind {
  static final int FTRACE = 1;
  static final int PROCESS_TREE = 2;
  static final int PROCESS_STATS = 9;
  static final int TRACK_EVENT = 11;
  static final int TRACE_STATS = 35;
  static final int PROCESS_DESCRIPTOR = 43;
  static final int THREAD_DESCRIPTOR = 44;
  static final int TRACK_DESCRIPTOR = 60;
  static final int ZSTD = 133;

  private PacketKind() {}

  /**
   * Whether it tells of the tool and its machine alone, as of its configuration, versions and
   * statistics.
   */
  static boolean isOfTool(int content) {
    return switch (content) {
      case 33, 34, 36, 45, 48, 51, 67, 69, 72, 89, 124, 126 -> true;
      default -> false;
    };
  }
}
