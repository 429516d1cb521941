package interleave.exchange.export.share;

import interleave.exchange.export.Excerpt;
import interleave.exchange.export.page.PageFormat;
import interleave.file.Progress;
import interleave.file.WholeFile;
import interleave.words.Language;
import interleave.words.Product;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A folder, as a web server shows it: an index, and a page for each run that needs nothing else.
 */
final class SharedFolder extends Share {
  private static final String INDEX = "index.html";
  private static final int LONGEST_NAME = 60;

  /** So far into a file it says who made it. */
  private static final int HEAD = 2_000;

  private final Path folder;
  private final Map<String, byte[]> pages = new LinkedHashMap<>();

  /** Names that no page may have: some of them are devices of Windows. */
  private final Set<String> taken = new HashSet<>(List.of("index", "con", "prn", "aux", "nul"));

  SharedFolder(Path folder, String title) {
    super(title);
    this.folder = folder;
    IntStream.rangeClosed(1, 9)
        .boxed()
        .flatMap(i -> Stream.of("com" + i, "lpt" + i))
        .forEach(taken::add);
  }

  @Override
  ShelfPage.Card card(int number, SharedRun run, Excerpt what, Progress progress)
      throws IOException {
    ByteArrayOutputStream page = new ByteArrayOutputStream();
    new PageFormat().write(what, page, progress);
    String name = name(run.titles().getOrDefault(Language.ENGLISH, "")) + ".html";
    pages.put(name, page.toByteArray());
    return new ShelfPage.Card(run, name, page.size());
  }

  /** Of plain letters, so that it is the same in any address and on any disk. */
  private String name(String title) {
    String plain = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String name =
        plain.substring(0, Math.min(LONGEST_NAME, plain.length())).replaceAll("^-|-$", "");
    String stem = name.isEmpty() ? "run" : name;
    String free = stem;
    for (int i = 2; !taken.add(free); i++) {
      free = stem + "-" + i;
    }
    return free;
  }

  @Override
  public List<Path> save() throws IOException {
    Files.createDirectories(folder);
    ByteArrayOutputStream index = new ByteArrayOutputStream();
    document(List.of("page.css", "shelf.css"), List.of("shelf")).write(index, List.of(index()));
    Map<String, byte[]> all = new LinkedHashMap<>(pages);
    all.put(INDEX, index.toByteArray()); // last, when all that it leads to is there
    for (String name : all.keySet()) {
      if (!isOurs(folder.resolve(name))) {
        throw new FileAlreadyExistsException(SharedRun.WORDS.get("not-ours", folder.resolve(name)));
      }
    }
    List<Path> written = new ArrayList<>();
    for (Map.Entry<String, byte[]> each : all.entrySet()) {
      Path file = folder.resolve(each.getKey());
      WholeFile.share(file, to -> to.write(each.getValue()));
      written.addFirst(file);
    }
    return written;
  }

  /** Whether there is no such file, or one that was made here before. */
  private static boolean isOurs(Path file) throws IOException {
    if (Files.notExists(file)) {
      return true;
    }
    try (InputStream in = Files.newInputStream(file)) {
      String head = new String(in.readNBytes(HEAD), StandardCharsets.UTF_8);
      return head.contains("<meta name=\"generator\" content=\"" + Product.NAME);
    }
  }
}
