package interleave.app.opening;

import interleave.event.OwnerOnly;
import interleave.exchange.KnownFormats;
import interleave.file.Progress;
import interleave.program.merge.Alignment;
import interleave.program.merge.Merge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Recordings that are to become one: the run in sight, which may be in no file or have marks that
 * are not in it, and files.
 *
 * @param run comes first
 */
public record MergedTogether(Optional<InSight> run, List<Path> files) {
  private static final String PREFIX = "interleave-merged";
  private static final double WRITTEN = 0.2;

  /** A run that is in sight, under its name. */
  public record InSight(String name, Saving saving) {
    private String fileName() {
      String plain = name.replaceAll("[/\\\\:]", " ").strip();
      return KnownFormats.ALL.bareName(Path.of(plain.isEmpty() ? PREFIX : plain))
          + KnownFormats.ALL.usualSuffix();
    }
  }

  /** Saves it. */
  @FunctionalInterface
  public interface Saving {
    void to(Path file, Progress progress) throws IOException;
  }

  public MergedTogether {
    files = List.copyOf(files);
  }

  /** What they are called. */
  public List<String> names() {
    return Stream.concat(
            run.stream().map(InSight::name),
            files.stream().map(each -> String.valueOf(each.getFileName())))
        .toList();
  }

  /** The name to offer for what they become. */
  public String offered() {
    return String.join(
        " + ",
        names().stream().map(each -> KnownFormats.ALL.bareName(Path.of(each))).limit(2).toList());
  }

  /**
   * Makes one of them.
   *
   * @return how they are aligned, as a sentence
   */
  public String into(Path to, Optional<Alignment> alignment, Progress progress) throws IOException {
    if (run.isEmpty()) {
      return Merge.files(files, to, alignment, progress);
    }
    Path place = Path.of(System.getProperty("java.io.tmpdir"));
    Path folder = OwnerOnly.newFolder(place, PREFIX);
    Path saved = folder.resolve(run.get().fileName());
    try {
      run.get().saving().to(saved, progress.part(0, WRITTEN));
      List<Path> all = new ArrayList<>(List.of(saved));
      all.addAll(files);
      return Merge.files(all, to, alignment, progress.part(WRITTEN, 1));
    } finally {
      Files.deleteIfExists(saved);
      Files.deleteIfExists(folder);
    }
  }
}
