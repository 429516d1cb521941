package interleave.agent.task;

import org.jspecify.annotations.Nullable;

/** One task that a thread is about to hand to a pool, inside whatever it was handing in before. */
final class Submission {
  final Object pool;
  final Object task;
  final int site;

  /** Whether the pool itself tells what it was given ({@link PoolEdges}). */
  final boolean told;

  /** Once it is known that the task will be seen to run. */
  @Nullable TaskRecord record;

  /** Among those of its thread. */
  long number;

  @Nullable Submission outer;

  Submission(Object pool, Object task, boolean told, @Nullable TaskRecord record, int site) {
    this.pool = pool;
    this.task = task;
    this.told = told;
    this.record = record;
    this.site = site;
  }
}
