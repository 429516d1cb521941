package interleave.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A lesson in a folder. */
final class LessonFolder {
  private static final int DEEPEST = 4;
  private static final int MOST_LOOKED_AT = 2_000;

  private LessonFolder() {}

  static boolean isOne(Path folder) {
    return Files.isRegularFile(folder.resolve(LessonReader.LESSON));
  }

  /** Reads the lesson in that folder. */
  static FoundLesson read(Path folder, String shelf) {
    List<LessonProblem> problems = new ArrayList<>();
    LessonTexts texts = new LessonTexts(problems);
    String name = String.valueOf(folder.getFileName());
    try {
      Path real = folder.toRealPath();
      List<Path> data = new ArrayList<>();
      for (Path file : files(folder)) {
        String called = name(folder, file);
        if (LessonTexts.isText(called)) {
          add(file, called, real, texts);
        } else {
          data.add(file);
        }
      }
      Set<String> named = data.isEmpty() ? Set.of() : texts.named();
      for (Path file : data) {
        if (named.contains(name(folder, file))) {
          add(file, name(folder, file), real, texts);
        }
      }
    } catch (IOException e) {
      problems.add(LessonProblem.of("", 0, "unreadable", String.valueOf(e.getMessage())));
    }
    return found(folder, name, shelf, texts, problems);
  }

  private static String name(Path folder, Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  /** What the texts make together. */
  static FoundLesson found(
      Path place, String name, String shelf, LessonTexts texts, List<LessonProblem> problems) {
    if (!problems.isEmpty()) {
      return new FoundLesson(place, name, shelf, Optional.empty(), problems);
    }
    Origin origin = new Origin(place, shelf, texts.check());
    return new FoundLesson(
        place, name, shelf, LessonReader.read(name, texts, origin, problems), problems);
  }

  /** What is in it, without what is hidden. */
  static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder, DEEPEST, new FileVisitOption[0])) {
      return all.limit(MOST_LOOKED_AT)
          .filter(file -> !folder.relativize(file).toString().startsWith("."))
          .filter(file -> !Files.isDirectory(file))
          .sorted()
          .toList();
    } catch (java.io.UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void add(Path file, String name, Path real, LessonTexts texts) throws IOException {
    if (!file.toRealPath().startsWith(real)) {
      texts.refuse(name, "outside");
    } else if (!Files.isRegularFile(file)) {
      texts.refuse(name, "no-file");
    } else {
      try (InputStream in = Files.newInputStream(file)) {
        texts.add(name, in);
      }
    }
  }
}
