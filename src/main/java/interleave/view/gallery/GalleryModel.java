package interleave.view.gallery;

import interleave.scenario.FoundLesson;
import interleave.scenario.Group;
import interleave.scenario.Origin;
import interleave.scenario.Scenario;
import interleave.view.program.ProgramForm;
import interleave.words.Language;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Which rows the gallery has for a search text, and which of its groups are folded. */
public final class GalleryModel {
  private static final String OWN = "own";

  private List<Scenario> scenarios;
  private List<FoundLesson> refused = List.of();
  private final Set<String> folded = new TreeSet<>();
  private List<ProgramForm> programs = List.of();
  private List<Entry.Recent> recent = List.of();

  public GalleryModel(List<Scenario> scenarios) {
    this.scenarios = List.copyOf(scenarios);
  }

  /** All lessons, and those of others that cannot be had. */
  public void lessons(List<Scenario> all, List<FoundLesson> broken) {
    scenarios = List.copyOf(all);
    refused = List.copyOf(broken);
  }

  /** Programs that were run before, newest first. */
  public void programs(List<ProgramForm> forms) {
    programs = List.copyOf(forms);
  }

  /** Recordings to offer, newest first. */
  public void recent(List<Path> files) {
    LocalDateTime now = LocalDateTime.now();
    recent = files.stream().map(file -> Entry.Recent.of(file, now)).toList();
  }

  /** Folds the groups of these ids. */
  public void fold(Set<String> ids) {
    folded.clear();
    folded.addAll(ids);
  }

  /** Folds a group, or unfolds it. */
  public Set<String> toggle(String id) {
    if (!folded.remove(id)) {
      folded.add(id);
    }
    return Set.copyOf(folded);
  }

  /** Unfolds the group of a scenario that is to be selected. */
  void reveal(String scenario) {
    scenarios.stream().filter(it -> it.id().equals(scenario)).forEach(it -> folded.remove(id(it)));
  }

  private static String id(Scenario scenario) {
    Origin origin = scenario.origin();
    return origin.isOurs() ? id(scenario.group()) : id(origin.shelf());
  }

  /** That of a folder of lessons; ids are kept with blanks between them. */
  private static String id(String shelf) {
    return "lessons:" + shelf.replaceAll("\\s", "_");
  }

  private static String id(Group group) {
    return group.name().toLowerCase(Locale.ROOT);
  }

  /**
   * Groups with those of their entries that have every word of the search in their id, or in their
   * title or summary in any language. Whoever searches sees into folded groups.
   */
  public List<Entry> rows(String search) {
    List<Entry> rows = new ArrayList<>();
    for (Group group : Group.values()) {
      List<Entry> entries = new ArrayList<>();
      for (Scenario scenario : scenarios) {
        if (scenario.origin().isOurs()
            && scenario.group() == group
            && matches(search, said(scenario))) {
          entries.add(new Entry.Lesson(scenario));
        }
      }
      add(rows, id(group), group.title(), entries, search);
    }
    for (String shelf : shelves()) {
      List<Entry> entries = new ArrayList<>();
      scenarios.stream()
          .filter(it -> !it.origin().isOurs() && it.origin().shelf().equals(shelf))
          .filter(it -> matches(search, said(it)))
          .forEach(it -> entries.add(new Entry.Lesson(it)));
      refused.stream()
          .filter(it -> it.shelf().equals(shelf) && matches(search, it.name()))
          .forEach(it -> entries.add(new Entry.Broken(it)));
      add(rows, id(shelf), Entry.WORDS.get("shelf", shelf), entries, search);
    }
    List<Entry> own = new ArrayList<>(List.of(new Entry.RunProgram(), new Entry.OpenRecording()));
    programs.forEach(form -> own.add(new Entry.Own(form)));
    own.addAll(recent);
    own.removeIf(entry -> !matches(search, entry.text()));
    add(rows, OWN, Entry.WORDS.get("own"), own, search);
    return rows;
  }

  /** What the folders and zips are called that lessons of others come from. */
  private Set<String> shelves() {
    Set<String> shelves = new TreeSet<>();
    scenarios.stream()
        .filter(it -> !it.origin().isOurs())
        .forEach(it -> shelves.add(it.origin().shelf()));
    refused.forEach(it -> shelves.add(it.shelf()));
    return shelves;
  }

  private static String said(Scenario scenario) {
    StringBuilder said = new StringBuilder(scenario.id());
    for (Language language : Language.values()) {
      for (String key : List.of("title", "summary")) {
        said.append(' ').append(scenario.words().in(language, key));
      }
    }
    return said.toString();
  }

  private void add(List<Entry> rows, String id, String title, List<Entry> entries, String search) {
    if (!entries.isEmpty()) {
      boolean open = !search.isBlank() || !folded.contains(id);
      rows.add(new Entry.Heading(id, title, open));
      if (open) {
        rows.addAll(entries);
      }
    }
  }

  private static boolean matches(String search, String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    for (String word : search.toLowerCase(Locale.ROOT).strip().split("\\s+", -1)) {
      if (!lower.contains(word)) {
        return false;
      }
    }
    return true;
  }
}
