package interleave.scenario;

import interleave.words.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * One lesson: a program, what may be changed about it, and the words that go with it. Nothing of
 * the program is loaded or run by looking at this.
 *
 * @param words what is said about it, in every language
 * @param id as on the command line: {@code process-pool}
 * @param mainClass class of the program; its {@code main} takes {@code name=value} arguments
 * @param sourceFile simple name of the program's source file
 * @param watchedFields {@code Class.field} of every field whose reads and writes are to be recorded
 * @param jvmOptions what its JVM needs beside what every scenario's gets
 * @param pythonFile simple name of the Python counterpart's source file
 */
public record Scenario(
    Words words,
    String id,
    Group group,
    String mainClass,
    String sourceFile,
    List<Parameter> parameters,
    List<Try> tries,
    Question question,
    List<String> watchedFields,
    List<String> jvmOptions,
    String pythonFile) {
  public Scenario {
    parameters = List.copyOf(parameters);
    tries = List.copyOf(tries);
    watchedFields = List.copyOf(watchedFields);
    jvmOptions = List.copyOf(jvmOptions);
  }

  public String title() {
    return words.get("title");
  }

  /** One line on what happens. */
  public String summary() {
    return words.get("summary");
  }

  /** Three to six sentences for a beginner; paragraphs are parted by an empty line. */
  public String whatToSee() {
    StringJoiner paragraphs = new StringJoiner("\n\n");
    for (int i = 1; words.has("see." + i); i++) {
      paragraphs.add(words.get("see." + i));
    }
    return paragraphs.toString();
  }

  /** The parameter of that name, if there is one. */
  public Optional<Parameter> parameter(String name) {
    return parameters.stream().filter(parameter -> parameter.name().equals(name)).findFirst();
  }

  /** Why a run with these values by name is refused, in one sentence; empty when it may start. */
  public Optional<String> check(Map<String, String> values) {
    for (Map.Entry<String, String> entry : values.entrySet()) {
      Optional<Parameter> parameter = parameter(entry.getKey());
      if (parameter.isEmpty()) {
        List<String> names = parameters.stream().map(Parameter::name).toList();
        return Optional.of(
            Lesson.COMMON.get("refused.name", title(), entry.getKey(), String.join(", ", names)));
      }
      Optional<String> reason = parameter.get().check(entry.getValue());
      if (reason.isPresent()) {
        return reason;
      }
    }
    return Optional.empty();
  }

  /**
   * What to hand to the program's {@code main}: one {@code name=value} for every parameter, in
   * their order.
   *
   * @param values values by name; parameters that are not among them have their default
   * @throws IllegalArgumentException with the reason when a value is refused
   */
  public List<String> arguments(Map<String, String> values) {
    check(values)
        .ifPresent(
            reason -> {
              throw new IllegalArgumentException(reason);
            });
    List<String> arguments = new ArrayList<>();
    for (Parameter parameter : parameters) {
      arguments.add(
          parameter.name() + "=" + values.getOrDefault(parameter.name(), parameter.standard()));
    }
    return List.copyOf(arguments);
  }

  /** The program as it was written. */
  public String source() {
    return resource("source/" + sourceFile);
  }

  /** The same lesson in Python. */
  public String pythonSource() {
    return resource("python/" + pythonFile);
  }

  private static String resource(String path) {
    try (InputStream in = Scenario.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException(
            "This build lacks the resource interleave/scenario/" + path + ".");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
