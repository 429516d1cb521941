package interleave.process;

import java.util.List;

/**
 * A task on its way through a pool.
 *
 * @param id 1, 2, 3 … in the order of submission
 * @param words the arguments as {@link Argument} writes them
 * @param handings how often it was handed to a worker that then died before it had begun
 */
record PoolTask(long id, EntryPoint entry, List<String> words, Result result, int handings) {
  PoolTask handedOnceMore() {
    return new PoolTask(id, entry, words, result, handings + 1);
  }
}
