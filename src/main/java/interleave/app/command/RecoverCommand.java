package interleave.app.command;

import interleave.exchange.KnownFormats;
import interleave.file.Leftover;
import interleave.file.Leftovers;
import interleave.words.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Names the recordings that were left behind; opens, saves or deletes one of them. */
@Command(name = "recover", mixinStandardHelpOptions = true)
public final class RecoverCommand implements Callable<Integer> {
  private static final Words WORDS = Words.of("app");
  private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
  private static final String ALL = "all";

  private final Terminal terminal;

  @Parameters(
      arity = "0..*",
      paramLabel = "list|open|save|delete",
      descriptionKey = "recover.words")
  private List<String> words = List.of();

  public RecoverCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Leftovers leftovers = new Leftovers();
    Leftovers.sentence(leftovers.tidy(Instant.now())).ifPresent(terminal::say);
    List<Leftover> all = leftovers.all();
    String action = words.isEmpty() ? "list" : words.getFirst();
    List<String> rest = words.isEmpty() ? words : words.subList(1, words.size());
    return switch (action) {
      case "list" -> list(all, rest);
      case "open" -> open(which(all, rest, 1));
      case "save" -> save(which(all, rest, 2), Path.of(rest.get(1)));
      case "delete" -> delete(rest.equals(List.of(ALL)) ? all : List.of(which(all, rest, 1)));
      default -> throw new UsageException(WORDS.get("recover.action", action));
    };
  }

  private int list(List<Leftover> all, List<String> rest) {
    if (!rest.isEmpty()) {
      throw new UsageException(WORDS.get("recover.list"));
    }
    if (all.isEmpty()) {
      terminal.line(WORDS.get("recover.none"));
    }
    for (int i = 0; i < all.size(); i++) {
      Leftover each = all.get(i);
      terminal.line(
          String.format(
              "%3d  %s  %8s  %s  %s",
              i + 1,
              WHEN.format(each.written().atZone(ZoneId.systemDefault())),
              Leftovers.size(each.bytes()),
              each.manifest().title(),
              each.folder()));
    }
    return 0;
  }

  /** The one that was named, by its number in the list or by its folder. */
  private static Leftover which(List<Leftover> all, List<String> rest, int count) {
    if (rest.size() != count) {
      throw new UsageException(WORDS.get(count == 1 ? "recover.which" : "recover.where"));
    }
    String name = rest.getFirst();
    for (int i = 0; i < all.size(); i++) {
      Path folder = all.get(i).folder();
      if (name.equals(Integer.toString(i + 1))
          || folder.equals(Path.of(name).toAbsolutePath().normalize())
          || name.equals(String.valueOf(folder.getFileName()))) {
        return all.get(i);
      }
    }
    throw new UsageException(WORDS.get("recover.no-such", name));
  }

  private int open(Leftover leftover) throws IOException {
    return new OpenCommand(terminal).open(leftover.folder());
  }

  private int save(Leftover leftover, Path file) throws IOException {
    RunOutputs.check("save", file);
    try (ErrandLine line = new ErrandLine(terminal, WORDS.get("saving", file.getFileName()))) {
      leftover.save(KnownFormats.ALL, file, line);
    } catch (CancellationException e) {
      return ExitCode.INTERRUPTED;
    }
    terminal.line(WORDS.get("recover.saved", file));
    return 0;
  }

  private int delete(List<Leftover> those) throws IOException {
    for (Leftover each : those) {
      each.delete();
    }
    terminal.line(
        WORDS.count("recover.deleted", those.size(), Leftovers.size(Leftover.bytes(those))));
    return 0;
  }
}
