package interleave.exchange.export.page;

import interleave.exchange.export.Excerpt;
import interleave.scenario.Catalogue;
import interleave.scenario.ProgramLanguage;
import interleave.timeline.Site;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Places in sources that the page names, and the texts of the sources, as far as they are kept. */
final class PageSites {
  /** The most letters of sources that leave with a page. */
  private static final int MOST_LETTERS = 1_000_000;

  private final Excerpt what;
  private final List<Place> places = new ArrayList<>();
  private final List<File> files = new ArrayList<>();
  private final Map<Integer, Integer> numbers = new HashMap<>();
  private final Map<String, Integer> fileNumbers = new HashMap<>();
  private int letters;

  /** A line of a file. */
  record Place(int file, int line, String function) {}

  /**
   * @param text empty where it is not known
   */
  record File(String name, String text) {}

  PageSites(Excerpt what) {
    this.what = what;
  }

  List<Place> places() {
    return places;
  }

  List<File> files() {
    return files;
  }

  /** From 1 on; 0 where it is not known. */
  int number(int site) {
    if (site <= 0) {
      return 0;
    }
    Integer known = numbers.get(site);
    if (known == null) {
      Site place = what.timeline().site(site);
      if (place.line() > 0) {
        places.add(new Place(file(place), place.line(), place.function()));
      }
      known = place.line() > 0 ? places.size() : 0;
      numbers.put(site, known);
    }
    return known;
  }

  private int file(Site site) {
    String key = site.owner() + "\0" + site.file();
    Integer known = fileNumbers.get(site.file());
    if (known == null || files.get(known).text().isEmpty()) {
      String text = text(site);
      known = fileNumbers.get(key);
      if (known == null || !text.isEmpty()) {
        known = files.size();
        letters += text.length();
        files.add(new File(site.simpleFile(), text));
        fileNumbers.put(key, known);
        fileNumbers.putIfAbsent(site.file(), known);
      }
    }
    return known;
  }

  private String text(Site site) {
    return lesson(site)
        .or(() -> what.origin().source(site))
        .filter(it -> letters + it.length() <= MOST_LETTERS)
        .orElse("");
  }

  private Optional<String> lesson(Site site) {
    String id = what.manifest().scenario();
    return id == null
        ? Optional.empty()
        : Catalogue.find(id)
            .flatMap(
                it -> {
                  ProgramLanguage language =
                      "python".equals(what.manifest().language())
                          ? ProgramLanguage.PYTHON
                          : ProgramLanguage.JAVA;
                  return it.languages().contains(language)
                          && it.sourceFile(language).equals(site.simpleFile())
                      ? Optional.of(it.source(language))
                      : Optional.empty();
                });
  }
}
