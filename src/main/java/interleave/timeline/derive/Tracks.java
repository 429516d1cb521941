package interleave.timeline.derive;

import interleave.event.EventKind;
import interleave.event.ObjectType;
import interleave.event.ValueType;
import interleave.timeline.column.IntBag;
import interleave.timeline.column.ObjectColumn;
import interleave.timeline.column.Ranking;
import interleave.timeline.derive.InternedObject.Sort;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The tracks that belong to no single thread, fed in the order of time. */
final class Tracks {
  final ObjectColumn<LockBuilder> locks = new ObjectColumn<>();
  final ObjectColumn<QueueBuilder> queues = new ObjectColumn<>();
  final ObjectColumn<VariableBuilder> variables = new ObjectColumn<>();
  final ObjectColumn<PoolBuilder> pools = new ObjectColumn<>();
  final ObjectColumn<PipeBuilder> pipes = new ObjectColumn<>();
  final DeadlockBuilder deadlocks = new DeadlockBuilder(locks);
  final ObjectColumn<SynchronizerBuilder> synchronizers = new ObjectColumn<>();
  final WakeBuilder wakes = new WakeBuilder();
  final CallBuilder calls;
  final SharedNames names = new SharedNames(this);
  private final Map<Shared, Integer> byKey = new HashMap<>();

  /** How many locks there are of each simple name; labels of snapshots ask it, on any thread. */
  private final Map<String, Integer> shortNames = new ConcurrentHashMap<>();

  /** The locks that the next snapshot has to look at. */
  final IntBag changedLocks = new IntBag();

  private final Map<Integer, Group> groups = new TreeMap<>();

  Tracks(ArrowMaker arrows) {
    calls = new CallBuilder(arrows);
  }

  private record Shared(@Nullable ObjectType type, long key) {}

  /** The locks of a process, those of several under -1. */
  static final class Group {
    final int process;
    final ObjectColumn<Integer> members = new ObjectColumn<>();
    final Ranking waited = new Ranking();
    private List<Integer> best = List.of();

    Group(int process) {
      this.process = process;
    }

    List<Integer> best() {
      best = waited.isChanged() ? waited.best() : best;
      return best;
    }
  }

  Group group(LockBuilder lock) {
    InternedObject thing = lock.thing;
    return groups.computeIfAbsent(thing.key != 0 ? -1 : thing.process.index, Group::new);
  }

  Collection<Group> lockGroups() {
    return groups.values();
  }

  /** That lock is not what the last snapshot shows. */
  void changed(LockBuilder lock) {
    if (!lock.changed) {
      lock.changed = true;
      changedLocks.add(lock.index);
    }
  }

  LockBuilder lock(InternedObject named) {
    InternedObject thing = named.as(Sort.LOCK);
    if (thing.track == InternedObject.NO_TRACK) {
      thing.track = known(thing, ObjectType.LOCK, locks.size());
      if (thing.track == locks.size()) {
        LockBuilder made = new LockBuilder(thing.track, thing);
        locks.add(made);
        group(made).members.add(made.index);
        changed(made);
        shortNames.merge(simple(thing.name), 1, Integer::sum);
      }
    }
    return locks.get(thing.track);
  }

  QueueBuilder queue(InternedObject named) {
    InternedObject thing = named.as(Sort.QUEUE);
    if (thing.track == InternedObject.NO_TRACK) {
      thing.track = known(thing, ObjectType.QUEUE, queues.size());
      if (thing.track == queues.size()) {
        queues.add(new QueueBuilder(thing.track, thing, named(thing, "queue")));
      }
    }
    return queues.get(thing.track);
  }

  VariableBuilder variable(InternedObject named) {
    InternedObject thing = named.as(Sort.VARIABLE);
    if (thing.track == InternedObject.NO_TRACK) {
      thing.track = known(thing, ObjectType.VARIABLE, variables.size());
      if (thing.track == variables.size()) {
        variables.add(new VariableBuilder(thing.track, thing));
      }
    }
    return variables.get(thing.track);
  }

  PoolBuilder pool(InternedObject named) {
    InternedObject thing = named.as(Sort.POOL);
    if (thing.track == InternedObject.NO_TRACK) {
      thing.track = known(thing, ObjectType.POOL, pools.size());
      if (thing.track == pools.size()) {
        pools.add(new PoolBuilder(thing.track, thing, named(thing, "pool")));
      }
    }
    return pools.get(thing.track);
  }

