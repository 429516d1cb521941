package interleave;

import static com.tngtech.archunit.core.importer.ImportOption.Predefined.DO_NOT_INCLUDE_TESTS;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The rooms of the house keep to what their package-infos say of them. */
@BesideOthers
class ArchitectureTest {
  private static final int MOST_FILES = 45;

  /** Libraries that a row may name, by the beginnings of their packages. */
  private static final Map<String, String> LIBRARIES =
      Map.of(
          "javafx", "javafx.",
          "controlsfx", "org.controlsfx.",
          "ikonli", "org.kordamp.ikonli.",
          "atlantafx", "atlantafx.",
          "jackson", "com.fasterxml.jackson.",
          "picocli", "picocli.",
          "fontbox", "org.apache.fontbox.",
          "pdfbox", "org.apache.pdfbox.");

  private static final JavaClasses CLASSES =
      new ClassFileImporter().withImportOption(DO_NOT_INCLUDE_TESTS).importPackages("interleave");
  private static final Map<String, Row> ROWS = Row.all();

  @Test
  void everyPackageSaysWhatItMayUseAndWhy() {
    assertThat(CLASSES).isNotEmpty();
    Set<String> known = new TreeSet<>(ROWS.keySet());
    known.addAll(LIBRARIES.keySet());
    ROWS.values()
        .forEach(
            row -> {
              assertThat(known).as(row.name()).containsAll(row.mayUse().keySet());
              assertThat(row.mayUse().values())
                  .as("%s says why it uses what it may use", row.name())
                  .allMatch(reason -> reason.length() > 8);
            });
  }

  @Test
  void packagesUseOnlyWhatTheirRowNames() {
    Set<String> strangers = new TreeSet<>();
    for (JavaClass type : CLASSES) {
      Row row = ROWS.get(place(type));
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        String target = place(dependency.getTargetClass());
        if (isAPlace(target) && row != null && !target.equals(row.name())) {
          if (!row.mayUse().containsKey(target)) {
            strangers.add(
                "%s may not use %s: %s".formatted(row.name(), target, dependency.getDescription()));
          }
        }
      }
    }
    assertThat(strangers).isEmpty();
  }

  @Test
  void everyRowNamesOnlyWhatItsPackageUses() {
    Map<String, Set<String>> used = new TreeMap<>();
    for (JavaClass type : CLASSES) {
      Set<String> targets = used.computeIfAbsent(place(type), _ -> new TreeSet<>());
      type.getDirectDependenciesFromSelf().forEach(it -> targets.add(place(it.getTargetClass())));
    }
    Set<String> idle = new TreeSet<>();
    for (Row row : ROWS.values()) {
      for (String target : row.mayUse().keySet()) {
        if (!used.getOrDefault(row.name(), Set.of()).contains(target)) {
          idle.add(row.name() + " does not use " + target);
        }
      }
    }
    assertThat(idle).isEmpty();
  }

  @Test
  void noTwoPackagesDependOnEachOtherByWhateverWay() {
    slices()
        .matching("interleave.(**)")
        .should()
        .beFreeOfCycles()
        .because("a room that cannot be understood without the next one is no room")
        .check(CLASSES);
  }

  @Test
  void noPackageIsAHall() {
    assertThat(ROWS.values().stream().filter(row -> row.files() > MOST_FILES))
        .as("packages of more than %d files", MOST_FILES)
        .isEmpty();
  }

  @Test
  void theTimelineHasNoThreadNoFileAndNoClock() {
    noClasses()
        .that()
        .resideInAPackage("interleave.timeline..")
        .should()
        .dependOnClassesThat(
            com.tngtech.archunit.base.DescribedPredicate.describe(
                "are threads, files or clocks", ArchitectureTest::isImpure))
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .because("what a recording means must come out the same for everybody and at any time")
        .check(CLASSES);
  }

  private static boolean isImpure(JavaClass type) {
    String name = type.getName();
    return name.equals("java.lang.Thread")
        || name.startsWith("java.lang.Thread$")
        || name.startsWith("java.nio.file.")
        || name.startsWith("java.nio.channels.")
        || name.startsWith("java.io.File")
        || name.startsWith("java.time.")
        || name.startsWith("java.util.concurrent.locks.")
        || name.startsWith("java.util.concurrent.") && name.matches(".*(Executor|Latch|Pool).*");
  }

  @Test
  void theToolkitStaysInTheWindow() {
    noClasses()
        .that()
        .resideOutsideOfPackages("interleave.view..", "interleave.app..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("javafx..")
        .because("all the rest runs without a display")
        .check(CLASSES);
  }

  @Test
  void everyExceptionIsThrownBySomebody() {
    List<String> unused =
        CLASSES.stream()
            .filter(type -> type.isAssignableTo(Throwable.class))
            .filter(
                type ->
                    type.getConstructorCallsToSelf().stream()
                        .allMatch(call -> call.getOriginOwner().equals(type)))
            .map(JavaClass::getName)
            .toList();
    assertThat(unused).isEmpty();
  }

  private static boolean isAPlace(String name) {
    return ROWS.containsKey(name) || LIBRARIES.containsKey(name);
  }

  /** The package under {@code interleave}, a library, or nothing that rows speak of. */
  private static String place(JavaClass type) {
    String name = type.getBaseComponentType().getPackageName();
    for (Map.Entry<String, String> library : LIBRARIES.entrySet()) {
      if ((name + ".").startsWith(library.getValue())) {
        return library.getKey();
      }
    }
    return name.startsWith("interleave.") ? name.substring("interleave.".length()) : "";
  }
}
