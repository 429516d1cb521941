package interleave.exchange.export.share;

import interleave.exchange.export.page.PageDocument;
import interleave.words.Language;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The index as markup: a card for each run, and all words in both languages. */
final class ShelfPage {
  private final StringBuilder out = new StringBuilder();

  /**
   * @param title empty for the usual one
   */
  static String of(String title, List<Card> cards) {
    ShelfPage page = new ShelfPage();
    page.head(title);
    for (int i = 0; i < cards.size(); i++) {
      page.card(i + 1, cards.get(i));
    }
    page.out.append("</ul>\n</section>\n");
    return page.out.toString();
  }

  /**
   * A run in the index.
   *
   * @param to where it leads
   * @param bytes how much that is to load
   */
  record Card(SharedRun run, String to, long bytes) {}

  private void head(String title) {
    out.append("<section id=\"shelf\">\n<header>\n<h1 id=\"shelf-title\">");
    both(language -> title.isBlank() ? SharedRun.WORDS.in(language, "title") : title);
    out.append(
        "</h1>\n<div id=\"shelf-tools\" hidden>\n<button type=\"button\" id=\"shelf-theme\">");
    for (String theme : List.of("dark", "light")) {
      String other = theme.equals("dark") ? "light" : "dark"; // what it changes to
      out.append("<span data-for=\"").append(theme).append("\">");
      both(language -> SharedRun.WORDS.in(language, "theme." + other));
      out.append("</span>");
    }
    out.append("</button>\n<button type=\"button\" id=\"shelf-language\">");
    both(language -> SharedRun.WORDS.in(language, "language"));
    out.append("</button>\n</div>\n</header>\n<ul id=\"cards\">\n");
  }

  private void card(int number, Card card) {
    SharedRun run = card.run();
    out.append("<li><a id=\"card-").append(number).append("\" href=\"");
    out.append(PageDocument.escaped(card.to()))
        .append("\">\n<img src=\"data:image/svg+xml;base64,");
    byte[] svg = run.thumbnail().getBytes(StandardCharsets.UTF_8);
    out.append(Base64.getEncoder().encodeToString(svg)).append("\" alt=\"\">\n<h2>");
    both(language -> run.titles().getOrDefault(language, ""));
    out.append("</h2>\n<p>");
    both(language -> run.told().getOrDefault(language, ""));
    out.append("</p>\n<p class=\"aside\">");
    both(language -> facts(card, language));
    out.append("</p>\n</a></li>\n");
  }

  private static String facts(Card card, Language language) {
    String size = String.format(Locale.ROOT, "%,d kB", Math.max(1, card.bytes() / 1000));
    return String.join(" · ", card.run().facts().get(language)) + " · " + size;
  }

  private void both(Function<Language, String> said) {
    for (Language language : Language.values()) {
      boolean read = language == Language.current();
      out.append("<span data-in=\"").append(language.tag()).append("\" lang=\"");
      out.append(language == Language.CHINESE ? "zh-Hans" : "en").append('"');
      out.append(read ? ">" : " hidden>");
      out.append(PageDocument.escaped(said.apply(language))).append("</span>");
    }
  }
}
