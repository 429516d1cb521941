package interleave.timeline.derive;

import interleave.timeline.Timeline;
import interleave.timeline.column.ObjectColumn;
import interleave.timeline.derive.column.Bounds;
import interleave.timeline.derive.column.OutputLines;
import interleave.timeline.derive.host.HostBuilders;
import interleave.timeline.derive.seen.SeenBuilder;
import interleave.timeline.derive.stack.StackBuilders;
import interleave.timeline.derive.system.SampleBuilders;

/**
 * What is known of a run so far. Lanes are written before the watermark, all that lies between
 * threads behind it; snapshots read both. One thread writes.
 */
final class RunModel {
  final Bounds bounds;
  final Directory directory;
  final ArrowMaker arrows;
  final Tracks tracks;
  final OutputLines output = new OutputLines();
  final LocalBuilders locals = new LocalBuilders();
  final PhaseBuilder phases = new PhaseBuilder();
  final GilBuilders gils;
  final NativeThreads threads;
  final SampleBuilders samples = new SampleBuilders();
  final SeenBuilder seen = new SeenBuilder();
  final StackBuilders stacks;
  final HostBuilders hosts = new HostBuilders();
  final ObjectColumn<String> notes = new ObjectColumn<>();
  final ObjectColumn<String> problems = new ObjectColumn<>();
  final ObjectColumn<Timeline.Gap> gaps = new ObjectColumn<>();

  long events;
  long lost;
  long skipped;
  double nanosPerEvent = Double.NaN;

  /** When the first event happened, and the newest. */
  long begin = Timeline.OPEN;

  long newest = Long.MIN_VALUE;

  /** Whether an importer has told of any thread when it ran and when not. */
  boolean tellsStates;

  /** Up to when what lies between threads is derived. */
  long watermark = Long.MIN_VALUE;

  /** Whether the run is over and everything was derived. */
  boolean ended;

  /** Whether some of the recording is missing, and so most likely its end. */
  boolean incomplete;

  RunModel(Bounds bounds) {
    this.bounds = bounds;
    directory = new Directory(bounds);
    arrows = new ArrowMaker(directory);
    tracks = new Tracks(arrows);
    stacks = new StackBuilders(bounds);
    gils = new GilBuilders(directory);
    threads = new NativeThreads(directory, gils);
  }

  void happened(long time) {
    begin = Math.min(begin, time);
    newest = Math.max(newest, time);
  }

  /** Gives {@code other}, which is empty, what is known here, each at its index. */
  void introduceTo(RunModel other) {
    directory.introduceTo(other.directory);
    tracks.introduceTo(other.tracks, other.directory);
  }
}
