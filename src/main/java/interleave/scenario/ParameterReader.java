package interleave.scenario;

import interleave.scenario.Parameter.Choice;
import interleave.scenario.Parameter.Seconds;
import interleave.scenario.Parameter.Switch;
import interleave.scenario.Parameter.Text;
import interleave.scenario.Parameter.Texts;
import interleave.scenario.Parameter.WholeNumber;
import interleave.words.Words;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what may be changed about a lesson's program. */
final class ParameterReader {
  private static final String SEED = "seed";
  private static final List<String> TYPES =
      List.of("number", "seconds", "switch", "choice", "text", "texts", SEED);
  private static final int LONGEST = 400;

  /** In files of words something else is said under these. */
  private static final List<String> TAKEN = List.of("help", ProgramLanguage.PYTHON.id());

  private static final int MOST_TEXTS = 100;

  private final LessonTable table;
  private final String type;
  private final String name;
  private final Optional<ProgramLanguage> only;
  private String standard = "";
  private long least;
  private long most;
  private double shortest;
  private double longest;
  private boolean random;
  private int length;
  private List<String> values = List.of();

  private ParameterReader(LessonTable table) {
    this.table = table;
    type = table.oneOf("type", TYPES, "text");
    name = type.equals(SEED) ? SEED : table.text("name");
    only = LessonReader.only(table);
  }

  /**
   * Reads one.
   *
   * @param checked whether to make sure that its default is taken
   */
  static ParameterReader read(LessonTable table, boolean checked) {
    ParameterReader reader = new ParameterReader(table);
    if (!LessonReader.isId(reader.name)) {
      table.wrong("name", "name", reader.name);
    }
    reader.read();
    if (checked) {
      reader.check();
    }
    table.close();
    return reader;
  }

  private void check() {
    for (String value : values) {
      if (TAKEN.contains(value)) {
        table.wrong(type.equals("choice") ? "values" : "named", "value.taken", value);
      }
    }
    parameter(Words.from(_ -> Map.of("parameter." + name, name)))
        .check(standard)
        .ifPresent(reason -> table.wrong("default", "default", name, reason));
  }

  String name() {
    return name;
  }

  /** Whether the program in that language has it. */
  boolean isFor(ProgramLanguage language) {
    return only.isEmpty() || only.get() == language;
  }

  LessonTable table() {
    return table;
  }

  private void read() {
    switch (type) {
      case "number" -> {
        standard = String.valueOf(table.whole("default", 0));
        least = table.whole("least", 0);
        most = table.whole("most", Long.MAX_VALUE);
        values = table.texts("named");
        bounds(least, most);
      }
      case "seconds" -> {
        standard = seconds(table.number("default", 0));
        shortest = table.number("least", 0);
        longest = table.number("most", 60);
        random = table.flag("random");
        bounds(shortest, longest);
      }
      case "switch" -> standard = table.plain("default").orElse(Switch.OFF);
      case "choice" -> {
        values = table.texts("values");
        if (values.isEmpty()) {
          table.wrong("values", "values", name);
        }
        standard = table.plain("default").orElse(values.isEmpty() ? "" : values.getFirst());
      }
      case SEED -> {}
      default -> {
        standard = table.plain("default").orElse("");
        length = (int) table.whole("longest", LONGEST);
        most = type.equals("texts") ? table.whole("most", MOST_TEXTS) : 1;
      }
    }
  }

  private static String seconds(double number) {
    return new BigDecimal(String.valueOf(number)).stripTrailingZeros().toPlainString();
  }

  private void bounds(double from, double to) {
    if (from > to) {
      table.wrong("most", "bounds", name);
    }
  }

  /** What it is in those words. */
  Parameter parameter(Words in) {
    return switch (type) {
      case "number" -> new WholeNumber(in, name, standard, least, most, values);
      case "seconds" -> new Seconds(in, name, standard, shortest, longest, random);
      case "switch" -> new Switch(in, name, standard);
      case "choice" -> new Choice(in, name, standard, values);
      case "texts" -> new Texts(in, name, standard, (int) most, length);
      case SEED ->
          new WholeNumber(Parameter.COMMON, SEED, "", Long.MIN_VALUE, Long.MAX_VALUE, List.of(""));
      default -> new Text(in, name, standard, length);
    };
  }
}
