package interleave.timeline.sketch;

import interleave.timeline.QueueTrack;
import interleave.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** One queue: messages in a list; its depth follows from them. */
public final class SketchQueue implements QueueTrack {
  private final int index;
  private final String name;
  private final List<Message> messages = new ArrayList<>();

  SketchQueue(int index, String name) {
    this.index = index;
    this.name = name;
  }

  public SketchQueue message(String preview, int from, long put, int to, long get) {
    boolean open = get == Timeline.OPEN;
    messages.add(
        new Message(
            messages.size(),
            messages.size() + 1,
            preview,
            put,
            put,
            get,
            from,
            open ? -1 : to,
            0,
            0,
            false,
            false,
            Sending.NONE));
    return this;
  }

  private List<long[]> depths() {
    TreeMap<Long, Integer> changes = new TreeMap<>();
    for (Message message : messages) {
      changes.merge(message.put(), 1, Integer::sum);
      if (message.get() != Timeline.OPEN) {
        changes.merge(message.get(), -1, Integer::sum);
      }
    }
    List<long[]> steps = new ArrayList<>();
    int depth = 0;
    for (var change : changes.entrySet()) {
      depth += change.getValue();
      steps.add(new long[] {change.getKey(), depth});
    }
    return steps;
  }

  @Override
  public int index() {
    return index;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int capacity() {
    return -1;
  }

  @Override
  public long puts() {
    return messages.size();
  }

  @Override
  public long gets() {
    return messages.stream().filter(message -> message.get() != Timeline.OPEN).count();
  }

  @Override
  public long lost() {
    return messages.stream().filter(Message::lost).count();
  }

  @Override
  public int maxDepth() {
    return (int) depths().stream().mapToLong(step -> step[1]).max().orElse(0);
  }

  @Override
  public int depthAt(long time) {
    int depth = 0;
    for (long[] step : depths()) {
      depth = step[0] <= time ? (int) step[1] : depth;
    }
    return depth;
  }

  @Override
  public int steps() {
    return depths().size();
  }

  @Override
  public long stepTime(int i) {
    return depths().get(i)[0];
  }

  @Override
  public int stepDepth(int i) {
    return (int) depths().get(i)[1];
  }

  @Override
  public int messages() {
    return messages.size();
  }

  @Override
  public Message message(int i) {
    return messages.get(i);
  }

  @Override
  public int firstPutAt(long time) {
    int i = 0;
    while (i < messages.size() && messages.get(i).put() < time) {
      i++;
    }
    return i;
  }
}
