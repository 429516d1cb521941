package interleave.scenario.expression;

import java.util.Set;

/** Something to be found out about a run. */
public final class Expression {
  private final String text;
  private final Node node;
  private final Set<String> variables;

  private Expression(String text, Node node, ExpressionParser parser) {
    this.text = text;
    this.node = node;
    this.variables = Set.copyOf(parser.variables());
  }

  /**
   * Reads an expression.
   *
   * @param about the kind of thing that it is about: {@link Vocabulary#RUN}
   * @throws ExpressionException with a sentence where it is none, or uses a name that is not there
   */
  public static Expression parse(String text, String about) throws ExpressionException {
    ExpressionParser parser = new ExpressionParser(text, about);
    return new Expression(text, parser.whole(), parser);
  }

  /** One that is true or false. */
  public static Expression condition(String text, String about) throws ExpressionException {
    ExpressionParser parser = new ExpressionParser(text, about);
    return new Expression(text, parser.condition(), parser);
  }

  /** What it comes to: one value, never several. */
  public Type type() {
    return node.type();
  }

  /** The variables that it asks for by their names; where there are none, it cannot be told. */
  public Set<String> variables() {
    return variables;
  }

  /** What it comes to in that run, a plain value as of {@link Thing#get}. */
  public Object in(Thing run) {
    return node.in(run, null);
  }

  /** Whether it holds of a run; what depends on something unknown does not. */
  public boolean holds(Thing run) {
    return Boolean.TRUE.equals(in(run));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Expression it && it.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
