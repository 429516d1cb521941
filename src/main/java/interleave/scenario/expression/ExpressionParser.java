package interleave.scenario.expression;

import interleave.scenario.expression.Lexer.Kind;
import interleave.scenario.expression.Lexer.Word;
import interleave.scenario.expression.Type.Sort;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Reads expressions, by their grammar from what binds least to what binds most: {@code or}, {@code
 * and}, {@code not}, comparisons, {@code + -}, {@code * /}, and names with what follows them.
 */
final class ExpressionParser {
  private static final Map<String, Double> UNITS =
      Map.of("ns", 1.0, "us", 1e3, "µs", 1e3, "ms", 1e6, "s", 1e9);
  private static final Set<String> COMPARING =
      Set.of("==", "!=", "<", "<=", ">", ">=", "matches", "contains");
  private static final int DEEPEST = 50;

  private final List<Word> words;
  private final Calls calls = new Calls(this);
  private final String about;
  private final Set<String> variables = new TreeSet<>();
  private String within = "";
  private int at;
  private int depth;

  ExpressionParser(String text, String about) throws ExpressionException {
    this.words = Lexer.words(text);
    this.about = about;
  }

  Node whole() throws ExpressionException {
    Node node = one(either());
    if (next().kind() != Kind.END) {
      throw wrong("rest", next().text());
    }
    return node;
  }

  Node condition() throws ExpressionException {
    Node node = whole();
    require(node, Sort.TRUTH, "condition");
    return node;
  }

  /** Variables that are asked for by their names. */
  Set<String> variables() {
    return variables;
  }

  private Word next() {
    return words.get(at);
  }

  private Word take() {
    Word taken = words.get(at);
    at += taken.kind() == Kind.END ? 0 : 1;
    return taken;
  }

  boolean skip(String sign) {
    boolean there = next().is(sign);
    at += there ? 1 : 0;
    return there;
  }

  void expect(String sign) throws ExpressionException {
    if (!skip(sign)) {
      throw wrong("expected", sign, shown());
    }
  }

  private String shown() {
    return next().kind() == Kind.END ? Lexer.WORDS.get("end") : next().text();
  }

  static ExpressionException wrong(String key, Object... values) {
    return new ExpressionException(Lexer.WORDS.get(key, values));
  }

  static void require(Node node, Sort sort, String key) throws ExpressionException {
    if (node.type().sort() != sort) {
      throw wrong(key, said(node.type()));
    }
  }

  static String said(Type type) {
    return Lexer.WORDS.get((type.many() ? "types." : "type.") + type.sort());
  }

  Node either() throws ExpressionException {
    if (++depth > DEEPEST) {
      throw wrong("deep");
    }
    Node left = both();
    while (skip("or")) {
      Node before = truth(left);
      Node after = truth(both());
      left =
          new Node(
              Type.TRUTH,
              (run, item) ->
                  Values.truth(before.in(run, item)) || Values.truth(after.in(run, item)));
    }
    depth--;
    return left;
  }

  private Node both() throws ExpressionException {
    Node left = negated();
    while (skip("and")) {
      Node before = truth(left);
      Node after = truth(negated());
      left =
          new Node(
              Type.TRUTH,
              (run, item) ->
                  Values.truth(before.in(run, item)) && Values.truth(after.in(run, item)));
    }
    return left;
  }

  private Node negated() throws ExpressionException {
    boolean not = false;
    boolean any = false;
    while (skip("not")) {
      not = !not;
      any = true;
    }
    Node node = compared();
    if (!any) {
      return node;
    }
    Node inner = truth(node);
    boolean wanted = !not;
    return new Node(Type.TRUTH, (run, item) -> Values.truth(inner.in(run, item)) == wanted);
  }

  private static Node truth(Node node) throws ExpressionException {
    Node one = one(node);
    require(one, Sort.TRUTH, "truth");
    return one;
  }

  private Node compared() throws ExpressionException {
    Node left = sum();
    String sign = next().text();
    if (next().kind() == Kind.TEXT || !COMPARING.contains(sign)) {
      return left;
    }
    take();
    if (sign.equals("matches")) {
      return matching(one(left));
    }
    return Comparison.of(sign, one(left), one(sum()));
  }

  private Node matching(Node left) throws ExpressionException {
    require(left, Sort.TEXT, "matches.what");
    Pattern pattern = pattern();
    return new Node(
        Type.TRUTH, (run, item) -> pattern.matcher((String) left.in(run, item)).matches());
  }

  Pattern pattern() throws ExpressionException {
    Word word = take();
    if (word.kind() != Kind.TEXT) {
      throw wrong("pattern");
    }
    try {
      return Pattern.compile(word.text());
    } catch (PatternSyntaxException e) {
      throw wrong("pattern.wrong", word.text(), e.getDescription());
    }
  }

  private Node sum() throws ExpressionException {
    Node left = product();
    while (next().is("+") || next().is("-")) {
      left = Arithmetic.of(take().text(), one(left), one(product()));
    }
    return left;
  }

