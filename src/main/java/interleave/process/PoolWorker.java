package interleave.process;

import interleave.event.EventKind;
import interleave.event.Flags;
import interleave.event.ObjectType;
import interleave.event.Recorder;
import interleave.process.value.RecordTypes;
import interleave.process.value.RefusedBytesException;
import interleave.process.value.ValueReader;
import interleave.process.value.ValueWriter;
import java.io.EOFException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The inside of a pool's worker process: takes one task after the other until it is told to leave.
 */
final class PoolWorker {
  /** Finds the method that a task names. */
  interface Entries {
    EntryPoint find(String owner, String name, List<String> arguments);
  }

  /** What a task has come to, as one of {@link PoolFrames}. */
  record Answer(byte type, byte[] value) {}

  private static final Entries ENTRIES =
      new Entries() {
        @Override
        public EntryPoint find(String owner, String name, List<String> arguments) {
          return EntryPoint.of(owner, name, arguments.size());
        }
      };

  private final String socket;
  private final Recorder recorder = Recorder.current();
  private final int pool;

  /** One that gets its tasks by a socket, or, where that is empty, from its caller. */
  PoolWorker(String socket, long key, String poolName) {
    this.socket = socket;
    pool = recorder.object(ObjectType.POOL, key, poolName);
  }

  /** The arguments that {@link #of} understands. */
  static List<String> arguments(String socket, long key, String poolName) {
    return Argument.write(List.of(socket, key, poolName));
  }

  static PoolWorker of(List<String> arguments) throws RefusedBytesException {
    List<@Nullable Object> values = new ArrayList<>();
    for (String argument : arguments) {
      values.add(Argument.read(argument, RecordTypes.NONE));
    }
    if (values.size() == 3
        && values.get(0) instanceof String socket
        && values.get(1) instanceof Long key
        && values.get(2) instanceof String poolName) {
      return new PoolWorker(socket, key, poolName);
    }
    throw new RefusedBytesException("A worker is told a socket, a key and a name.");
  }

  void serve() throws IOException {
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.connect(UnixDomainSocketAddress.of(socket));
      for (MessageFrame frame = MessageFrame.await(channel);
          frame.type() == PoolFrames.TASK;
          frame = MessageFrame.await(channel)) {
        long id = frame.nextLong();
        MessageFrame.send(channel, MessageFrame.make(PoolFrames.BEGUN, Long.BYTES).putLong(id));
        Answer answer = run(id, frame.rest().slice(), ENTRIES);
        MessageFrame.send(
            channel,
            MessageFrame.make(answer.type(), Long.BYTES + answer.value().length)
                .putLong(id)
                .put(answer.value()));
      }
    } catch (EOFException e) {
      // the pool is gone, and with it the reason to be here
    } catch (IOException e) {
      FastExit.hold(e);
      throw e;
    }
    // A task may have left threads behind that would keep this process for ever.
    System.exit(0);
  }

  /**
   * Runs a task, and tells the recording.
   *
   * @param order what {@link PoolTask#order} said
   * @param entries finds the method, or refuses it
   */
  Answer run(long id, ByteBuffer order, Entries entries) {
    recorder.log().event(EventKind.TASK_STARTED, 0, pool, 0, id);
    try {
      List<String> task = texts(order);
      List<String> arguments = task.subList(2, task.size());
      Object result = entries.find(task.get(0), task.get(1), arguments).call(arguments);
      byte[] value = ValueWriter.encode(result);
      recorder
          .log()
          .text(EventKind.TASK_ENDED, 0, pool, 0, id, result == null ? "" : Preview.of(result));
      return new Answer(PoolFrames.RESULT, value);
    } catch (Throwable e) {
      recorder
          .log()
          .text(EventKind.TASK_ENDED, Flags.FAILED, pool, 0, id, Preview.cut(String.valueOf(e)));
      return failure(e);
    }
  }

  static Answer failure(Throwable e) {
    return new Answer(
        PoolFrames.FAILURE,
        ValueWriter.encode(List.of(shortened(e.toString()), shortened(trace(e)))));
  }

  static List<String> texts(ByteBuffer bytes) throws RefusedBytesException {
    Object value = ValueReader.decode(bytes, RecordTypes.NONE);
    if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
      return list.stream().map(String.class::cast).toList();
    }
    throw new RefusedBytesException("A list of texts was expected.");
  }

  private static String trace(Throwable e) {
    StringWriter trace = new StringWriter();
    e.printStackTrace(new PrintWriter(trace, true));
    return trace.toString();
  }

  private static String shortened(String text) {
    return text.substring(0, Math.min(text.length(), 1 << 16));
  }
}
