package interleave.exchange.export.share;

import interleave.exchange.export.Excerpt;
import interleave.exchange.export.page.PageDocument;
import interleave.exchange.export.page.PageFormat;
import interleave.file.Progress;
import interleave.file.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One page with the index and all runs: what draws them is in it once. */
final class SharedFile extends Share {
  private final Path out;
  private final List<String> data = new ArrayList<>();

  SharedFile(Path out, String title) {
    super(title);
    this.out = out;
  }

  @Override
  ShelfPage.Card card(int number, SharedRun run, Excerpt what, Progress progress)
      throws IOException {
    String letters = PageFormat.data("-" + number, what, progress);
    data.add(letters);
    return new ShelfPage.Card(run, "#run=" + number, letters.length());
  }

  @Override
  public List<Path> save() throws IOException {
    List<String> body = new ArrayList<>();
    body.add(index());
    body.add(PageFormat.needs());
    body.add("<template id=\"run\">\n" + PageDocument.resource("run.html") + "</template>\n");
    body.addAll(data);
    List<String> styles = new ArrayList<>(PageDocument.RUN_STYLES);
    styles.add("shelf.css");
    List<String> scripts = new ArrayList<>(PageDocument.RUN_SCRIPTS);
    scripts.add("shelf");
    WholeFile.share(out, to -> document(styles, scripts).write(to, body));
    return List.of(out);
  }
}
