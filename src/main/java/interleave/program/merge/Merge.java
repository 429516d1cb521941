package interleave.program.merge;

import interleave.event.EventKind;
import interleave.event.Recording;
import interleave.event.SegmentWriter;
import interleave.event.TracedRuntime;
import interleave.exchange.KnownFormats;
import interleave.file.FurtherEntry;
import interleave.file.Leftovers;
import interleave.file.Manifest;
import interleave.file.OpenedRecording;
import interleave.file.Progress;
import interleave.file.Stages;
import interleave.file.ToldProblems;
import interleave.program.annotation.Annotations;
import interleave.program.annotation.KeptAnnotations;
import interleave.program.source.SavedSources;
import interleave.tail.OpenedTimeline;
import interleave.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Several files as one recording. */
public final class Merge {
  private static final Words WORDS = Words.of("program/merge");

  /** The parts of the way that it takes to open them, and to copy them. */
  private static final double OPENED = 0.4;

  private static final double COPIED = 0.7;

  /** So far apart they cannot be looked at. */
  private static final long FURTHEST = TimeUnit.DAYS.toNanos(300);

  /** No time is less. */
  private static final long FIRST = TimeUnit.SECONDS.toNanos(1);

  private final List<Source> sources;
  private final boolean asked;
  private Alignment alignment;
  private final Stages stages;
  private final List<Long> shifts = new ArrayList<>();

  private Merge(List<Source> sources, Optional<Alignment> alignment, Stages stages) {
    this.sources = sources;
    asked = alignment.isPresent();
    this.alignment = alignment.orElseGet(() -> Alignment.best(sources));
    this.stages = stages;
  }

  /**
   * Merges files into another one, which is there as a whole or not at all.
   *
   * @param files at least two, of whatever format
   * @param alignment empty for the one that tells most of what was before what
   * @return how they are aligned, as a sentence
   * @throws IOException with a sentence, where they do not go together like that
   */
  public static String files(
      List<Path> files, Path to, Optional<Alignment> alignment, Progress progress)
      throws IOException {
    for (Path file : files) {
      if (Files.exists(to) && Files.exists(file) && Files.isSameFile(file, to)) {
        throw new IOException(WORDS.get("into-itself", to.getFileName()));
      }
    }
    List<Source> sources = new ArrayList<>();
    Stages stages = new Stages(progress);
    try {
      for (Path file : files) {
        double end = OPENED * (sources.size() + 1) / files.size();
        OpenedRecording opened = KnownFormats.ALL.open(file, stages.upTo(end));
        sources.add(new Source(opened, KnownFormats.ALL.bareName(file)));
        opened.recording(stages.upTo(end));
      }
      Merge merge = new Merge(List.copyOf(sources), alignment, stages);
      Leftovers.copy(recording -> merge.into(recording, to));
      return merge.alignment.sentence();
    } finally {
      sources.forEach(each -> each.opened().close());
    }
  }

  private Path into(Recording recording, Path to) throws IOException {
    try {
      align();
      copy(recording);
      KnownFormats.ALL.save(recording, manifest(), beside(), to, stages.upTo(1));
      return to;
    } finally {
      recording.delete();
    }
  }

  private void align() throws IOException {
    List<Long> opened = new ArrayList<>();
    if (!isAligned(opened) && !asked) {
      alignment = Alignment.START;
      isAligned(opened);
    }
    Source first = sources.getFirst();
    if (opened.size() < sources.size()) {
      throw new IOException(WORDS.get("too-far", first.name(), sources.get(opened.size()).name()));
    }
    long more = Math.max(0, FIRST - Collections.min(opened));
    shifts.replaceAll(each -> each + more);
  }

