package interleave;

import static com.tngtech.archunit.core.importer.ImportOption.Predefined.DO_NOT_INCLUDE_TESTS;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Each package depends only on what its row names. The rows are those of the house's plan, and of
 * each package's own package-info.
 */
class ArchitectureTest {
  private static final Map<String, Set<String>> MAY_USE =
      Map.ofEntries(
          entry("words", Set.of()),
          entry("event", Set.of()),
          entry("agent", Set.of("event")),
          entry("process", Set.of("event")),
          entry("scenario", Set.of("process", "words")),
          entry("engine", Set.of("event", "words")),
          entry("timeline", Set.of("event", "words")),
          entry("tail", Set.of("event", "timeline")),
          entry("program", Set.of("engine", "scenario", "file", "words")),
          entry("lesson", Set.of("scenario", "timeline", "words")),
          entry("file", Set.of("event", "timeline", "tail", "words")),
          entry(
              "view",
              Set.of(
                  "event",
                  "timeline",
                  "engine",
                  "scenario",
                  "lesson",
                  "file",
                  "program",
                  "tail",
                  "words",
                  "javafx")),
          entry(
              "app",
              Set.of(
                  "event",
                  "process",
                  "scenario",
                  "lesson",
                  "engine",
                  "timeline",
                  "file",
                  "view",
                  "tail",
                  "program",
                  "words",
                  "javafx")));

  private static final JavaClasses CLASSES =
      new ClassFileImporter().withImportOption(DO_NOT_INCLUDE_TESTS).importPackages("interleave");

  @Test
  void everyPackageHasARow() {
    assertThat(CLASSES).isNotEmpty();
    assertThat(
            CLASSES.stream().map(ArchitectureTest::part).filter(part -> !part.isEmpty()).distinct())
        .allSatisfy(part -> assertThat(MAY_USE.keySet()).contains(part));
  }

  @Test
  void packagesUseOnlyWhatTheirRowNames() {
    List<String> strangers =
        CLASSES.stream()
            .flatMap(ArchitectureTest::beyondItsRow)
            .filter(dependency -> !excepted(dependency))
            .map(Dependency::getDescription)
            .toList();
    assertThat(strangers).isEmpty();
  }

  @Test
  void everyExceptionIsStillNeededAndSaysWhy() {
    for (JavaClass type : CLASSES) {
      type.tryGetAnnotationOfType(LayerException.class)
          .ifPresent(
              exception -> {
                assertThat(exception.because()).as(type.getName()).hasSizeGreaterThan(20);
                assertThat(beyondItsRow(type).map(d -> part(d.getTargetClass())))
                    .as("%s no longer needs its exception", type.getName())
                    .contains(exception.on());
              });
    }
  }

  private static Stream<Dependency> beyondItsRow(JavaClass type) {
    Set<String> row = MAY_USE.getOrDefault(part(type), Set.of());
    return type.getDirectDependenciesFromSelf().stream()
        .filter(
            dependency -> {
              String target = part(dependency.getTargetClass());
              return (MAY_USE.containsKey(target) || target.equals("javafx"))
                  && !target.equals(part(type))
                  && !row.contains(target);
            });
  }

  private static boolean excepted(Dependency dependency) {
    JavaClass origin = dependency.getOriginClass();
    while (origin.getEnclosingClass().isPresent()) {
      origin = origin.getEnclosingClass().get();
    }
    return origin
        .tryGetAnnotationOfType(LayerException.class)
        .filter(exception -> exception.on().equals(part(dependency.getTargetClass())))
        .isPresent();
  }

  /** The package under {@code interleave}, {@code javafx}, or nothing of ours. */
  private static String part(JavaClass type) {
    String[] names = type.getBaseComponentType().getPackageName().split("\\.");
    return switch (names[0]) {
      case "javafx" -> "javafx";
      case "interleave" -> names.length > 1 ? names[1] : "";
      default -> "elsewhere";
    };
  }
}
