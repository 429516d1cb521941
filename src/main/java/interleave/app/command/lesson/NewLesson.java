package interleave.app.command.lesson;

import interleave.app.command.Terminal;
import interleave.app.command.UsageException;
import interleave.scenario.Catalogue;
import interleave.scenario.LessonTemplate;
import interleave.words.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes the folder of a lesson that runs in both languages. */
@Command(name = "new", mixinStandardHelpOptions = true)
final class NewLesson implements Callable<Integer> {
  private static final Words WORDS = Words.of("app/lesson");

  private final Terminal terminal;

  @Parameters(paramLabel = "NAME", descriptionKey = "lesson.name")
  private String name = "";

  @Option(names = "--in", paramLabel = "DIR", descriptionKey = "lesson.in")
  private Path in = Path.of("");

  NewLesson(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (!LessonTemplate.isName(name)) {
      throw new UsageException(WORDS.get("new.name", name));
    }
    if (Catalogue.find(name).isPresent()) {
      throw new UsageException(WORDS.get("new.taken", name));
    }
    Path folder = in.toAbsolutePath().normalize().resolve(name);
    if (Files.exists(folder)) {
      throw new UsageException(WORDS.get("new.there", folder));
    }
    Files.createDirectories(folder);
    for (Map.Entry<String, String> file : LessonTemplate.files(name).entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
      terminal.line(folder.resolve(file.getKey()).toString());
    }
    terminal.line("");
    terminal.line(
        WORDS.get("new.next", in.resolve(name), in.toString().isEmpty() ? "." : in, name));
    return 0;
  }
}
