package interleave.figure;

import interleave.file.Manifest;
import interleave.scenario.Catalogue;
import interleave.scenario.Parameter;
import interleave.scenario.ProgramLanguage;
import interleave.scenario.Scenario;
import interleave.timeline.Timeline;
import interleave.timeline.picture.FigureCaption;
import interleave.timeline.picture.LeadingRows;
import interleave.words.Product;
import interleave.words.Words;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a figure says of a run, as its recording has it. */
public final class FigureRun {
  private static final Words WORDS = Words.of("figure");
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

  private final Manifest manifest;

  private FigureRun(Manifest manifest) {
    this.manifest = manifest;
  }

  /** The run as one begins to look: what its lesson is about stands directly below the threads. */
  public static FigureSubject subject(Timeline timeline, Manifest manifest) {
    FigureRun run = new FigureRun(manifest);
    String leading = LeadingRows.of(run.scenario().map(Scenario::subject).orElse(""), timeline);
    return FigureSubject.of(timeline, run::caption, leading, manifest.created());
  }

  private Optional<Scenario> scenario() {
    String id = manifest.scenario();
    return id == null ? Optional.empty() : Catalogue.find(id);
  }

  private FigureCaption caption() {
    return scenario()
        .map(
            scenario ->
                new FigureCaption(
                    scenario.title(), scenario.summary(language()), chips(scenario), footer()))
        .orElseGet(() -> new FigureCaption(manifest.title(), "", List.of(), ownFooter()));
  }

  private ProgramLanguage language() {
    return ProgramLanguage.PYTHON.id().equals(manifest.language())
        ? ProgramLanguage.PYTHON
        : ProgramLanguage.JAVA;
  }

  private List<String> chips(Scenario scenario) {
    List<String> chips = new ArrayList<>();
    for (Parameter parameter : scenario.parameters(language())) {
      String value = manifest.parameters().getOrDefault(parameter.name(), parameter.standard());
      chips.add(WORDS.get("parameter", parameter.label(), parameter.show(value)));
    }
    return chips;
  }

  /** Parameters as the command line takes them, the machine, the version and the date. */
  private List<String> footer() {
    List<String> lines = new ArrayList<>();
    String values =
        manifest.parameters().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(each -> " -p " + each.getKey() + "=" + each.getValue())
            .collect(Collectors.joining());
    lines.add("interleave run " + manifest.scenario() + values);
    lines.add(machine());
    return lines;
  }

  private List<String> ownFooter() {
    String command = String.join(" ", manifest.command());
    return command.isBlank() ? List.of(machine()) : List.of(command, machine());
  }

  private String machine() {
    Map<String, String> host = manifest.host();
    String cpus = host.getOrDefault("cpus", "");
    String system = (host.getOrDefault("os", "") + " " + host.getOrDefault("arch", "")).strip();
    return String.join(
        " · ",
        Stream.of(
                Product.nameAndVersion(),
                manifest.isDated() ? DATE.format(manifest.created()) : "",
                runtime(),
                system,
                cpus.isEmpty() ? "" : WORDS.get("cpus", cpus))
            .filter(each -> !each.isBlank())
            .toList());
  }

  /** What ran it, without where that is. */
  private String runtime() {
    String runtime = manifest.runtime();
    if (runtime == null) {
      boolean java = ProgramLanguage.JAVA.id().equals(manifest.language());
      return java ? "Java " + manifest.host().getOrDefault("java", "") : "";
    }
    int place = runtime.indexOf(" (");
    return place < 0 ? runtime : runtime.substring(0, place);
  }
}
