package interleave.exchange.export.worksheet;

import interleave.figure.Figure;
import interleave.figure.PageSize;
import interleave.figure.Paper;
import interleave.figure.format.PdfPages;
import interleave.timeline.draw.BrokenLines;
import interleave.timeline.draw.DisplayList;
import interleave.timeline.draw.Face;
import interleave.timeline.draw.Mark;
import interleave.timeline.draw.Role;
import interleave.typeface.Typecase;
import interleave.words.Product;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * A worksheet laid on pages: what pupils work on first, then the source, and on pages of its own at
 * the end the answer.
 */
final class SheetPages {
  private static final Words WORDS = Worksheet.WORDS;
  private static final double LINE = 18;
  private static final double CODE = 13.5;

  /** Lines of a source stand closer where that saves a page. */
  private static final double CLOSE_CODE = 12.4;

  private static final double BOX = 12;
  private static final double WRITING = 28;
  private static final double SMALL = 15;
  private static final int REASON_LINES = 3;
  private static final int MOST_LINES = 12;

  /** A source begins on a page where at least so many of its lines have room. */
  private static final int LEAST_CODE = 8;

  /** A figure may become that small before it takes another page. */
  private static final double SMALLEST = 0.8;

  private final Worksheet sheet;
  private final PageSize upright;
  private final PageSize wide;
  private final Typecase type;
  private final List<SheetPage> pages = new ArrayList<>();
  private SheetPage page;

  SheetPages(Worksheet sheet, PageSize size) {
    this.sheet = sheet;
    upright = size;
    wide =
        switch (size) {
          case LETTER, LETTER_LANDSCAPE -> PageSize.LETTER_LANDSCAPE;
          case FIGURE, A4, A4_LANDSCAPE -> PageSize.A4_LANDSCAPE;
        };
    type = sheet.figure().type();
    page = turn(upright);
  }

  private SheetPage turn(PageSize size) {
    page = new SheetPage(size, type);
    pages.add(page);
    return page;
  }

  List<PdfPages.Page> pages() {
    head();
    question();
    boolean below = blankBelow();
    sheet.listings().forEach(this::listing);
    sheet.missing().forEach(each -> words(each, Face.BODY, Role.MUTED));
    if (!below) {
      Figure blank = sheet.figure().blank();
      figure(blank, better(blank, LINE), List.of(WORDS.get("draw")));
    }
    answer();
    List<PdfPages.Page> done = new ArrayList<>();
    for (int i = 0; i < pages.size(); i++) {
      String number = WORDS.get("page", i + 1, pages.size());
      String foot = sheet.title() + " · " + Product.NAME;
      done.add(pages.get(i).done(foot, number));
    }
    return done;
  }

  private void head() {
    page.down(WRITING - LINE);
    double middle = page.left() + page.line() * 0.64;
    written(WORDS.get("name"), page.left(), middle - 16);
    written(WORDS.get("date"), middle, page.right());
    page.down(LINE + 16);
    page.words(page.left(), fitted(sheet.title()), Face.TITLE, Role.TEXT, 28);
    if (!sheet.caption().subtitle().isBlank()) {
      words(sheet.caption().subtitle(), Face.SUBTITLE, Role.TEXT);
    }
    if (!sheet.caption().parameters().isEmpty()) {
      words(String.join("  ·  ", sheet.caption().parameters()), Face.SMALL, Role.MUTED);
    }
    page.down(10);
  }

  private String fitted(String text) {
    return type.fitted(Face.TITLE, text, page.line());
  }

  /** A word with a line after it to write on. */
  private void written(String word, double from, double to) {
    page.brush().words(from, page.y() + LINE / 2, word, Face.BODY, Role.MUTED);
    page.down(LINE);
    page.rule(from + type.width(Face.BODY, word) + 8, to);
    page.down(-LINE);
  }

