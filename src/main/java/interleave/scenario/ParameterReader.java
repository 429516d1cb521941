package interleave.scenario;

import interleave.scenario.Parameter.Choice;
import interleave.scenario.Parameter.Seconds;
import interleave.scenario.Parameter.Switch;
import interleave.scenario.Parameter.Text;
import interleave.scenario.Parameter.Texts;
import interleave.scenario.Parameter.WholeNumber;
import interleave.words.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads what may be changed about a lesson's program. */
final class ParameterReader {
  static final String SEED = "seed";
  private static final List<String> TYPES =
      List.of("number", "seconds", "switch", "choice", "text", "texts", SEED);
  private static final int LONGEST = 400;
  private static final int MOST_TEXTS = 100;

  private final LessonTable table;
  private final String name;

  private ParameterReader(LessonTable table) {
    this.table = table;
    String type = table.maybeText("type").orElse("");
    this.name = type.equals(SEED) ? SEED : table.text("name");
  }

  /** What a parameter is in the words of a language in which programs are written. */
  static Function<Words, Parameter> read(LessonTable table) {
    ParameterReader reader = new ParameterReader(table);
    Function<Words, Parameter> made = reader.made();
    if (!reader.name.matches("[a-z][a-z0-9-]{0,40}")) {
      table.wrong("name", "name", reader.name);
    }
    Parameter plain = made.apply(Words.from(_ -> Map.of("parameter." + reader.name, reader.name)));
    plain
        .check(plain.standard())
        .ifPresent(reason -> table.wrong("default", "default", reader.name, reason));
    return made;
  }

  private Function<Words, Parameter> made() {
    return switch (table.oneOf("type", TYPES, "text")) {
      case "number" -> number();
      case "seconds" -> seconds();
      case "switch" -> {
        String standard = table.plain("default").orElse(Switch.OFF);
        yield in -> new Switch(in, name, standard);
      }
      case "choice" -> choice();
      case "texts" -> {
        String standard = table.text("default");
        int most = (int) table.whole("most", MOST_TEXTS);
        int longest = (int) table.whole("longest", LONGEST);
        yield in -> new Texts(in, name, standard, most, longest);
      }
      case SEED ->
          _ ->
              new WholeNumber(
                  Parameter.COMMON, SEED, "", Long.MIN_VALUE, Long.MAX_VALUE, List.of(""));
      default -> {
        String standard = table.text("default");
        int longest = (int) table.whole("longest", LONGEST);
        yield in -> new Text(in, name, standard, longest);
      }
    };
  }

  private Function<Words, Parameter> number() {
    long standard = table.whole("default", 0);
    long least = table.whole("least", 0);
    long most = table.whole("most", Long.MAX_VALUE);
    bounds(least, most);
    List<String> named = new ArrayList<>(table.texts("named"));
    return in -> new WholeNumber(in, name, String.valueOf(standard), least, most, named);
  }

  private Function<Words, Parameter> seconds() {
    String standard =
        new BigDecimal(table.number("default", 0) + "").stripTrailingZeros().toPlainString();
    double least = table.number("least", 0);
    double most = table.number("most", 60);
    bounds(least, most);
    boolean upTo = table.flag("random");
    return in -> new Seconds(in, name, standard, least, most, upTo);
  }

  private void bounds(double least, double most) {
    if (least > most) {
      table.wrong("most", "bounds", name);
    }
  }

  private Function<Words, Parameter> choice() {
    List<String> values = table.texts("values");
    if (values.isEmpty()) {
      table.wrong("values", "values", name);
    }
    String standard = table.plain("default").orElse(values.isEmpty() ? "" : values.getFirst());
    return in -> new Choice(in, name, standard, values);
  }
}
