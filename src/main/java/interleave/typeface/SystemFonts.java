package interleave.typeface;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.fontbox.ttf.OTFParser;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Fonts that lie on this machine, for letters that the bundled ones lack. Asked in an order of
 * their names, so that the same machine gives the same figure; files are opened when a letter is
 * looked for, and most of them never.
 */
public final class SystemFonts {
  /** The beginnings of the names of files: Chinese first, then signs. */
  private static final List<String> WANTED =
      List.of(
          "notosanscjk-regular",
          "notosanscjksc-regular",
          "notosanssc",
          "sourcehansanssc-regular",
          "sourcehansans-regular",
          "pingfang",
          "hiragino sans gb",
          "msyh.",
          "stheiti light",
          "wqy-microhei",
          "wqy-zenhei",
          "droidsansfallback",
          "simhei",
          "simsun",
          "dejavusans.",
          "notosans-regular",
          "notosanssymbols2-regular",
          "notosanssymbols-regular",
          "seguisym",
          "apple symbols",
          "arial unicode",
          "arialuni",
          "segoeui.",
          "freesans.");

  /** In the names of other fonts that may have Chinese letters; they come last. */
  private static final Pattern CHINESE =
      Pattern.compile(".*(cjk|han|hei|song|ming|kai|sansc|serifsc|gothic).*");

  /** A property that says where fonts lie. */
  public static final String FOLDERS = "interleave.fonts";

  private static final int DEEPEST = 6;

  private final List<Path> folders;
  private @Nullable List<Path> files;
  private final Map<Path, Optional<FontFile>> opened = new HashMap<>();

  /**
   * @param folders where fonts lie, at whatever depth
   */
  public SystemFonts(List<Path> folders) {
    this.folders = List.copyOf(folders);
  }

  /** Those of the folders of {@link #FOLDERS}, else of where systems have them. */
  static SystemFonts ofThisMachine() {
    String told = System.getProperty(FOLDERS);
    if (told != null) {
      return new SystemFonts(Stream.of(told.split(File.pathSeparator)).map(Path::of).toList());
    }
    String home = System.getProperty("user.home", "");
    String system = System.getenv().getOrDefault("SystemRoot", "C:\\Windows");
    return new SystemFonts(
        Stream.of(
                "/usr/share/fonts",
                "/usr/local/share/fonts",
                home + "/.fonts",
                home + "/.local/share/fonts",
                home + "/Library/Fonts",
                "/Library/Fonts",
                "/System/Library/Fonts",
                system + "/Fonts")
            .map(Path::of)
            .toList());
  }

  /** The first that has the letter and may be embedded. */
  public synchronized Optional<FontFile> having(int letter) {
    for (Path file : files()) {
      Optional<FontFile> font = opened.computeIfAbsent(file, SystemFonts::open);
      if (font.isPresent() && font.get().embeddable() && font.get().has(letter)) {
        return font;
      }
    }
    return Optional.empty();
  }

  private List<Path> files() {
    List<Path> known = files;
    if (known == null) {
      known = new ArrayList<>();
      for (Path folder : folders) {
        known.addAll(in(folder));
      }
      known.sort(Comparator.comparingInt(SystemFonts::rank).thenComparing(Path::toString));
      files = known;
    }
    return known;
  }

  private static List<Path> in(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder, DEEPEST)) {
      return all.filter(file -> rank(file) <= WANTED.size()).toList();
    } catch (IOException | RuntimeException e) {
      return List.of(); // a folder that may not be read has none for us
    }
  }

  private static int rank(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (!name.endsWith(".ttf") && !name.endsWith(".otf") && !name.endsWith(".ttc")) {
      return Integer.MAX_VALUE;
    }
    for (int i = 0; i < WANTED.size(); i++) {
      if (name.startsWith(WANTED.get(i))) {
        return i;
      }
    }
    return CHINESE.matcher(name).matches() ? WANTED.size() : Integer.MAX_VALUE;
  }

  /** A file that is no font, or one of a kind that cannot be read, is as if it were not there. */
  private static Optional<FontFile> open(Path file) {
    try {
      String name = file.toString().toLowerCase(Locale.ROOT);
      TrueTypeFont font =
          name.endsWith(".ttc") ? ofCollection(file) : single(file, name.endsWith(".otf"));
      return FontFile.isDrawn(font) ? Optional.of(new FontFile(font)) : Optional.empty();
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private static TrueTypeFont single(Path file, boolean postScript) throws IOException {
    try (RandomAccessRead bytes = new RandomAccessReadBuffer(Files.readAllBytes(file))) {
      return postScript ? new OTFParser().parse(bytes) : new TTFParser().parse(bytes);
    }
  }

  /** That for Simplified Chinese where it says so, else the first. */
  private static TrueTypeFont ofCollection(Path file) throws IOException {
    List<TrueTypeFont> all = new ArrayList<>();
    // Its fonts read from it as long as they are used, which is as long as the program runs.
    new TrueTypeCollection(file.toFile()).processAllFonts(all::add);
    for (TrueTypeFont font : all) {
      String name = String.valueOf(font.getName());
      if (name.contains("SC") && !name.contains("Mono")) {
        return font;
      }
    }
    return all.getFirst();
  }
}
