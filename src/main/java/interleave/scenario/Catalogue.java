package interleave.scenario;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All scenarios, in the order of the gallery: those of the product, each of which is read when it
 * is first asked for, and behind them those of others.
 */
public final class Catalogue {
  private static final String LESSONS = "lessons/";
  private static final List<String> IDS = SourceText.of(LESSONS + "index").lines().toList();
  private static final Map<String, Scenario> OURS = new ConcurrentHashMap<>();

  private static volatile List<Path> places = List.of();
  private static volatile List<Path> possible = List.of();
  private static volatile @Nullable OtherLessons others = OtherLessons.NONE;

  private Catalogue() {}

  /** Every scenario, group by group. */
  public static List<Scenario> all() {
    List<Scenario> all = new ArrayList<>(ours());
    all.addAll(others().lessons());
    return List.copyOf(all);
  }

  /** Those that came with the product. */
  public static List<Scenario> ours() {
    return IDS.stream().map(Catalogue::our).toList();
  }

  /**
   * Where lessons of others are from now on: folders of lessons, folders of one, and zips. They are
   * read when one is asked for that is none of the product's.
   */
  public static void lookIn(List<Path> folders) {
    lookIn(folders, List.of());
  }

  /**
   * The same.
   *
   * @param perhaps where there may be lessons, too: nothing is said where there is no such folder
   */
  public static void lookIn(List<Path> folders, List<Path> perhaps) {
    places = List.copyOf(folders);
    possible = perhaps.stream().filter(each -> !folders.contains(each)).toList();
    others = null;
  }

  /** Where lessons of others are, or may come to be. */
  public static List<Path> places() {
    return Stream.concat(places.stream(), possible.stream()).toList();
  }

  private static List<Path> there() {
    return Stream.concat(places.stream(), possible.stream().filter(Files::isDirectory)).toList();
  }

  /** Reads the lessons of others again where anything has changed; whether it had. */
  public static boolean refresh() {
    OtherLessons before = others;
    if (before != null && before.isCurrent(there())) {
      return false;
    }
    others = null;
    others();
    return true;
  }

  /** Lessons of others that cannot be had, with what is wrong. */
  public static List<FoundLesson> refused() {
    return others().refused();
  }

  private static synchronized OtherLessons others() {
    OtherLessons known = others;
    if (known == null || !known.isUnderstood()) {
      known = OtherLessons.read(there());
      others = known;
    }
    return known;
  }

  public static Optional<Scenario> find(String id) {
    return IDS.contains(id)
        ? Optional.of(our(id))
        : others().lessons().stream().filter(scenario -> scenario.id().equals(id)).findFirst();
  }

  /** The ids of the scenarios of the product; none of them is read for that. */
  static List<String> ids() {
    return IDS;
  }

  private static Scenario our(String id) {
    return OURS.computeIfAbsent(id, Catalogue::read);
  }

  private static Scenario read(String id) {
    List<LessonProblem> problems = new ArrayList<>();
    return LessonReader.read(id, files(id), Origin.OURS, problems)
        .orElseThrow(
            () ->
                new IllegalStateException("The lesson " + id + ": " + problems.getFirst().show()));
  }

  /** The files of one of the product's. */
  static LessonFiles files(String id) {
    return name -> SourceText.find(LESSONS + id + "/" + name);
  }

  /**
   * The scenario of that id.
   *
   * @throws IllegalArgumentException when there is none, with the ids that there are
   */
  public static Scenario scenario(String id) {
    return find(id)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no scenario “"
                        + id
                        + "”; there are "
                        + String.join(", ", all().stream().map(Scenario::id).toList())
                        + "."));
  }
}
