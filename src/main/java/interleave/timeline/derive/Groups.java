package interleave.timeline.derive;

import interleave.timeline.ThingGroup;
import interleave.timeline.ThingGroup.Sort;
import interleave.timeline.column.IntBag;
import interleave.timeline.column.IntColumn;
import interleave.timeline.column.ObjectColumn;
import interleave.timeline.derive.column.EventSteps;
import interleave.timeline.derive.column.GroupBuilder;
import interleave.timeline.derive.column.LevelSteps;
import interleave.timeline.derive.column.Steps;
import interleave.timeline.derive.synchronizer.SynchronizerBuilder;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The things of each sort and process that there may be too many of to draw each. */
final class Groups {
  /** The first of all groups is that of the processes. */
  private static final int OTHERS = 1;

  private record Key(Sort sort, int process) {}

  /** Which things of a sort are in which group, and which are not used yet. */
  private static final class Members {
    final IntColumn groups = new IntColumn();
    final IntBag unused = new IntBag();
  }

  private final ObjectColumn<GroupBuilder> groups = new ObjectColumn<>();
  private final Map<Key, GroupBuilder> byKey = new HashMap<>();
  private final Map<Sort, Members> bySort = new EnumMap<>(Sort.class);

  /** The group of a thing, -1 while it is in none. */
  int of(Sort sort, int thing) {
    if (sort == Sort.PROCESS) {
      return 0;
    }
    Members members = bySort.get(sort);
    return members == null || thing >= members.groups.size() ? -1 : members.groups.get(thing);
  }

  /** Looks at what the things have done since, and says what is to be seen of the groups. */
  List<ThingGroup> take(Tracks tracks, long now, boolean patient) {
    List<ThingGroup> views = new ArrayList<>(groups.size());
    for (Sort sort : Sort.values()) {
      if (sort != Sort.PROCESS) {
        join(sort, tracks);
      }
    }
    for (GroupBuilder group : groups.view()) {
      group.take(new Things(tracks, group.sort), now, patient);
      views.add(group.view());
    }
    return views;
  }

  private void join(Sort sort, Tracks tracks) {
    Members members = bySort.computeIfAbsent(sort, _ -> new Members());
    for (int i = members.groups.size(); i < size(sort, tracks); i++) {
      members.groups.add(-1);
      members.unused.add(i);
    }
    int kept = 0;
    for (int i = 0; i < members.unused.size(); i++) {
      int thing = members.unused.get(i);
      if (isUsed(sort, tracks, thing)) {
        GroupBuilder group = group(sort, process(sort, tracks, thing));
        group.members.add(thing);
        members.groups.set(thing, group.index);
      } else {
        members.unused.set(kept++, thing);
      }
    }
    members.unused.truncate(kept);
  }

  private GroupBuilder group(Sort sort, int process) {
    return byKey.computeIfAbsent(
        new Key(sort, process),
        _ -> {
          GroupBuilder made = new GroupBuilder(OTHERS + groups.size(), sort, process);
          groups.add(made);
          return made;
        });
  }

  /** Makes the same groups in {@code other}, which is empty. */
  void introduceTo(Groups other) {
    groups.view().forEach(group -> other.group(group.sort, group.process));
  }

  private static int size(Sort sort, Tracks tracks) {
    return switch (sort) {
      case LOCK -> tracks.locks.size();
      case SYNCHRONIZER -> tracks.synchronizers.size();
      case VARIABLE -> tracks.variables.size();
      case POOL -> tracks.pools.size();
      case QUEUE -> tracks.queues.size();
      case PIPE -> tracks.pipes.size();
      case TRACK -> tracks.slices.size();
      case COUNTER -> tracks.counters.size();
      case PROCESS -> 0;
    };
  }

  /** Whether there is anything to be drawn of it. */
  private static boolean isUsed(Sort sort, Tracks tracks, int thing) {
    return switch (sort) {
      case LOCK -> tracks.locks.get(thing).isUsed();
      case VARIABLE -> tracks.variables.get(thing).times.size() > 0;
      case POOL -> tracks.pools.get(thing).hasTasks();
      case QUEUE -> tracks.queues.get(thing).ids.size() > 0;
      case PIPE -> tracks.pipes.get(thing).bytes > 0;
      case TRACK -> tracks.slices.get(thing).lane() < 0 && tracks.slices.get(thing).isUsed();
      case COUNTER -> tracks.counters.get(thing).size() > 0;
      case SYNCHRONIZER, PROCESS -> true;
    };
  }

  private static int process(Sort sort, Tracks tracks, int index) {
    if (sort == Sort.TRACK) {
      return tracks.slices.get(index).process();
    }
    InternedObject thing =
        switch (sort) {
          case LOCK -> tracks.locks.thing(index);
          case SYNCHRONIZER -> tracks.synchronizers.thing(index);
          case VARIABLE -> tracks.variables.thing(index);
          case POOL -> tracks.pools.thing(index);
          case QUEUE -> tracks.queues.thing(index);
          case COUNTER -> tracks.counters.thing(index);
          case PIPE, PROCESS, TRACK -> tracks.pipes.thing(index);
        };
    boolean several =
        thing.key != 0 && sort != Sort.VARIABLE && sort != Sort.PIPE && sort != Sort.COUNTER;
    return several ? -1 : thing.process.index;
  }

  /** What the things of a sort did, and how much they matter. */
  private record Things(Tracks tracks, Sort sort) implements GroupBuilder.Things {
    @Override
    public Steps steps(int member, int stream) {
      return switch (sort) {
        case LOCK -> {
          LockBuilder lock = tracks.locks.get(member);
          yield stream == 0 ? lock.coverage.steps(0) : new LevelSteps(lock.waiters, 1);
        }
        case SYNCHRONIZER -> {
          SynchronizerBuilder met = tracks.synchronizers.get(member);
          yield stream == 0 ? met.taken(0) : new LevelSteps(met.waiters, 1);
        }
        case VARIABLE -> {
          VariableBuilder variable = tracks.variables.get(member);
          yield stream == 0
              ? new EventSteps(variable.times, variable.kinds, VariableBuilder.WRITE, 0)
              : new EventSteps(variable.lostTimes, null, 0, 2);
        }
        case POOL -> tracks.pools.get(member).steps(stream == 0, stream);
        case QUEUE -> {
          QueueBuilder queue = tracks.queues.get(member);
          int least = stream == 0 ? 1 : queue.capacity > 0 ? queue.capacity : Integer.MAX_VALUE;
          yield new LevelSteps(queue.stepTimes, queue.stepDepths, least, stream);
        }
        case TRACK -> stream == 0 ? tracks.slices.get(member).steps(0) : Steps.NONE;
        case COUNTER -> stream == 0 ? tracks.counters.get(member).steps(0) : Steps.NONE;
        case PIPE, PROCESS -> stream == 0 ? tracks.pipes.get(member).steps() : Steps.NONE;
      };
    }

    @Override
    public long weight(int member, long now) {
      return switch (sort) {
        case LOCK -> tracks.locks.get(member).waited(now) + tracks.locks.get(member).seen;
        case SYNCHRONIZER -> tracks.synchronizers.get(member).waiters.steps.sum(now);
        case VARIABLE -> tracks.variables.get(member).weight();
        case POOL -> tracks.pools.get(member).weight();
        case QUEUE -> tracks.queues.get(member).weight(now);
        case TRACK -> tracks.slices.get(member).size();
        case COUNTER -> tracks.counters.get(member).size();
        case PIPE, PROCESS -> tracks.pipes.get(member).waitedNs + tracks.pipes.get(member).bytes;
      };
    }
  }
}