  PipeBuilder pipe(InternedObject named) {
    InternedObject thing = named.as(Sort.PIPE);
    if (thing.track == InternedObject.NO_TRACK) {
      thing.track = pipes.size();
      pipes.add(new PipeBuilder(thing.track, thing));
    }
    return pipes.get(thing.track);
  }

  SynchronizerBuilder synchronizer(InternedObject named) {
    InternedObject thing = named.as(Sort.SYNCHRONIZER);
    if (thing.track == InternedObject.NO_TRACK) {
      thing.track = known(thing, thing.type, synchronizers.size());
      if (thing.track == synchronizers.size()) {
        synchronizers.add(make(thing));
        shortNames.merge(simple(thing.name), 1, Integer::sum);
      }
    }
    return synchronizers.get(thing.track);
  }

  private SynchronizerBuilder make(InternedObject thing) {
    return switch (thing.type) {
      case LATCH -> new LatchBuilder(thing.track, thing, wakes);
      case BARRIER -> new BarrierBuilder(thing.track, thing, wakes);
      case PHASER -> new PhaserBuilder(thing.track, thing, wakes);
      case SEMAPHORE -> new SemaphoreBuilder(thing.track, thing, wakes);
      case null, default -> new UnknownBuilder(thing.track, thing, wakes);
    };
  }

  /** The pool of that index; null when it has none yet. */
  @Nullable PoolBuilder known(int pool) {
    return pool < 0 ? null : pools.get(pool);
  }

  /** The track that another process' thing with the same key has already, or {@code next}. */
  private int known(InternedObject thing, @Nullable ObjectType type, int next) {
    if (thing.key == 0) {
      return next;
    }
    Integer before = byKey.putIfAbsent(new Shared(type, thing.key), next);
    return before == null ? next : before;
  }

  /** {@code orders} for {@code Shop.orders}; what several processes share has a name of its own. */
  private static String named(InternedObject thing, String otherwise) {
    if (thing.name.isEmpty()) {
      return otherwise;
    }
    return thing.key == 0 ? simple(thing.name) : thing.name;
  }

  /** A thing got another name; its track follows. */
  void renamed(InternedObject thing, String before) {
    if (thing.track == InternedObject.NO_TRACK || thing.sort() == null) {
      return;
    }
    switch (thing.sort()) {
      case QUEUE -> queues.get(thing.track).name = named(thing, "queue");
      case POOL -> pools.get(thing.track).name = named(thing, "pool");
      case LOCK -> {
        changed(locks.get(thing.track));
        if (locks.get(thing.track).thing == thing) {
          renameShort(before, thing.name);
        }
      }
      case SYNCHRONIZER -> {
        if (synchronizers.get(thing.track).thing == thing) {
          renameShort(before, thing.name);
        }
      }
      case VARIABLE, PIPE -> {} // they ask the thing for its name
    }
  }

  private void renameShort(String before, String name) {
    shortNames.merge(simple(before), -1, Integer::sum);
    shortNames.merge(simple(name), 1, Integer::sum);
  }

  /** {@code balance} for {@code Bank.balance}; {@code Bank.class} stays as it is. */
  static String simple(String name) {
    return name.endsWith(".class") ? name : name.substring(name.lastIndexOf('.') + 1);
  }

  /** The field's name alone where no other lock has the same. */
  String shortName(InternedObject thing) {
    String simple = simple(thing.name);
    return shortNames.getOrDefault(simple, 0) > 1 ? thing.name : simple;
  }

  void access(
      EventKind kind, int flags, InternedObject thing, int lane, int site, long value, long time) {
    ValueType type = ValueType.of(flags & 0xFF);
    if (type == null) {
      return;
    }
    VariableBuilder variable = variable(thing);
    if (kind == EventKind.FIELD_WRITE) {
      variable.write(type, lane, site, value, time);
    } else {
      variable.read(type, lane, site, value, time);
    }
  }

  /** Makes the same tracks in {@code other}, which is empty, at the same indices. */
  void introduceTo(Tracks other, Directory things) {
    locks.view().forEach(lock -> other.lock(things.thing(lock.thing.index)));
    queues.view().forEach(queue -> other.queue(things.thing(queue.thing.index)));
    variables.view().forEach(variable -> other.variable(things.thing(variable.thing.index)));
    pools.view().forEach(pool -> other.pool(things.thing(pool.thing.index)));
    synchronizers.view().forEach(each -> other.synchronizer(things.thing(each.thing.index)));
    pipes.view().forEach(pipe -> other.pipe(things.thing(pipe.thing.index)));
  }
}
