package interleave.scenario;

import interleave.words.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * One lesson: a program, what may be changed about it, and the words that go with it. Nothing of
 * the program is loaded or run by looking at this.
 *
 * @param words what is said about it, in every language that people speak
 * @param id as on the command line: {@code process-pool}
 * @param java its Java program, where it has one
 * @param python its Python program, where it has one
 * @param parameters what each of its programs takes, in order
 * @param subject the kind of thing that it is about besides threads; empty where there is none
 * @param tries suggestions for each of them, and such that only the other one can follow
 * @param handedOn parameters that its workers on other machines take, too; none where it has none
 * @param origin where the lesson comes from
 * @param exercise the task that it sets, where it sets one
 * @param goal what its program is to be brought to in the laboratory, where it says so
 * @param explored parameters where all orders are tried: so small that they can be
 * @param unexplored why it says nothing to try them, of programs where it does not
 * @param data what its programs read, in the folder in which they run
 */
public record Scenario(
    Words words,
    String id,
    Group group,
    Optional<JavaCode> java,
    Optional<PythonCode> python,
    Map<ProgramLanguage, List<Parameter>> parameters,
    Map<ProgramLanguage, List<Try>> tries,
    Question question,
    String subject,
    List<String> handedOn,
    Origin origin,
    Optional<Exercise> exercise,
    Optional<Goal> goal,
    Map<String, String> explored,
    Map<ProgramLanguage, Unexplored> unexplored,
    LessonData data) {
  public Scenario {
    unexplored = Map.copyOf(unexplored);
    explored = Map.copyOf(explored);
    handedOn = List.copyOf(handedOn);
    parameters = Map.copyOf(parameters);
    tries = Map.copyOf(tries);
  }

  /** The languages in which there is a program, the usual one first. */
  public List<ProgramLanguage> languages() {
    return java.isEmpty()
        ? List.of(ProgramLanguage.PYTHON)
        : python.isEmpty()
            ? List.of(ProgramLanguage.JAVA)
            : List.of(ProgramLanguage.JAVA, ProgramLanguage.PYTHON);
  }

  /** The language of a program that nobody has chosen one for. */
  public ProgramLanguage usual() {
    return languages().getFirst();
  }

  public String title() {
    return words.get("title");
  }

  /** One line on what happens. */
  public String summary() {
    return words.get("summary");
  }

  /** One line on what happens where the program is in that language. */
  public String summary(ProgramLanguage language) {
    return words(language).get("summary");
  }

  /** What is said where the program is in that language: {@code key.python} before {@code key}. */
  public Words words(ProgramLanguage language) {
    return language == ProgramLanguage.JAVA ? words : words.preferring(language.id());
  }

  /** Three to six sentences for a beginner; paragraphs are parted by an empty line. */
  public String whatToSee(ProgramLanguage language) {
    StringJoiner paragraphs = new StringJoiner("\n\n");
    Words said = words(language);
    for (int i = 1; said.has("see." + i); i++) {
      paragraphs.add(said.get("see." + i));
    }
    return paragraphs.toString();
  }

  /** What whoever teaches it may say, point at and ask; none where nothing is written down. */
  public List<String> notes(ProgramLanguage language) {
    List<String> notes = new ArrayList<>();
    Words said = words(language);
    for (int i = 1; said.has("note." + i); i++) {
      notes.add(said.get("note." + i));
    }
    return notes;
  }

  /** The question as it is asked of the program in that language. */
  public Question question(ProgramLanguage language) {
    return new Question(words(language), question.answers(), question.checks());
  }

  /** What may be changed about the program in that language. */
  public List<Parameter> parameters(ProgramLanguage language) {
    return parameters.getOrDefault(language, List.of());
  }

  /** The parameter of that name, if there is one. */
  public Optional<Parameter> parameter(ProgramLanguage language, String name) {
    return parameters(language).stream()
        .filter(parameter -> parameter.name().equals(name))
        .findFirst();
  }

  /** The suggestions that the program in that language can follow. */
  public List<Try> tries(ProgramLanguage language) {
    return tries.getOrDefault(language, List.of()).stream()
        .filter(each -> check(language, each.parameters()).isEmpty())
        .toList();
  }

  /** Why a run with these values by name is refused, in one sentence; empty when it may start. */
  public Optional<String> check(ProgramLanguage language, Map<String, String> values) {
    for (Map.Entry<String, String> entry : values.entrySet()) {
      Optional<Parameter> parameter = parameter(language, entry.getKey());
      if (parameter.isEmpty()) {
        return Optional.of(unknown(language, entry.getKey()));
      }
      Optional<String> reason = parameter.get().check(entry.getValue());
      if (reason.isPresent()) {
        return reason;
      }
    }
    return Optional.empty();
  }

  private String unknown(ProgramLanguage language, String name) {
    String names = String.join(", ", parameters(language).stream().map(Parameter::name).toList());
    for (ProgramLanguage other : languages()) {
      if (parameter(other, name).isPresent()) {
        return Parameter.COMMON.get(
            "refused.language", title(), name, other.title(), language.title(), names);
      }
    }
    return Parameter.COMMON.get("refused.name", title(), name, names);
  }

  /** Those of the values, by name, that the program in that language takes. */
  public Map<String, String> taken(ProgramLanguage language, Map<String, String> values) {
    Map<String, String> taken = new HashMap<>(values);
    taken.entrySet().removeIf(each -> check(language, Map.ofEntries(each)).isPresent());
    return Map.copyOf(taken);
  }

  /** What its program in that language takes where all orders are tried and nobody says other. */
  public Map<String, String> explored(ProgramLanguage language) {
    return taken(language, explored);
  }

  /**
   * What to hand to the program: one {@code name=value} for every parameter, in their order.
   *
   * @param values values by name; parameters that are not among them have their default
   * @throws IllegalArgumentException with the reason when a value is refused
   */
  public List<String> arguments(ProgramLanguage language, Map<String, String> values) {
    check(language, values)
        .ifPresent(
            reason -> {
              throw new IllegalArgumentException(reason);
            });
    List<String> arguments = new ArrayList<>();
    for (Parameter parameter : parameters(language)) {
      arguments.add(
          parameter.name() + "=" + values.getOrDefault(parameter.name(), parameter.standard()));
    }
    return List.copyOf(arguments);
  }

  /** Whether a worker on another machine can join its program in that language. */
  public boolean hasWorkers(ProgramLanguage language) {
    return switch (language) {
      case JAVA -> java.filter(code -> !code.workerClass().isEmpty()).isPresent();
      case PYTHON -> python.filter(code -> !code.workerFile().isEmpty()).isPresent();
    };
  }

  /** Simple name of the source file of its program in that language; empty where it has none. */
  public String sourceFile(ProgramLanguage language) {
    return switch (language) {
      case JAVA -> java.map(JavaCode::file).orElse("");
      case PYTHON -> python.map(PythonCode::file).orElse("");
    };
  }

  /** The program in that language as it was written; empty where there is none. */
  public String source(ProgramLanguage language) {
    return switch (language) {
      case JAVA -> java.map(JavaCode::text).orElse("");
      case PYTHON -> python.map(code -> code.text(code.file())).orElse("");
    };
  }
}
