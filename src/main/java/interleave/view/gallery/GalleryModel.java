package interleave.view.gallery;

import interleave.scenario.Group;
import interleave.scenario.Scenario;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Which rows the gallery has for a search text. */
public final class GalleryModel {
  private final List<Scenario> scenarios;
  private List<Path> recent = List.of();

  public GalleryModel(List<Scenario> scenarios) {
    this.scenarios = List.copyOf(scenarios);
  }

  /** Recordings to offer, newest first. */
  public void recent(List<Path> files) {
    recent = List.copyOf(files);
  }

  /**
   * Groups with those of their entries that have every word of the search in their title or
   * summary.
   */
  public List<Entry> rows(String search) {
    List<Entry> rows = new ArrayList<>();
    for (Group group : Group.values()) {
      List<Entry> entries = new ArrayList<>();
      for (Scenario scenario : scenarios) {
        if (scenario.group() == group
            && matches(search, scenario.title() + " " + scenario.summary() + " " + scenario.id())) {
          entries.add(new Entry.Lesson(scenario));
        }
      }
      add(rows, group.title(), entries);
    }
    List<Entry> own = new ArrayList<>(List.of(new Entry.RunProgram(), new Entry.OpenRecording()));
    recent.forEach(file -> own.add(new Entry.Recent(file)));
    own.removeIf(entry -> !matches(search, entry.text()));
    add(rows, Entry.WORDS.get("own"), own);
    return rows;
  }

  private static void add(List<Entry> rows, String title, List<Entry> entries) {
    if (!entries.isEmpty()) {
      rows.add(new Entry.Heading(title));
      rows.addAll(entries);
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
