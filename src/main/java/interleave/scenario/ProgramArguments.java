package interleave.scenario;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * The parameters that a scenario's program was given: its {@code name=value} arguments, and
 * defaults for the rest.
 */
public final class ProgramArguments {
  private final Scenario scenario;
  private final Map<String, String> values = new HashMap<>();

  private ProgramArguments(Scenario scenario) {
    this.scenario = scenario;
  }

  /**
   * Reads a program's arguments.
   *
   * @param id of the program's scenario
   * @throws IllegalArgumentException with the reason when an argument is refused
   */
  public static ProgramArguments to(String id, String... args) {
    ProgramArguments given = new ProgramArguments(Catalogue.scenario(id));
    for (String arg : args) {
      int equals = arg.indexOf('=');
      if (equals < 0) {
        throw new IllegalArgumentException(
            "Arguments are written name=value, and “" + arg + "” is not.");
      }
      given.values.put(arg.substring(0, equals), arg.substring(equals + 1));
    }
    given
        .scenario
        .check(ProgramLanguage.JAVA, given.values)
        .ifPresent(
            reason -> {
              throw new IllegalArgumentException(reason);
            });
    return given;
  }

  public String text(String name) {
    return values.getOrDefault(
        name,
        scenario
            .parameter(ProgramLanguage.JAVA, name)
            .orElseThrow(
                () -> new IllegalArgumentException(scenario.id() + " has no parameter " + name))
            .standard());
  }

  public List<String> texts(String name) {
    return Parameter.Texts.split(text(name));
  }

  public int number(String name) {
    return Math.toIntExact(Long.parseLong(text(name)));
  }

  public boolean on(String name) {
    return text(name).equals(Parameter.Switch.ON);
  }

  /** A length of time, given in seconds, in milliseconds. */
  public int millis(String name) {
    return Math.toIntExact(Math.round(Double.parseDouble(text(name)) * 1000));
  }

  /** The seed for random numbers: another one each time where it is left empty. */
  public long seed() {
    String seed = text("seed");
    return seed.isEmpty() ? RandomGenerator.getDefault().nextLong() : Long.parseLong(seed);
  }
}
