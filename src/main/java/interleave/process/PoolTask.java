package interleave.process;

import interleave.process.value.RefusedBytesException;
import interleave.process.value.ValueReader;
import interleave.process.value.ValueWriter;
import java.nio.ByteBuffer;
import java.util.ArrayList;
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

  /** It has returned that. */
  void complete(ByteBuffer value) {
    try {
      result.complete(ValueReader.decode(value, entry.resultRecords()));
    } catch (RefusedBytesException e) {
      refuse(e);
    }
  }

  /** It has returned what cannot be believed. */
  void refuse(RefusedBytesException e) {
    result.fail(new TaskFailedException("The result was refused: " + e.getMessage(), e.toString()));
  }

  /** It has thrown that: the exception in a line, its stack trace. */
  void fail(List<String> texts) {
    result.fail(new TaskFailedException(texts.getFirst(), texts.getLast()));
  }

  /** What a worker is told: class, method, arguments. */
  byte[] order() {
    List<String> order = new ArrayList<>(List.of(entry.owner(), entry.name()));
    order.addAll(words);
    return ValueWriter.encode(order);
  }
}