  private void question() {
    words(sheet.question(), Face.NAME, Role.TEXT);
    page.down(4);
    sheet.choices().forEach(each -> choice(each, false));
    page.down(2);
    page.down(WRITING - LINE);
    written(WORDS.get("because"), page.left(), page.right());
    page.down(LINE);
    for (int i = 1; i < REASON_LINES; i++) {
      page.down(WRITING);
      page.rule(page.left(), page.right());
    }
    page.down(18);
  }

  private void choice(String text, boolean ticked) {
    double x = page.left() + BOX + 10;
    List<String> lines = lines(text, Face.BODY, page.right() - x);
    room(lines.size() * LINE);
    double top = page.y() + (LINE - BOX) / 2;
    page.brush().outline(page.left() + 0.5, top, BOX, BOX, 1.5, Role.TEXT, 1);
    if (ticked) {
      cross(page.left() + 0.5, top);
    }
    for (String line : lines) {
      page.words(x, line, ticked ? Face.NAME : Face.BODY, Role.TEXT, LINE);
    }
    page.down(3);
  }

  private void cross(double x, double y) {
    page.brush().line(x + 2.5, y + 2.5, x + BOX - 2.5, y + BOX - 2.5, Role.TEXT, 1.8);
    page.brush().line(x + 2.5, y + BOX - 2.5, x + BOX - 2.5, y + 2.5, Role.TEXT, 1.8);
  }

  /** The timeline to draw into; whether it has room below the question. */
  private boolean blankBelow() {
    DisplayList here = whole(sheet.figure().blank(), upright);
    double share = (page.rest() - LINE) / here.height();
    if (share < SMALLEST) {
      return false;
    }
    words(WORDS.get("draw"), Face.NAME, Role.TEXT);
    page.place(share < 1 ? wider(sheet.figure().blank(), upright, share) : here, page.rest());
    page.down(14);
    return true;
  }

  private static DisplayList whole(Figure figure, PageSize size) {
    return on(figure, size, 1).whole();
  }

  /** As wide as the page when it is that much smaller. */
  private static DisplayList wider(Figure figure, PageSize size, double share) {
    return on(figure, size, share).whole();
  }

  private static Figure on(Figure figure, PageSize size, double share) {
    double width = (size.width() * Paper.Unit.MM.pixels() - 2 * SheetPage.MARGIN) / share;
    Paper paper = figure.options().paper();
    return figure.with(
        figure.options().on(paper.wide(width + SheetPage.FIGURE_SIDES, Paper.Unit.PX)));
  }

  /** The side of the paper on which a figure takes fewer pages; it is wide where both are alike. */
  private PageSize better(Figure figure, double above) {
    if (upright == wide) {
      return wide;
    }
    return laid(figure, upright, above).size() < laid(figure, wide, above).size() ? upright : wide;
  }

  /** On pages of that size, on which so much stands above. */
  private List<DisplayList> laid(Figure figure, PageSize size, double above) {
    double room = size.height() * Paper.Unit.MM.pixels() - 2 * SheetPage.MARGIN - above;
    DisplayList whole = whole(figure, size);
    double share = room / whole.height();
    if (share < SMALLEST) {
      return on(figure, size, 1).pages(room);
    }
    return List.of(share < 1 ? wider(figure, size, share) : whole);
  }

  /** On pages of its own, each with those words above. */
  private void figure(Figure figure, PageSize size, List<String> above) {
    for (DisplayList list : laid(figure, size, above.size() * LINE)) {
      turn(size);
      above.forEach(each -> words(each, Face.NAME, Role.TEXT));
      page.place(list, page.rest());
    }
  }

  private void listing(Listing listing) {
    if (page.rest() < LINE + LEAST_CODE * CODE) {
      turn(upright);
    }
    words(WORDS.get("source", listing.file()), Face.NAME, Role.TEXT);
    page.down(4);
    int last = listing.lines().stream().mapToInt(Listing.Line::number).max().orElse(1);
    double numbers = type.width(Face.CODE_SMALL, "" + Math.max(10, last));
    double room = page.line() - numbers - 12;
    int all = listing.lines().stream().mapToInt(each -> pieces(each.text(), room).size()).sum();
    double high = further(all, CLOSE_CODE) < further(all, CODE) ? CLOSE_CODE : CODE;
    for (Listing.Line line : listing.lines()) {
      code(line, numbers, high);
    }
    page.down(14);
  }

