package interleave.timeline.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.event.EventKind;
import interleave.timeline.grammar.EventGrammar.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * The table of kinds in the document of the format is the one of {@link EventGrammar}. Its last
 * column is written by hand; the others are written anew with {@code -Dinterleave.goldens=write}.
 */
class FormatDocumentTest {
  private static final Path DOCUMENT = Path.of("src/docs/format.md");
  private static final String HEAD = "| code | kind |";
  private static final int COLUMNS = 9;

  @Test
  void theDocumentShowsTheTableOfKinds() throws IOException {
    List<String> lines = Files.readAllLines(DOCUMENT);
    int head = 0;
    while (!lines.get(head).startsWith(HEAD)) {
      head++;
    }
    List<String> expected = new ArrayList<>(lines.subList(0, head + 2));
    List<String> table = lines.subList(head + 2, lines.size());
    Arrays.stream(EventKind.values())
        .sorted(Comparator.comparingInt(EventKind::code))
        .map(kind -> row(EventGrammar.of(kind), fields(kind, table)))
        .forEach(expected::add);
    if ("write".equals(System.getProperty("interleave.goldens"))) {
      Files.write(DOCUMENT, expected);
    } else {
      assertThat(lines).isEqualTo(expected).noneMatch(line -> line.endsWith("| ? |"));
    }
  }

  private static String fields(EventKind kind, List<String> table) {
    for (String line : table) {
      String[] cells = line.split("\\|", -1);
      if (cells.length > COLUMNS && cells[2].strip().equals(kind.name())) {
        return cells[COLUMNS].strip();
      }
    }
    return "?";
  }

  private static String row(Row row, String fields) {
    Activity activity = row.activity();
    String activityName = activity == null ? "" : " " + told(activity);
    String role = row.role() == Role.ALONE ? "" : told(row.role()) + activityName;
    boolean begins = row.role() == Role.BEGINS && activity != null;
    String state = !begins ? "" : activity.state() == null ? "as awaited" : told(activity.state());
    String hold = row.hold() == Hold.NONE ? "" : told(row.hold()) + " hold";
    String does = role.isEmpty() || hold.isEmpty() ? role + hold : role + ", " + hold;
    String cells =
        String.join(
            " | ",
            "" + row.kind().code(),
            row.kind().name(),
            told(row.teller()),
            told(row.scope()),
            does,
            state,
            told(row.subject()),
            row.rank() == 0 ? "first" : "",
            fields);
    return ("| " + cells + " |").replaceAll(" +", " ");
  }

  private static String told(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
