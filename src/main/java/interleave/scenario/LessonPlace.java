package interleave.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where lessons are: a folder of lessons, in folders of their own or as zips; one lesson's folder;
 * or a zip.
 */
public final class LessonPlace {
  /** More of them nobody looks through. */
  static final int MOST = 300;

  private LessonPlace() {}

  /** What is there, by their names; what is wrong with a place itself counts as a lesson of it. */
  public static List<FoundLesson> read(Path place) {
    String shelf = String.valueOf(place.toAbsolutePath().normalize().getFileName());
    if (Files.isRegularFile(place)) {
      return LessonZip.read(place);
    }
    if (LessonFolder.isOne(place)) {
      return List.of(LessonFolder.read(place.toAbsolutePath().normalize(), shelf));
    }
    if (!Files.isDirectory(place)) {
      return List.of(LessonZip.refused(place, "no-place"));
    }
    List<FoundLesson> found = new ArrayList<>();
    try {
      for (Path each : within(place)) {
        if (LessonFolder.isOne(each)) {
          found.add(LessonFolder.read(each, shelf));
        } else if (isZip(each)) {
          found.addAll(LessonZip.read(each));
        }
      }
    } catch (IOException e) {
      found.add(LessonZip.refused(place, "unreadable", String.valueOf(e.getMessage())));
    }
    return found;
  }

  private static boolean isZip(Path file) {
    return Files.isRegularFile(file) && file.toString().endsWith(".zip");
  }

  private static List<Path> within(Path place) throws IOException {
    try (Stream<Path> all = Files.list(place.toAbsolutePath().normalize())) {
      return all.filter(each -> !String.valueOf(each.getFileName()).startsWith("."))
          .sorted()
          .limit(MOST)
          .toList();
    }
  }

  /**
   * What tells whether anything has changed there since: names, sizes and times of files, none of
   * which is opened.
   */
  static String state(Path place) {
    StringBuilder state = new StringBuilder();
    try {
      if (Files.isDirectory(place)) {
        for (Path each : LessonFolder.isOne(place) ? List.of(place) : within(place)) {
          for (Path file : LessonFolder.isOne(each) ? LessonFolder.files(each) : List.of(each)) {
            add(state, file);
          }
        }
      } else {
        add(state, place);
      }
    } catch (IOException e) {
      state.append(e.getMessage());
    }
    return state.toString();
  }

  private static void add(StringBuilder state, Path file) throws IOException {
    state.append(file).append(' ');
    if (Files.isRegularFile(file)) {
      state.append(Files.size(file)).append(' ').append(Files.getLastModifiedTime(file).toMillis());
    }
    state.append('\n');
  }
}
