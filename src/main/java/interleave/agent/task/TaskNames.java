package interleave.agent.task;

import interleave.agent.trace.Previews;

/** What tasks are to be called, without asking them. */
final class TaskNames {
  private TaskNames() {}

  /**
   * The name of a task's class, or what is in a record; nothing for a lambda, which has no name.
   */
  static String of(Object task) {
    Class<?> type = task.getClass();
    if (type.isHidden() || type.isAnonymousClass() || type.getClassLoader() == null) {
      return "";
    }
    return Previews.of(task);
  }
}
