package interleave.timeline.derive;

import interleave.event.EventKind;
import interleave.event.Flags;
import interleave.event.ValueType;
import interleave.timeline.column.IntBag;
import interleave.timeline.derive.InternedObject.Sort;
import interleave.timeline.derive.column.WakeBuilder;
import interleave.timeline.derive.slice.CounterBuilder;
import interleave.timeline.derive.slice.SliceTracks;
import interleave.timeline.derive.synchronizer.BarrierBuilder;
import interleave.timeline.derive.synchronizer.ExchangerBuilder;
import interleave.timeline.derive.synchronizer.FutexBuilder;
import interleave.timeline.derive.synchronizer.LatchBuilder;
import interleave.timeline.derive.synchronizer.PhaserBuilder;
import interleave.timeline.derive.synchronizer.SemaphoreBuilder;
import interleave.timeline.derive.synchronizer.SynchronizerBuilder;
import interleave.timeline.derive.synchronizer.UnknownBuilder;
import org.jspecify.annotations.Nullable;

/** The tracks that belong to no single thread, fed in the order of time. */
final class Tracks {
  final WakeBuilder wakes = new WakeBuilder();
  final TrackList<LockBuilder> locks = new TrackList<>(Sort.LOCK, LockBuilder::new);
  final TrackList<QueueBuilder> queues =
      new TrackList<>(Sort.QUEUE, (i, thing) -> new QueueBuilder(i, thing, named(thing, "queue")));
  final TrackList<VariableBuilder> variables = new TrackList<>(Sort.VARIABLE, VariableBuilder::new);
  final TrackList<PoolBuilder> pools =
      new TrackList<>(Sort.POOL, (i, thing) -> new PoolBuilder(i, thing, named(thing, "pool")));
  final TrackList<PipeBuilder> pipes = new TrackList<>(Sort.PIPE, PipeBuilder::new);
  final TrackList<SynchronizerBuilder> synchronizers =
      new TrackList<>(Sort.SYNCHRONIZER, synchronizers(wakes));
  final TrackList<CounterBuilder> counters =
      new TrackList<>(Sort.COUNTER, (i, thing) -> new CounterBuilder(i, thing.process.index));
  final SliceTracks slices = new SliceTracks();
  final DeadlockBuilder deadlocks = new DeadlockBuilder(locks);
  final CallBuilder calls;
  private final SharedNames names = new SharedNames();
  final ShortNames shortNames = new ShortNames();

  /** The locks that the next snapshot has to look at. */
  final IntBag changedLocks = new IntBag();

  final Groups groups = new Groups();

  Tracks(ArrowMaker arrows) {
    calls = new CallBuilder(arrows);
  }

  /** That lock is not what the last snapshot shows. */
  void changed(LockBuilder lock) {
    if (!lock.changed) {
      lock.changed = true;
      changedLocks.add(lock.index);
    }
  }

  LockBuilder lock(InternedObject thing) {
    int before = locks.size();
    LockBuilder lock = locks.of(thing);
    if (locks.size() > before) {
      changed(lock);
      shortNames.add(lock.thing);
    }
    return lock;
  }

  SynchronizerBuilder synchronizer(InternedObject thing) {
    int before = synchronizers.size();
    SynchronizerBuilder synchronizer = synchronizers.of(thing);
    if (synchronizers.size() > before) {
      shortNames.add(synchronizers.thing(synchronizer.index));
    }
    return synchronizer;
  }

  private static TrackList.Maker<SynchronizerBuilder> synchronizers(WakeBuilder wakes) {
    return (index, thing) ->
        switch (thing.type) {
          case LATCH -> new LatchBuilder(index, wakes);
          case BARRIER -> new BarrierBuilder(index, wakes);
          case PHASER -> new PhaserBuilder(index, wakes);
          case EXCHANGER -> new ExchangerBuilder(index, wakes);
          case FUTEX -> new FutexBuilder(index, wakes);
          case SEMAPHORE -> new SemaphoreBuilder(index, wakes);
          case null, default -> new UnknownBuilder(index, wakes);
        };
  }

  /** The pool of that index; null when it has none yet. */
  @Nullable PoolBuilder known(int pool) {
    return pool < 0 ? null : pools.get(pool);
  }

  /** {@code orders} for {@code Shop.orders}; what several processes share has a name of its own. */
  private static String named(InternedObject thing, String otherwise) {
    if (thing.name.isEmpty()) {
      return otherwise;
    }
    return thing.key == 0 ? ShortNames.simple(thing.name) : thing.name;
  }

  /** A thing was defined, and was called {@code before} until now; tracks follow. */
  void defined(InternedObject thing, String before) {
    renamed(thing, before);
    names.defined(thing).forEach(each -> renamed(each, ""));
  }

  private void renamed(InternedObject thing, String before) {
    if (thing.track == InternedObject.NO_TRACK || thing.sort() == null) {
      return;
    }
    switch (thing.sort()) {
      case QUEUE -> queues.get(thing.track).name = named(thing, "queue");
      case POOL -> pools.get(thing.track).name = named(thing, "pool");
      case LOCK -> {
        changed(locks.get(thing.track));
        if (locks.isNamedBy(thing)) {
          shortNames.renamed(before, thing);
        }
      }
      case SYNCHRONIZER -> {
        if (synchronizers.isNamedBy(thing)) {
          shortNames.renamed(before, thing);
        }
      }
      case VARIABLE, PIPE, COUNTER -> {} // they ask the thing for its name
    }
  }

  void access(PendingLine next, InternedObject thing) {
    ValueType type = ValueType.of(next.flags() & 0xFF);
    if (type == null) {
      return;
    }
    VariableBuilder variable = variables.of(thing).with(type, next.text());
    variable.orders |= (next.flags() & Flags.VOLATILE) != 0;
    if (next.kind() == EventKind.FIELD_WRITE) {
      variable.write(next.lane(), next.site(), next.value(), next.time());
    } else {
      variable.read(next.lane(), next.site(), next.value(), next.time());
    }
  }

  /** Makes the same tracks in {@code other}, which is empty, at the same indices. */
  void introduceTo(Tracks other, Directory same) {
    locks.things().forEach(thing -> other.lock(same.thing(thing.index)));
    queues.things().forEach(thing -> other.queues.of(same.thing(thing.index)));
    variables.things().forEach(thing -> other.variables.of(same.thing(thing.index)));
    pools.things().forEach(thing -> other.pools.of(same.thing(thing.index)));
    synchronizers.things().forEach(thing -> other.synchronizer(same.thing(thing.index)));
    pipes.things().forEach(thing -> other.pipes.of(same.thing(thing.index)));
    counters.things().forEach(thing -> other.counters.of(same.thing(thing.index)));
    slices.all().forEach(track -> same.introduce(other.slices, track));
    groups.introduceTo(other.groups);
  }
}
