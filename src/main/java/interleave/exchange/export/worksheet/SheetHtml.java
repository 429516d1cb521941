package interleave.exchange.export.worksheet;

import interleave.figure.Figure;
import interleave.figure.PageSize;
import interleave.figure.Paper;
import interleave.figure.format.SvgPicture;
import interleave.figure.format.XmlText;
import interleave.timeline.draw.DisplayList;
import interleave.words.Product;
import interleave.words.Words;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/**
 * A worksheet as one page for a browser, which prints it in the same order. Nothing in it runs, and
 * nothing is asked of the network: its figures are pictures within it.
 */
final class SheetHtml {
  private static final Words WORDS = Worksheet.WORDS;

  /** What fits below the answer on a page that lies on its side, A4 or letter. */
  private static final double WIDE = 960;

  private static final double HIGH = 500;

  private final Worksheet sheet;
  private final PageSize page;
  private final StringBuilder out = new StringBuilder();

  SheetHtml(Worksheet sheet, PageSize page) {
    this.sheet = sheet;
    this.page = page;
  }

  String text() {
    return sheet.figure().language().speaking(this::written);
  }

  private String written() {
    String style = style();
    out.append("<!DOCTYPE html>\n<html lang=\"");
    out.append(sheet.figure().language().tag()).append("\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ");
    out.append("img-src data:; style-src 'sha256-").append(sum(style));
    out.append("'; base-uri 'none'; form-action 'none'\">\n");
    out.append("<meta name=\"viewport\" content=\"width=device-width\">\n");
    out.append("<meta name=\"generator\" content=\"").append(Product.nameAndVersion());
    out.append("\">\n");
    element("title", sheet.title());
    out.append("<style>").append(style).append("</style>\n</head>\n<body>\n<main>\n");
    work();
    sheet.listings().forEach(this::listing);
    sheet.missing().forEach(each -> classed("p", "small", each));
    answer();
    return out.append("</main>\n</body>\n</html>\n").toString();
  }

