package interleave.program.source;

import interleave.file.FurtherEntry;
import interleave.file.OpenedRecording;
import interleave.file.SavedPart;
import interleave.timeline.Site;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * The sources that a saved file keeps, see {@link KeptSources}. The file may be from anybody: what
 * it says of places is only compared with, and what it has of text is only shown.
 */
public final class SavedSources {
  private static final int MOST_LIST = 1 << 20;

  /** By where the file was. */
  private final Map<String, SavedPart> files = new LinkedHashMap<>();

  private SavedSources(List<OpenedRecording> all) {
    all.forEach(this::add);
  }

  private void add(OpenedRecording opened) {
    String list =
        opened
            .part(KeptSources.LIST)
            .flatMap(part -> part.bytes(MOST_LIST))
            .flatMap(TextFile::text)
            .orElse("");
    list.lines()
        .limit(KeptSources.MOST_FILES)
        .map(line -> line.split("\t", 2))
        .filter(words -> words.length == 2 && words[0].startsWith(KeptSources.FOLDER))
        .forEach(words -> opened.part(words[0]).ifPresent(it -> files.putIfAbsent(words[1], it)));
  }

  /** Those of a recording, as long as it is open. */
  public static SavedSources of(OpenedRecording opened) {
    return new SavedSources(List.of(opened));
  }

  /** Those of several; of files that were in the same place the first. */
  public static SavedSources of(List<OpenedRecording> opened) {
    return new SavedSources(opened);
  }

  public boolean isEmpty() {
    return files.isEmpty();
  }

  /** What was run, as far as that is a source; else any that was kept. */
  public Optional<SourceText> first() {
    return files.keySet().stream().findFirst().flatMap(place -> read(place, place));
  }

  /** All that were kept, in the order in which they are kept. */
  public List<SourceText> all() {
    return files.keySet().stream().flatMap(place -> read(place, place).stream()).toList();
  }

  /** The source of a place; empty where it was not kept. */
  public Optional<SourceText> find(Site site) {
    if (!ProgramSources.isJava(site)) {
      return read(site.file(), site.file());
    }
    String end = "/" + SourceFolders.inPackage(site);
    return files.keySet().stream()
        .filter(place -> place.replace('\\', '/').endsWith(end))
        .findFirst()
        .flatMap(place -> read(place, site.file()));
  }

  private Optional<SourceText> read(String place, String name) {
    SavedPart part = files.get(place);
    if (part == null) {
      return Optional.empty();
    }
    return part.bytes(TextFile.MOST_BYTES)
        .flatMap(bytes -> TextFile.text(bytes).map(text -> shown(place, name, bytes, text)));
  }

  private static SourceText shown(String place, String name, byte[] bytes, String text) {
    Path file = path(place);
    boolean changed =
        !isElsewhere(place)
            && file.isAbsolute()
            && TextFile.bytes(file).filter(now -> !Arrays.equals(now, bytes)).isPresent();
    String known = name.equals(place) ? ProgramSources.name(file) : name;
    return new SourceText(known, file, text, changed);
  }

  private static Path path(String place) {
    try {
      return Path.of(place);
    } catch (InvalidPathException _) {
      return Path.of("");
    }
  }

  /** On another machine: to ask for it would be to tell that machine who asks. */
  private static boolean isElsewhere(String place) {
    return place.startsWith("\\\\") || place.startsWith("//");
  }

  /** To keep them when the recording is saved again. */
  public List<FurtherEntry> entries() {
    if (files.isEmpty()) {
      return List.of();
    }
    StringBuilder list = new StringBuilder();
    List<FurtherEntry> all = new ArrayList<>();
    int number = 0;
    for (Map.Entry<String, SavedPart> each : files.entrySet()) {
      String name = KeptSources.FOLDER + number++;
      list.append(name).append('\t').append(each.getKey()).append('\n');
      all.add(
          new Again(name, () -> each.getValue().bytes(TextFile.MOST_BYTES).orElse(new byte[0])));
    }
    byte[] lines = list.toString().getBytes(StandardCharsets.UTF_8);
    all.addFirst(new Again(KeptSources.LIST, () -> lines));
    return all;
  }

  private interface Bytes {
    byte[] read();
  }

  private record Again(String name, Bytes bytes) implements FurtherEntry {
    @Override
    public void write(FileChannel to, long segments, LongConsumer done) throws IOException {
      KeptSources.write(to, bytes.read());
    }

    @Override
    public boolean isForParts() {
      return true;
    }
  }
}