  private Node product() throws ExpressionException {
    Node left = signed();
    while (next().is("*") || next().is("/")) {
      left = Arithmetic.of(take().text(), one(left), one(signed()));
    }
    return left;
  }

  private Node signed() throws ExpressionException {
    return skip("-")
        ? Arithmetic.of("-", new Node(Type.NUMBER, (_, _) -> 0.0), one(followed()))
        : followed();
  }

  private Node followed() throws ExpressionException {
    Node node = primary();
    while (true) {
      if (skip(".")) {
        node = attribute(node, take());
      } else if (skip("[")) {
        node = filtered(node);
        expect("]");
      } else {
        return node;
      }
    }
  }

  private Node primary() throws ExpressionException {
    Word word = take();
    return switch (word.kind()) {
      case NUMBER -> number(Double.parseDouble(word.text()));
      case TEXT -> new Node(Type.TEXT, (_, _) -> word.text());
      case NAME -> named(word.text());
      case SIGN, END -> {
        if (!word.is("(")) {
          at -= word.kind() == Kind.END ? 0 : 1;
          throw wrong("value", shown());
        }
        Node inner = either();
        expect(")");
        yield inner;
      }
    };
  }

  private Node number(double value) {
    Double unit = next().kind() == Kind.NAME ? UNITS.get(next().text()) : null;
    if (unit == null) {
      return new Node(Type.NUMBER, (_, _) -> value);
    }
    take();
    double time = value * unit;
    return new Node(Type.TIME, (_, _) -> time);
  }

  private Node named(String name) throws ExpressionException {
    if (name.equals("true") || name.equals("false")) {
      boolean value = name.equals("true");
      return new Node(Type.TRUTH, (_, _) -> value);
    }
    if (skip("(")) {
      Node called = calls.of(name);
      expect(")");
      return called;
    }
    Type inner = Vocabulary.attributes(within).get(name);
    if (inner != null) {
      return new Node(inner, (_, item) -> item == null ? Values.none(inner) : item.get(name));
    }
    Type type = Vocabulary.attributes(about).get(name);
    if (type == null) {
      throw within.isEmpty()
          ? wrong("name", name, names(about))
          : wrong("name.within", name, within, names(within), names(about));
    }
    return new Node(type, (run, _) -> run.get(name));
  }

  private static String names(String kind) {
    return String.join(", ", Vocabulary.attributes(kind).keySet());
  }

  /** {@code locks.name}: that of each of them. */
  private static Node attribute(Node of, Word word) throws ExpressionException {
    if (of.type().sort() != Sort.THING) {
      throw wrong("attribute.plain", word.text(), said(of.type()));
    }
    String kind = of.type().kind();
    Type type = Vocabulary.attributes(kind).get(word.text());
    if (type == null || word.kind() != Kind.NAME) {
      throw wrong("attribute", word.text(), kind, names(kind));
    }
    return new Node(
        type.several(),
        (run, item) ->
            Values.list(of.in(run, item)).stream()
                .map(thing -> ((Thing) thing).get(word.text()))
                .toList());
  }

  /** {@code locks[contended > 0]}, or {@code locks["fork"]} for those of that name. */
  private Node filtered(Node of) throws ExpressionException {
    if (of.type().sort() != Sort.THING) {
      throw wrong("filter.plain", said(of.type()));
    }
    String outside = within;
    within = of.type().kind();
    if (within.equals("variable") && next().kind() == Kind.TEXT) {
      variables.add(next().text());
    }
    Node inner = one(either());
    within = outside;
    if (inner.type().sort() == Sort.TEXT
        && Vocabulary.attributes(of.type().kind()).containsKey("name")) {
      boolean qualified = of.type().kind().equals("variable");
      return kept(
          of,
          (run, thing) ->
              isNamed((String) thing.get("name"), (String) inner.in(run, thing), qualified));
    }
    require(inner, Sort.TRUTH, "filter");
    return kept(of, (run, thing) -> Values.truth(inner.in(run, thing)));
  }

  /**
   * Whether a thing has that name; where it is said with its class, as fields of Java are, the last
   * part of the name will do.
   */
  private static boolean isNamed(String name, String asked, boolean qualified) {
    return name.equals(asked) || qualified && !asked.isEmpty() && name.endsWith("." + asked);
  }

  /** Whether a thing of a run stays. */
  private interface Keeping {
    boolean keeps(Thing run, Thing thing);
  }

  private static Node kept(Node of, Keeping keeping) {
    return new Node(
        of.type(),
        (run, item) ->
            Values.list(of.in(run, item)).stream()
                .filter(thing -> keeping.keeps(run, (Thing) thing))
                .toList());
  }

  /** One value of several: what is added up, the first, or whether any is true. */
  static Node one(Node node) {
    Type type = node.type();
    if (!type.many()) {
      return node;
    }
    Type single = type.sort() == Sort.THING ? Type.NUMBER : Type.of(type.sort());
    return new Node(single, (run, item) -> Values.one(type, node.in(run, item)));
  }
}