  private static String sum(String text) {
    try {
      byte[] sum =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(sum);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private String style() {
    String size = page == PageSize.LETTER || page == PageSize.LETTER_LANDSCAPE ? "letter" : "A4";
    boolean wide = page == PageSize.A4_LANDSCAPE || page == PageSize.LETTER_LANDSCAPE;
    return """
    @page{size:SIZE SIDE;margin:15mm}
    @page wide{size:SIZE landscape;margin:15mm}
    body{font:15px/1.5 Inter,system-ui,'Noto Sans CJK SC','Microsoft YaHei',sans-serif;\
    color:#141414;background:#fff;margin:0}
    main{max-width:1000px;margin:0 auto;padding:24px}
    h1{font-size:24px;margin:18px 0 4px}
    h2{font-size:16px;margin:18px 0 6px}
    p{margin:4px 0}
    .small{color:#525252;font-size:13px}
    .line{display:flex;gap:24px;color:#525252}
    .line span{flex:1;display:flex;gap:8px;align-items:flex-end}
    .line span:first-child{flex:2}
    i{flex:1;display:block;border-bottom:1px solid #525252;height:28px}
    ul{list-style:none;margin:8px 0;padding:0}
    li{margin:3px 0;padding-left:24px;position:relative}
    li::before{content:'';position:absolute;left:0;top:5px;width:11px;height:11px;\
    border:1px solid #141414}
    li.right{font-weight:600}
    li.right::before{content:'×';font:700 17px/11px sans-serif;text-align:center}
    img{display:block;max-width:100%;height:auto;margin:6px 0}
    table{border-collapse:collapse;font:12px/1.45 'JetBrains Mono',monospace}
    td{padding:0;vertical-align:top;white-space:pre-wrap;overflow-wrap:anywhere}
    td:first-child{color:#525252;text-align:right;padding-right:14px;white-space:pre;\
    user-select:none}
    .out td{color:#525252;font-family:sans-serif}
    @media screen{.answer{border-top:2px solid #141414;margin-top:40px}}
    @media print{main{max-width:none;padding:0}body{font-size:12px}table{font-size:9.5px}\
    img,li,.line,.ask{break-inside:avoid}h2{break-after:avoid}\
    .wide{page:wide;break-before:page}.answer{page:wide;break-before:page}}
    """
        .replace("SIZE", size)
        .replace("SIDE", wide ? "landscape" : "portrait");
  }

  private void work() {
    out.append("<div class=\"line\"><span>").append(XmlText.of(WORDS.get("name")));
    out.append("<i></i></span><span>").append(XmlText.of(WORDS.get("date")));
    out.append("<i></i></span></div>\n");
    element("h1", sheet.title());
    if (!sheet.caption().subtitle().isBlank()) {
      element("p", sheet.caption().subtitle());
    }
    if (!sheet.caption().parameters().isEmpty()) {
      classed("p", "small", String.join("  ·  ", sheet.caption().parameters()));
    }
    out.append("<div class=\"ask\">\n");
    element("h2", sheet.question());
    if (!sheet.choices().isEmpty()) {
      out.append("<ul>\n");
      sheet.choices().forEach(each -> element("li", each));
      out.append("</ul>\n");
    }
    out.append("<div class=\"line\"><span>").append(XmlText.of(WORDS.get("because")));
    out.append("<i></i></span></div>\n<i></i>\n<i></i>\n</div>\n");
    List<DisplayList> blank = pages(sheet.figure().blank());
    out.append(blank.size() > 1 ? "<section class=\"wide\">\n" : "<section>\n");
    element("h2", WORDS.get("draw"));
    figures(sheet.figure().blank(), blank, WORDS.get("draw.alt"));
    out.append("</section>\n");
  }

  private static Figure wide(Figure figure) {
    return figure.with(
        figure.options().on(figure.options().paper().wide(WIDE, Paper.Unit.PX).embedding(true)));
  }

  private static List<DisplayList> pages(Figure figure) {
    return wide(figure).pages(HIGH);
  }

  private void figures(Figure figure, List<DisplayList> pages, String told) {
    for (DisplayList each : pages) {
      String svg = SvgPicture.of(wide(figure), each);
      out.append("<img width=\"").append(Math.round(each.width())).append("\" height=\"");
      out.append(Math.round(each.height())).append("\" alt=\"").append(XmlText.of(told));
      out.append("\" src=\"data:image/svg+xml;base64,");
      out.append(Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8)));
      out.append("\">\n");
    }
  }

  private void listing(Listing listing) {
    out.append("<section>\n");
    element("h2", WORDS.get("source", listing.file()));
    out.append("<table>\n");
    for (Listing.Line line : listing.lines()) {
      boolean code = line.number() > 0;
      out.append(code ? "<tr><td>" + line.number() : "<tr class=\"out\"><td>").append("</td><td>");
      out.append(XmlText.of(line.text())).append("</td></tr>\n");
    }
    out.append("</table>\n</section>\n");
  }

  private void answer() {
    out.append("<section class=\"answer\">\n");
    element("h1", WORDS.get("answer", sheet.title()));
    classed("p", "small", sheet.question());
    if (sheet.right() >= 0) {
      out.append("<ul>\n");
      classed("li", "right", sheet.choices().get(sheet.right()));
      out.append("</ul>\n");
    }
    element("p", sheet.sentence());
    figures(sheet.figure(), pages(sheet.figure()), WORDS.get("answer.alt", sheet.sentence()));
    sheet.caption().footer().forEach(each -> classed("p", "small", each));
    out.append("</section>\n");
  }

  private void element(String name, String text) {
    out.append('<').append(name).append('>').append(XmlText.of(text));
    out.append("</").append(name).append(">\n");
  }

  private void classed(String name, String kind, String text) {
    out.append('<').append(name).append(" class=\"").append(kind).append("\">");
    out.append(XmlText.of(text)).append("</").append(name).append(">\n");
  }
}
