package interleave.view.source;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.scenario.Catalogue;
import interleave.scenario.ProgramLanguage;
import interleave.scenario.Scenario;
import interleave.view.source.Token.Kind;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HighlighterTest {
  @Test
  void keywordsTypesStringsNumbersAndCommentsAreToldApart() {
    List<Token> tokens = line("int n = Math.max(3, x); // \"not\" text");
    assertThat(kinds(tokens))
        .contains("KEYWORD:int", "TYPE:Math", "NUMBER:3", "COMMENT:// \"not\" text");
    assertThat(kinds(line("print(\"a \\\" b\" + 'c')")))
        .contains("STRING:\"a \\\" b\"", "STRING:'c'");
  }

  @Test
  void aCommentGoesOnOverLines() {
    List<List<Token>> lines = Highlighter.lines("/* one\n two */ int x;", SourceLanguage.JAVA);
    assertThat(kinds(lines.get(0))).containsExactly("COMMENT:/* one");
    assertThat(kinds(lines.get(1))).startsWith("COMMENT: two */").contains("KEYWORD:int");
  }

  @Test
  void aTextBlockGoesOnOverLines() {
    List<List<Token>> lines =
        Highlighter.lines("String s = \"\"\"\n if (x)\n \"\"\";", SourceLanguage.JAVA);
    assertThat(kinds(lines.get(1))).containsExactly("STRING: if (x)");
    assertThat(kinds(lines.get(2))).endsWith("PLAIN:;");
  }

  @Test
  void pythonHasItsOwnCommentsAndWords() {
    assertThat(kinds(Highlighter.lines("def f(): # why", SourceLanguage.PYTHON).getFirst()))
        .contains("KEYWORD:def", "COMMENT:# why");
  }

  @Test
  void thePrefixOfAPythonStringBelongsToIt() {
    assertThat(
            kinds(
                Highlighter.lines("if f: print(f'a {b}', rb\"c\")", SourceLanguage.PYTHON)
                    .getFirst()))
        .contains("KEYWORD:if", "STRING:f'a {b}'", "STRING:rb\"c\"");
    List<List<Token>> lines = Highlighter.lines("x = f\"\"\"one\ntwo\"\"\"", SourceLanguage.PYTHON);
    assertThat(kinds(lines.get(0))).endsWith("STRING:f\"\"\"one");
    assertThat(kinds(lines.get(1))).containsExactly("STRING:two\"\"\"");
  }

  @Test
  void tokensPutTogetherAreTheLine() {
    for (Scenario scenario : Catalogue.all()) {
      whole(scenario.source(ProgramLanguage.JAVA), SourceLanguage.JAVA);
      whole(scenario.source(ProgramLanguage.PYTHON), SourceLanguage.PYTHON);
    }
    whole("\"never closed\n'\\\n/*\n*/ */ \"\"\"\n#", SourceLanguage.JAVA);
  }

  private static void whole(String source, SourceLanguage language) {
    List<String> lines =
        Highlighter.lines(source, language).stream()
            .map(tokens -> tokens.stream().map(Token::text).collect(Collectors.joining()))
            .toList();
    assertThat(lines).isEqualTo(source.replace("\t", "    ").lines().toList());
  }

  private static List<Token> line(String text) {
    return Highlighter.lines(text, SourceLanguage.JAVA).getFirst();
  }

  private static List<String> kinds(List<Token> tokens) {
    return tokens.stream().map(token -> token.kind() + ":" + token.text()).toList();
  }

  @Test
  void everyKindHasAStyle() {
    assertThat(Kind.values()).allSatisfy(kind -> assertThat(kind.style()).isNotBlank());
  }
}
