package interleave.exchange.export.page;

import interleave.exchange.export.Excerpt;
import interleave.exchange.export.ExportFormat;
import interleave.file.Progress;
import interleave.words.Language;
import interleave.words.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the web with one run. What a program said is within letters of base64, and becomes text
 * and never markup.
 */
public final class PageFormat implements ExportFormat {
  private final @Nullable Boolean order;

  public PageFormat() {
    this(null);
  }

  private PageFormat(@Nullable Boolean order) {
    this.order = order;
  }

  /**
   * The same with arrows that say what happens before what, or without.
   *
   * @param arrows null for as its lesson has it
   */
  public PageFormat ordered(@Nullable Boolean arrows) {
    return new PageFormat(arrows);
  }

  @Override
  public List<String> suffixes() {
    return List.of(".html");
  }

  @Override
  public String title() {
    return Words.of("exchange/export").get("page");
  }

  @Override
  public void write(Excerpt what, OutputStream out, Progress progress) throws IOException {
    List<String> body =
        List.of(
            PageDocument.resource("run.html"),
            needs(),
            data("", new PageModel(what, progress, order)));
    List<String> scripts = new ArrayList<>(PageDocument.RUN_SCRIPTS);
    scripts.add("begin");
    String title = new RunTitle(what.manifest()).in(Language.current());
    new PageDocument(title, PageDocument.RUN_STYLES, scripts, false).write(out, body);
  }

  /** What stands there where no scripts are. */
  public static String needs() {
    String says = Words.of("exchange/page").get("needs-script");
    return "<noscript><p>" + PageDocument.escaped(says) + "</p></noscript>\n";
  }

  /**
   * A run as the page reads it.
   *
   * @param number behind the name that the page knows it by; empty for the only one
   */
  public static String data(String number, Excerpt what, Progress progress) throws IOException {
    return data(number, new PageModel(what, progress, null));
  }

  private static String data(String number, PageModel model) throws IOException {
    String letters = model.letters();
    return "<script type=\"text/plain\" id=\"data" + number + "\">" + letters + "</script>\n";
  }
}
