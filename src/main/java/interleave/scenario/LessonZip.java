package interleave.scenario;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Lessons in a zip: one, or several in folders of their own. Nothing is unpacked onto a disk. */
final class LessonZip {
  private static final int MOST_ENTRIES = 5_000;

  private final Path zip;
  private final Map<String, LessonTexts> texts = new TreeMap<>();
  private final Map<String, List<LessonProblem>> problems = new TreeMap<>();

  private LessonZip(Path zip) {
    this.zip = zip;
  }

  static List<FoundLesson> read(Path zip) {
    try (ZipFile opened = new ZipFile(zip.toFile())) {
      return new LessonZip(zip).read(opened);
    } catch (IOException e) {
      return List.of(refused(zip, "zip", String.valueOf(e.getMessage())));
    } catch (IllegalArgumentException e) {
      return List.of(refused(zip, "zip.names"));
    }
  }

  static FoundLesson refused(Path place, String key, Object... values) {
    return new FoundLesson(
        place,
        String.valueOf(place.getFileName()),
        String.valueOf(place.getFileName()),
        Optional.empty(),
        List.of(LessonProblem.of("", 0, key, values)));
  }

  private List<FoundLesson> read(ZipFile opened) throws IOException {
    if (opened.size() > MOST_ENTRIES) {
      return List.of(refused(zip, "zip.entries", MOST_ENTRIES));
    }
    List<String> folders = folders(opened);
    if (folders.isEmpty()) {
      return List.of(refused(zip, "no-lessons"));
    }
    if (folders.size() > LessonPlace.MOST) {
      return List.of(refused(zip, "lessons", LessonPlace.MOST));
    }
    for (String folder : folders) {
      problems.put(folder, new ArrayList<>());
      texts.put(folder, new LessonTexts(problems.get(folder)));
    }
    for (ZipEntry entry : all(opened)) {
      if (!isSafe(entry.getName())) {
        return List.of(refused(zip, "zip.path", shown(entry.getName())));
      }
      add(opened, entry, folders);
    }
    List<FoundLesson> found = new ArrayList<>();
    for (String folder : folders) {
      found.add(
          LessonFolder.found(zip, name(folder), name(""), texts.get(folder), problems.get(folder)));
    }
    return found;
  }

  private static List<ZipEntry> all(ZipFile opened) {
    List<ZipEntry> all = new ArrayList<>();
    for (Enumeration<? extends ZipEntry> e = opened.entries(); e.hasMoreElements(); ) {
      all.add(e.nextElement());
    }
    return all;
  }

  /** Where a lesson's file is: the ways to it, empty or with a slash at their ends. */
  private static List<String> folders(ZipFile opened) {
    return all(opened).stream()
        .map(ZipEntry::getName)
        .filter(
            name -> name.equals(LessonReader.LESSON) || name.endsWith("/" + LessonReader.LESSON))
        .map(name -> name.substring(0, name.length() - LessonReader.LESSON.length()))
        .distinct()
        .sorted()
        .toList();
  }

  /** What a folder is called; the zip itself for what lies in none. */
  private String name(String folder) {
    String file = String.valueOf(zip.getFileName()).replaceFirst("(?i)\\.zip$", "");
    String plain = folder.isEmpty() ? file : folder.substring(0, folder.length() - 1);
    return plain.substring(plain.lastIndexOf('/') + 1);
  }

  /** A way that stays below where it begins. */
  private static boolean isSafe(String name) {
    boolean odd = name.isEmpty() || name.chars().anyMatch(c -> c < ' ' || c == '\\' || c == ':');
    return !odd && !name.startsWith("/") && !List.of(name.split("/", -1)).contains("..");
  }

  private static String shown(String name) {
    return name.replaceAll("\\p{Cntrl}", "?");
  }

  private void add(ZipFile opened, ZipEntry entry, List<String> folders) throws IOException {
    String name = entry.getName();
    if (entry.isDirectory() || !LessonTexts.isText(name)) {
      return;
    }
    for (String folder : folders.reversed()) { // the deepest first
      if (name.startsWith(folder)) {
        String within = name.substring(folder.length());
        try (var in = opened.getInputStream(entry)) { // reads no more than a lesson may have
          texts.get(folder).add(within, in);
        } catch (IOException e) {
          texts.get(folder).refuse(within, "unreadable", String.valueOf(e.getMessage()));
        }
        return;
      }
    }
  }
}
