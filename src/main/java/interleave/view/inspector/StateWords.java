package interleave.view.inspector;

import interleave.timeline.ThreadState;

/** States of threads in words. */
final class StateWords {
  private StateWords() {}

  static String brief(ThreadState state) {
    return switch (state) {
      case RUNNING -> "running";
      case SLEEPING -> "sleeping";
      case LOCK_WAIT -> "lock wait";
      case QUEUE_WAIT -> "queue wait";
      case JOINING -> "joining";
      case SYNC_WAIT -> "waiting";
      case IO -> "in and out";
    };
  }

  static String title(ThreadState state) {
    return switch (state) {
      case RUNNING -> "Running";
      case SLEEPING -> "Sleeping";
      case LOCK_WAIT -> "Waiting for a lock";
      case QUEUE_WAIT -> "Waiting for a queue";
      case JOINING -> "Waiting for an end";
      case SYNC_WAIT -> "Waiting for others";
      case IO -> "Input or output";
    };
  }
}
