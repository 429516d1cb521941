package interleave.figure.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.figure.Figure;
import interleave.figure.FigureOptions;
import interleave.figure.Figures;
import interleave.figure.Paper;
import interleave.timeline.draw.Goldens;
import interleave.timeline.picture.FigureCaption;
import interleave.timeline.sketch.Sketches;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

class SvgFormatTest {
  private static final FigureOptions NAMED = FigureOptions.USUAL.on(Paper.USUAL.embedding(false));

  private static String svg(Figure figure) {
    return new String(Written.as(".svg", figure), UTF_8);
  }

  private static Document parsed(String svg) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg.getBytes(UTF_8)));
  }

  private static List<String> texts(Document document, String element) {
    NodeList nodes = document.getElementsByTagNameNS("http://www.w3.org/2000/svg", element);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      texts.add(nodes.item(i).getTextContent());
    }
    return texts;
  }

  @Test
  void aQueueBetweenTwoProcesses() {
    Goldens.compare("figure-queue.svg", svg(Figures.of(Sketches.queue(), NAMED)));
  }

  @Test
  void aLockInMillimetres() {
    Paper paper = NAMED.paper().wide(170, Paper.Unit.MM);
    Goldens.compare("figure-lock.svg", svg(Figures.of(Sketches.lock(), NAMED.on(paper))));
  }

  @Test
  void readersOfXmlTakeItAndItsWordsAreWords() throws Exception {
    Document document = parsed(svg(Figures.of(Sketches.queue(), FigureOptions.USUAL)));
    assertThat(texts(document, "title")).containsExactly("Queue");
    assertThat(texts(document, "desc"))
        .containsExactly("What one thread puts the other takes. values: A, B, C");
    assertThat(texts(document, "text")).contains("Queue", "main", "Sleeping");
    assertThat(document.getDocumentElement().getAttribute("viewBox")).startsWith("0 0 1440 ");
  }

  @Test
  void nothingOfTheProgramsTextIsMarkup() throws Exception {
    String hostile =
        "</text><script>alert(1)</script>\"'&amp;<![CDATA[x]]>--> \u0000\u0007\ud800 \u202e é 😀";
    FigureCaption caption = new FigureCaption(hostile, hostile, List.of(hostile), List.of(hostile));
    Document document = parsed(svg(Figures.of(Sketches.queue(), caption, FigureOptions.USUAL)));
    assertThat(texts(document, "script")).isEmpty();
    assertThat(texts(document, "title").getFirst())
        .startsWith("</text><script>alert(1)</script>\"'&amp;<![CDATA[x]]>-->")
        .contains("\uFFFD");
  }

  @Test
  void fontsArePartOfItOrNamed() {
    String embedded = svg(Figures.of(Sketches.queue(), FigureOptions.USUAL));
    String named = svg(Figures.of(Sketches.queue(), NAMED));
    assertThat(embedded).contains("@font-face", "data:font/ttf;base64,", "'Figure Inter',Inter,");
    assertThat(named).doesNotContain("@font-face", "base64").contains("font-family:Inter,");
    assertThat(embedded.length()).isLessThan(120_000);
  }

  @Test
  void theSameRunGivesTheSameBytes() {
    assertThat(svg(Figures.of(Sketches.race(), FigureOptions.USUAL)))
        .isEqualTo(svg(Figures.of(Sketches.race(), FigureOptions.USUAL)));
  }
}
