package interleave.scenario;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Lessons in a zip: one, or several in folders of their own. Nothing is unpacked onto a disk. */
final class LessonZip {
  private static final int MOST_ENTRIES = 5_000;
  private static final long LARGEST = 32L << 20;

  /** What is in a folder, whose way is empty or has a slash at its end. */
  private record Content(String folder, LessonTexts texts, List<LessonProblem> problems) {
    static Content of(String folder) {
      List<LessonProblem> problems = new ArrayList<>();
      return new Content(folder, new LessonTexts(problems), problems);
    }
  }

  private final Path zip;

  private LessonZip(Path zip) {
    this.zip = zip;
  }

  static List<FoundLesson> read(Path zip) {
    try {
      if (Files.size(zip) > LARGEST) {
        return List.of(refused(zip, "zip.large", LARGEST >> 20));
      }
    } catch (IOException e) {
      return List.of(refused(zip, "unreadable", String.valueOf(e.getMessage())));
    }
    try (ZipFile opened = new ZipFile(zip.toFile())) {
      return new LessonZip(zip).read(opened);
    } catch (EOFException e) {
      return List.of(refused(zip, "zip", "its end is missing")); // the JDK says nothing then
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

  private List<FoundLesson> read(ZipFile opened) {
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
    List<Content> contents = folders.stream().map(Content::of).toList();
    for (ZipEntry entry : all(opened)) {
      if (!isSafe(entry.getName())) {
        return List.of(refused(zip, "zip.path", shown(entry.getName())));
      }
      if (LessonTexts.isText(entry.getName())) {
        add(opened, entry, contents);
      }
    }
    contents.forEach(each -> addData(opened, each));
    return contents.stream()
        .map(
            each ->
                LessonFolder.found(
                    zip, name(each.folder()), name(""), each.texts(), each.problems()))
        .toList();
  }

  /** Without what the Finder of macOS adds. */
  private static List<ZipEntry> all(ZipFile opened) {
    List<ZipEntry> all = new ArrayList<>();
    for (Enumeration<? extends ZipEntry> e = opened.entries(); e.hasMoreElements(); ) {
      ZipEntry entry = e.nextElement();
      if (!entry.getName().startsWith("__MACOSX/")) {
        all.add(entry);
      }
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

  private static void add(ZipFile opened, ZipEntry entry, List<Content> contents) {
    String name = entry.getName();
    for (Content content : contents.reversed()) { // the deepest first
      if (name.startsWith(content.folder())) {
        add(opened, entry, content);
        return;
      }
    }
  }

  /** What the lesson in that folder has its programs read. */
  private static void addData(ZipFile opened, Content content) {
    for (String name : content.texts().named()) {
      ZipEntry entry = opened.getEntry(content.folder() + name);
      if (entry != null && !entry.isDirectory()) {
        add(opened, entry, content);
      }
    }
  }

  private static void add(ZipFile opened, ZipEntry entry, Content content) {
    String within = entry.getName().substring(content.folder().length());
    try (var in = opened.getInputStream(entry)) { // reads no more than a lesson may have
      content.texts().add(within, in);
    } catch (IOException e) {
      content.texts().refuse(within, "unreadable", String.valueOf(e.getMessage()));
    }
  }
}