  /**
   * Finds the shifts, and when each began then, up to the one that is too far from the first, if
   * there is such.
   */
  private boolean isAligned(List<Long> opened) throws IOException {
    Source first = sources.getFirst();
    shifts.clear();
    opened.clear();
    for (Source each : sources) {
      long shift = alignment.shift(first, each, Merge::start);
      long begin = MovedSegment.opened(MovedSegment.all(recording(each)));
      if (Math.abs(shift) > FURTHEST || Math.abs(begin) > Long.MAX_VALUE / 4) {
        return false;
      }
      shifts.add(shift);
      opened.add(begin + shift);
    }
    return true;
  }

  private static Recording recording(Source of) throws IOException {
    return of.opened().recording();
  }

  private static long start(Source of) throws IOException {
    return OpenedTimeline.of(of.opened(), Progress.UNHEARD).timeline().start();
  }

  private void copy(Recording to) throws IOException {
    long total = 0;
    for (Source each : sources) {
      total += recording(each).written();
    }
    long[] done = {0, total};
    Progress part = stages.upTo(COPIED);
    int host = 0;
    int segments = 0;
    long begin = Long.MAX_VALUE;
    List<Hosts.Told> hosts = new ArrayList<>();
    for (int i = 0; i < sources.size(); i++) {
      Source source = sources.get(i);
      List<Path> from = MovedSegment.all(recording(source));
      int count = Hosts.count(from, source.name());
      MovedSegment moved = new MovedSegment(host, shifts.get(i));
      for (Path each : from) {
        Path file = to.folder().resolve("m" + segments++ + ".seg");
        moved.copy(
            each,
            file,
            bytes -> {
              done[0] += bytes;
              Progress.check(part, Math.min(done[0], done[1]), done[1]);
            });
      }
      begin = Math.min(begin, MovedSegment.opened(from) + shifts.get(i));
      hosts.addAll(Hosts.of(source, recording(source), host, count, shifts.get(i)));
      host += count;
    }
    tell(to, hosts, begin);
  }

  /** Names the hosts, in the order of their numbers, before anything happens on them. */
  private void tell(Recording to, List<Hosts.Told> hosts, long begin) throws IOException {
    long opened = begin - 1;
    SegmentWriter segment = to.segment(TracedRuntime.ENGINE, 1, 0, opened);
    segment.write(EventKind.TRACER_NOTE.code(), 0, 0, 0, 0, 0, opened, sentence());
    int kind = EventKind.HOST.code();
    hosts.sort(Hosts.ORDER);
    for (Hosts.Told each : hosts) {
      long time = Math.max(opened, each.name() == null ? each.time() : opened);
      String name = each.name();
      if (name == null) {
        segment.write(kind, 0, 0, each.number(), 0, each.uncertainty(), time);
      } else {
        segment.write(kind, 0, 0, each.number(), 0, each.uncertainty(), time, name);
      }
    }
  }

  private String sentence() {
    List<String> names = sources.stream().map(Source::name).toList();
    return WORDS.get("merged", String.join(", ", names)) + " " + alignment.sentence();
  }

  private Manifest manifest() {
    List<Manifest> all = sources.stream().map(Source::manifest).toList();
    return Manifest.merged(all, sentence(), shifts.getFirst(), alignment != Alignment.START);
  }

  /** What was added to them, and what is known to be wrong with them. */
  private List<FurtherEntry> beside() {
    List<Annotations> annotations = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    boolean incomplete = false;
    for (int i = 0; i < sources.size(); i++) {
      OpenedRecording opened = sources.get(i).opened();
      String name = sources.get(i).name();
      annotations.add(KeptAnnotations.of(opened).later(shifts.get(i)));
      opened.problems().forEach(each -> problems.add(WORDS.get("of", name, each)));
      incomplete |= opened.isIncomplete();
    }
    Annotations joined = Annotations.joined(annotations);
    List<FurtherEntry> beside = new ArrayList<>(List.of(new KeptAnnotations(() -> joined)));
    beside.addAll(SavedSources.of(sources.stream().map(Source::opened).toList()).entries());
    beside.addAll(ToldProblems.of(manifest(), problems, incomplete));
    return beside;
  }
}