  /** How many pages more so many lines take. */
  private int further(int lines, double high) {
    int here = (int) (page.rest() / high);
    double full = upright.height() * Paper.Unit.MM.pixels() - 2 * SheetPage.MARGIN;
    return (int) Math.ceil(Math.max(0, lines - here) / Math.floor(full / high));
  }

  private void code(Listing.Line line, double numbers, double high) {
    double x = page.left() + numbers + 12;
    List<String> pieces = pieces(line.text(), page.right() - x);
    for (int i = 0; i < pieces.size(); i++) {
      room(high);
      double y = page.y() + high / 2;
      if (i == 0 && line.number() > 0) {
        page.brush()
            .words(
                page.left() + numbers,
                y,
                "" + line.number(),
                Face.CODE_SMALL,
                Role.MUTED,
                numbers + 1,
                Mark.Align.RIGHT);
      }
      boolean code = line.number() > 0;
      page.words(
          x,
          pieces.get(i),
          code ? Face.CODE_SMALL : Face.SMALL,
          code ? Role.TEXT : Role.MUTED,
          high);
    }
  }

  /** A line of a source, cut where the room ends. */
  private List<String> pieces(String text, double room) {
    List<String> pieces = new ArrayList<>();
    int from = 0;
    double width = 0;
    for (int i = 0; i < text.length(); ) {
      int code = text.codePointAt(i);
      double letter = type.width(Face.CODE_SMALL, Character.toString(code));
      if (width + letter > room && i > from) {
        pieces.add(text.substring(from, i));
        from = i;
        width = 0;
      }
      width += letter;
      i += Character.charCount(code);
    }
    pieces.add(text.substring(from));
    return pieces;
  }

  /** The figure with the answer, on pages that may stay with the teacher. */
  private void answer() {
    double above = aboveAnswer(wide);
    double below = 8 + SMALL * sheet.caption().footer().size();
    PageSize size = better(sheet.figure(), above + below);
    boolean first = true;
    for (DisplayList list : laid(sheet.figure(), size, aboveAnswer(size) + below)) {
      turn(size);
      if (first) {
        answerWords();
        first = false;
      }
      page.place(list, page.rest() - below);
    }
    page.down(8);
    for (String line : sheet.caption().footer()) {
      String text = type.fitted(Face.SMALL, line, page.line());
      page.words(page.left(), text, Face.SMALL, Role.MUTED, SMALL);
    }
  }

  private void answerWords() {
    page.words(page.left(), fitted(WORDS.get("answer", sheet.title())), Face.TITLE, Role.TEXT, 28);
    words(sheet.question(), Face.BODY, Role.MUTED);
    page.down(3);
    if (sheet.right() >= 0) {
      choice(sheet.choices().get(sheet.right()), true);
    }
    words(sheet.sentence(), Face.BODY, Role.TEXT);
    page.down(6);
  }

  /** How much {@link #answerWords} takes. */
  private double aboveAnswer(PageSize size) {
    double room = size.width() * Paper.Unit.MM.pixels() - 2 * SheetPage.MARGIN;
    int lines =
        lines(sheet.question(), Face.BODY, room).size()
            + lines(sheet.sentence(), Face.BODY, room).size();
    double choice =
        sheet.right() < 0
            ? 0
            : 3 + LINE * lines(sheet.choices().get(sheet.right()), Face.BODY, room - BOX).size();
    return 28 + 9 + lines * LINE + choice;
  }

  private List<String> lines(String text, Face face, double room) {
    return BrokenLines.of(type, face, text, room, MOST_LINES);
  }

  private void words(String text, Face face, Role role) {
    for (String line : lines(text, face, page.line())) {
      room(LINE);
      page.words(page.left(), line, face, role, LINE);
    }
  }

  /** Turns the page where so much has no room any more. */
  private void room(double pixels) {
    if (page.rest() < pixels && page.begun()) {
      turn(upright);
    }
  }
}
