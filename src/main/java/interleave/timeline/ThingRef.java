package interleave.timeline;

/**
 * Names one thing of the timeline, stable for the whole life of a store: what a selection, a link
 * or a hit holds on to.
 */
public sealed interface ThingRef {
  record Process(int index) implements ThingRef {}

  /** A machine. */
  record Host(int index) implements ThingRef {}

  record Lane(int index) implements ThingRef {}

  /** Threads that are too many to be drawn one by one. */
  record Crowd(int index) implements ThingRef {}

  /** What a crowd does at one moment. */
  record CrowdMoment(int crowd, long time) implements ThingRef {}

  /** Things of one sort that are too many to be drawn one by one. */
  record Group(int index) implements ThingRef {}

  /** What the things of a group do at one moment. */
  record GroupMoment(int group, long time) implements ThingRef {}

  /** A named slice: of which track, how deep, and its place in that row. */
  record Slice(int track, int depth, int index) implements ThingRef {}

  /** A row of slices that is no thread's. */
  record Track(int index) implements ThingRef {}

  /** A moment with a name, in a track of slices. */
  record Moment(int track, int index) implements ThingRef {}

  /** A moment that concerns a process, or all of them. */
  record WideMoment(int index) implements ThingRef {}

  /** What leads from a slice to another. */
  record Flow(int index) implements ThingRef {}

  record Counter(int index) implements ThingRef {}

  /** One value of a counter. */
  record CounterValue(int counter, int index) implements ThingRef {}

  record Span(int lane, long start) implements ThingRef {}

  record Lock(int index) implements ThingRef {}

  /** One hold of a lock, by the time it was acquired. */
  record Hold(int lock, long start) implements ThingRef {}

  /** The holds of a lock that were summed up in a slice of time, by when that ended. */
  record HoldSum(int lock, long end) implements ThingRef {}

  /** A semaphore, latch, barrier or phaser. */
  record Synchronizer(int index) implements ThingRef {}

  /** The moment at which those who waited at a synchronizer went on. */
  record Opening(int synchronizer, int index) implements ThingRef {}

  record Queue(int index) implements ThingRef {}

  record Message(int queue, int index) implements ThingRef {}

  record Variable(int index) implements ThingRef {}

  record Access(int variable, int index) implements ThingRef {}

  record LostUpdate(int variable, int index) implements ThingRef {}

  record Pool(int index) implements ThingRef {}

  record Task(int pool, int index) implements ThingRef {}

  /** A pipe between a process and its child. */
  record Pipe(int index) implements ThingRef {}

  /** The lock of an interpreter, by its process. */
  record Gil(int process) implements ThingRef {}

  /** One time that a thread had it, by when that began. */
  record GilHold(int process, long start) implements ThingRef {}

  /** The processor time of a process. */
  record Cpu(int process) implements ThingRef {}

  record Line(int index) implements ThingRef {}

  record Phase(int index) implements ThingRef {}

  /** One value of a thread-local, by the time from which its thread had it. */
  record Local(int track, long start) implements ThingRef {}

  record Deadlock(int index) implements ThingRef {}

  /** A thread as it was seen at one moment. */
  record Sighting(int index) implements ThingRef {}
}
