package interleave.program.source;

import interleave.file.FurtherEntry;
import interleave.program.Program;
import interleave.timeline.Site;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The source files that the sites of a recording name, kept beside it: a list of what entry is
 * which file, and each as an entry of its own. Only text files of less than a megabyte are kept,
 * under the program's folder, and only as they were when the program began.
 */
public final class KeptSources implements FurtherEntry {
  /** The list, a line for each: the entry, a tabulator, where the file was. */
  static final String LIST = "sources";

  static final String FOLDER = "sources/";
  static final int MOST_FILES = 200;

  /** Names of entries are no longer than that. */
  private static final int MOST_NAME = 160;

  private static final long MOST_BYTES = 16_000_000;

  private final Program.Own program;
  private final Instant began;
  private final Supplier<List<Site>> sites;
  private List<Text> texts = List.of();

  /** One file, as an entry. */
  record Text(String name, String place, byte[] bytes) implements FurtherEntry {
    @Override
    public void write(FileChannel to, long segments, LongConsumer done) throws IOException {
      KeptSources.write(to, bytes);
    }

    @Override
    public boolean isForParts() {
      return true;
    }
  }

  private KeptSources(Program.Own program, Instant began, Supplier<List<Site>> sites) {
    this.program = program;
    this.began = began;
    this.sites = sites;
  }

  /**
   * Those of a run.
   *
   * @param began files that were changed later are not what ran, and are not kept
   * @param sites is asked when it is their turn to be written
   */
  public static List<FurtherEntry> of(Program program, Instant began, Supplier<List<Site>> sites) {
    return program instanceof Program.Own own
        ? List.of(new KeptSources(own, began, sites))
        : List.of();
  }

  /** The same texts, for who shows them. */
  public static List<SourceText> texts(Program program, Instant began, List<Site> sites) {
    return program instanceof Program.Own own
        ? new KeptSources(own, began, () -> sites).find().stream().flatMap(it -> shown(it)).toList()
        : List.of();
  }

  private static Stream<SourceText> shown(Text text) {
    Path file = Path.of(text.place());
    return TextFile.text(text.bytes()).stream()
        .map(read -> new SourceText(ProgramSources.name(file), file, read, false));
  }

  @Override
  public String name() {
    return LIST;
  }

  @Override
  public boolean isForParts() {
    return true;
  }

  @Override
  public List<FurtherEntry> entries() {
    texts = find();
    List<FurtherEntry> all = new ArrayList<>();
    if (!texts.isEmpty()) {
      all.add(this);
      all.addAll(texts);
    }
    return all;
  }

  @Override
  public void write(FileChannel to, long segments, LongConsumer done) throws IOException {
    StringBuilder list = new StringBuilder();
    texts.forEach(each -> list.append(each.name()).append('\t').append(each.place()).append('\n'));
    write(to, list.toString().getBytes(StandardCharsets.UTF_8));
  }

  static void write(FileChannel to, byte[] bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      to.write(buffer);
    }
  }

  private List<Text> find() {
    List<Path> roots = roots();
    List<Text> found = new ArrayList<>();
    long all = 0;
    for (Map.Entry<Path, String> each : files().entrySet()) {
      Path file = each.getKey();
      Optional<byte[]> bytes =
          roots.stream().anyMatch(file::startsWith) && isAsItRan(file)
              ? TextFile.bytes(file)
              : Optional.empty();
      if (bytes.isPresent() && found.size() < MOST_FILES) {
        all += bytes.get().length;
        if (all > MOST_BYTES) {
          break;
        }
        found.add(new Text(name(file, roots, found.size()), each.getValue(), bytes.get()));
      }
    }
    return found;
  }

  /**
   * Where files really are, and as events know it where they do. The program's own file first: it
   * is what is shown first.
   */
  private Map<Path, String> files() {
    Map<Path, String> files = new LinkedHashMap<>();
    if (program.isSource()) {
      Path target = program.folder().resolve(program.target()).toAbsolutePath().normalize();
      real(target).ifPresent(file -> files.put(file, target.toString()));
    }
    ProgramSources sources = new ProgramSources(program);
    Set<String> seen = new LinkedHashSet<>();
    for (Site site : sites.get()) {
      if (seen.add(site.owner() + '\t' + site.file())) {
        sources.find(site).ifPresent(found -> add(files, site, found));
      }
    }
    return files;
  }

  private static void add(Map<Path, String> files, Site site, Path found) {
    String place = ProgramSources.isJava(site) ? found.toString() : site.file();
    real(found).ifPresent(file -> files.put(file, place));
  }

  private List<Path> roots() {
    List<Path> roots = new ArrayList<>();
    if (program.isSource()) {
      Path file = program.folder().resolve(program.target()).toAbsolutePath();
      Optional.ofNullable(Files.isDirectory(file) ? file : file.getParent())
          .flatMap(KeptSources::real)
          .ifPresent(roots::add);
    }
    real(program.folder()).ifPresent(roots::add);
    roots.removeIf(root -> root.getNameCount() == 0); // all of the disk is nobody's program
    return roots;
  }

  /** Where it really is: a link may lead out of the program's folder. */
  private static Optional<Path> real(Path path) {
    try {
      return Optional.of(path.toRealPath());
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private boolean isAsItRan(Path file) {
    try {
      return !Files.getLastModifiedTime(file).toInstant().isAfter(began)
          && file.toString().chars().noneMatch(c -> c < ' ');
    } catch (IOException _) {
      return false;
    }
  }

  private static String name(Path file, List<Path> roots, int number) {
    Path root = roots.getFirst();
    String path =
        file.startsWith(root)
            ? FOLDER + root.relativize(file).toString().replace('\\', '/')
            : FOLDER + number + '/' + file.getFileName();
    return path.getBytes(StandardCharsets.UTF_8).length <= MOST_NAME ? path : FOLDER + number;
  }
}
