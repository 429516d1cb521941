package interleave.file;

import interleave.event.Recording;
import interleave.words.Words;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The formats there are, in the order in which they are asked. They are handed in as a list and not
 * found by a {@code ServiceLoader}: the order counts, the compiler sees each of them, and a test
 * hands in its own; a service would want a line in two more files.
 */
public final class Formats {
  /** So many bytes of a file's beginning tell its format. */
  public static final int HEAD = 1 << 16;

  private static final Words WORDS = Words.of("file");

  private final WritableFormat usual;
  private final List<Format> all;
  private final Strangers strangers;
  private final Runnable expected;

  /**
   * @param usual what is saved where a name says nothing, and what a file is taken for that none of
   *     them knows
   */
  public Formats(WritableFormat usual, List<? extends Format> others) {
    this(usual, others, Strangers.NONE, () -> {});
  }

  /**
   * As the shorter one, with files that are known and not read.
   *
   * @param expected what is to be done when a file in another than the usual format begins to be
   *     read, which takes a while, and whose events are wanted afterwards
   */
  public Formats(
      WritableFormat usual, List<? extends Format> others, Strangers strangers, Runnable expected) {
    this.usual = usual;
    this.strangers = strangers;
    this.expected = expected;
    List<Format> formats = new ArrayList<>(List.of(usual));
    formats.addAll(others);
    all = List.copyOf(formats);
  }

  public List<Format> all() {
    return all;
  }

  /** Those in which a recording can be saved. */
  public List<WritableFormat> writable() {
    return all.stream().flatMap(each -> writable(each).stream()).toList();
  }

  private static Optional<WritableFormat> writable(Format format) {
    return format instanceof WritableFormat writable ? Optional.of(writable) : Optional.empty();
  }

  /** The ending of a file's name to offer. */
  public String usualSuffix() {
    return usual.suffixes().getFirst();
  }

  /** The name of a file to offer for what has that name, which may be the file it was opened of. */
  public String offered(String name) {
    return name.endsWith(usualSuffix()) ? name : name + usualSuffix();
  }

  /** Whether a file of that name is saved in the usual format. */
  boolean isUsual(Path file) {
    return forSuffix(file).flatMap(Formats::writable).orElse(usual) == usual;
  }

  /** All endings of names of files that can be opened. */
  public List<String> suffixes() {
    return all.stream().flatMap(each -> each.suffixes().stream()).distinct().toList();
  }

  /** The format that files of that name have. */
  public Optional<Format> forSuffix(Path file) {
    return all.stream().filter(each -> suffix(each, file).isPresent()).findFirst();
  }

  private static Optional<String> suffix(Format format, Path file) {
    return format.suffixes().stream().filter(file.toString()::endsWith).findFirst();
  }

  /**
   * The format that a file is of, whatever its name, or what is packed in it, see {@link Content}.
   */
  public Optional<Format> ofContent(Path file) throws IOException {
    byte[] head = Content.of(file, this::isKnown).head();
    return all.stream().filter(each -> each.begins(head)).findFirst();
  }

  /** Whether what begins so is of a format that is known. */
  public boolean isKnown(byte[] content) {
    byte[] head = content.length <= HEAD ? content : Arrays.copyOf(content, HEAD);
    return all.stream().anyMatch(each -> each.begins(head));
  }

  /** The name of a file without the ending that tells its format. */
  public String bareName(Path file) {
    String name = String.valueOf(file.getFileName());
    return forSuffix(file)
        .flatMap(format -> suffix(format, file))
        .map(suffix -> name.substring(0, name.length() - suffix.length()))
        .orElse(name);
  }

  /** The file, with the usual ending where it has none of a format that is saved. */
  public Path named(Path file) {
    return forSuffix(file).flatMap(Formats::writable).isPresent()
        ? file
        : file.resolveSibling(file.getFileName() + usualSuffix());
  }

  /**
   * Reads a file in the format that its content tells, and else its name.
   *
   * @throws IOException with a sentence, when there is no recording in it
   */
  public OpenedRecording open(Path file, Progress progress) throws IOException {
    if (Files.isDirectory(file)) {
      Optional<Leftover> leftover = Leftovers.in(file);
      return leftover.isPresent() ? leftover.get().open() : openFolder(file, progress);
    }
    if (!Files.isRegularFile(file)) {
      throw new FileNotFoundException(WORDS.get("no-file", file));
    }
    if (Files.size(file) == 0) {
      throw new IOException(WORDS.get("empty", file));
    }
    Optional<Format> content = ofContent(file);
    if (content.isEmpty()) {
      refuseStranger(file);
    }
    Optional<Format> known = content.or(() -> forSuffix(file));
    if (known.isEmpty()) {
      String titles = all.stream().map(Format::title).collect(Collectors.joining(", "));
      throw new IOException(WORDS.get("strange", file, titles));
    }
    return begun(known.get()).open(file, progress);
  }

  /** A format of which something begins to be read. */
  private Format begun(Format format) {
    if (format != usual) {
      expected.run();
    }
    return format;
  }

  /** Says what a file is that is known and not read. */
  private void refuseStranger(Path file) throws IOException {
    Content content = Content.of(file, head -> strangers.sentence(file, head).isPresent());
    Optional<String> sentence = strangers.sentence(file, content.head());
    if (sentence.isPresent()) {
      throw new IOException(sentence.get());
    }
  }

  /** All files of a folder of which several make a recording, in the order of their names. */
  private OpenedRecording openFolder(Path folder, Progress progress) throws IOException {
    List<Path> parts = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        if (Files.isRegularFile(file) && ofContent(file).filter(Format::isOfSeveral).isPresent()) {
          parts.add(file);
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    if (parts.isEmpty()) {
      throw new FileNotFoundException(WORDS.get("leftover.gone", folder));
    }
    parts.sort(Comparator.comparing(Path::toString));
    return open(parts, progress);
  }

  /**
   * Reads several files as parts of one recording, in the format of the first of them.
   *
   * @throws IOException with a sentence, where they are not of one format, or of one in which each
   *     is a recording of its own
   */
  public OpenedRecording open(List<Path> files, Progress progress) throws IOException {
    if (files.size() == 1) {
      return open(files.getFirst(), progress);
    }
    Format first = ofContent(files.getFirst()).orElse(usual);
    for (Path file : files) {
      if (!Files.isRegularFile(file)) {
        throw new FileNotFoundException(WORDS.get("no-file", file));
      }
      if (!first.isOfSeveral() || ofContent(file).orElse(usual) != first) {
        throw new IOException(WORDS.get("not-parts", files.getFirst(), file));
      }
    }
    return begun(first).open(files, progress);
  }

  /** As the longer {@code save}, with nothing beside the recording. */
  public void save(Recording recording, Manifest manifest, Path file, Progress progress)
      throws IOException {
    save(recording, manifest, List.of(), file, progress);
  }

  /** Saves a recording in the format that the file's name tells, and else in the usual one. */
  public void save(
      Recording recording,
      Manifest manifest,
      List<? extends FurtherEntry> further,
      Path file,
      Progress progress)
      throws IOException {
    forSuffix(file)
        .flatMap(Formats::writable)
        .orElse(usual)
        .save(recording, manifest, further, file, progress);
  }
}
