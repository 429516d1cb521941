package interleave.exchange.export.page;

import interleave.words.Language;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Texts by their numbers, each once, in each language; 0 is the empty one. */
final class Texts {
  /** Longer ones end there: a page shows a line. */
  private static final int MOST = 2_000;

  private final List<List<String>> all = new ArrayList<>();
  private final Map<List<String>, Integer> numbers = new HashMap<>();

  Texts() {
    number("");
  }

  /** What the program called it, which has no translation. */
  int number(String text) {
    return number(() -> text);
  }

  /** What is said in the language that is spoken when it is asked for. */
  int number(Supplier<String> text) {
    List<String> said = new ArrayList<>();
    for (Language language : Language.values()) {
      said.add(bounded(language.speaking(text)));
    }
    Integer known = numbers.putIfAbsent(said, all.size());
    if (known == null) {
      all.add(said);
      return all.size() - 1;
    }
    return known;
  }

  private static String bounded(String text) {
    return text.length() <= MOST ? text : text.substring(0, MOST) + "…";
  }

  /** All of them in a language. */
  List<String> in(Language language) {
    return all.stream().map(each -> each.get(language.ordinal())).toList();
  }
}
