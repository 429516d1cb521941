package interleave.scenario.expression;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Something to be found out about a run. */
public final class Expression {
  private final String text;
  private final String about;
  private volatile @Nullable Node node;

  private Expression(String text, String about, @Nullable Node node) {
    this.text = text;
    this.about = about;
    this.node = node;
  }

  /** One that is known to be right, and is read when it is first asked. */
  public static Expression known(String text, String about) {
    return new Expression(text, about, null);
  }

  private Node node() {
    Node read = node;
    if (read == null) {
      try {
        read = new ExpressionParser(text, about).whole();
      } catch (ExpressionException e) {
        throw wrong(e);
      }
      node = read;
    }
    return read;
  }

  private IllegalStateException wrong(ExpressionException e) {
    return new IllegalStateException(text + ": " + e.sentence(), e);
  }

  /**
   * Reads an expression.
   *
   * @param about the kind of thing that it is about: {@link Vocabulary#RUN}
   * @throws ExpressionException with a sentence where it is none, or uses a name that is not there
   */
  public static Expression parse(String text, String about) throws ExpressionException {
    return new Expression(text, about, new ExpressionParser(text, about).whole());
  }

  /** One that is true or false. */
  public static Expression condition(String text, String about) throws ExpressionException {
    return new Expression(text, about, new ExpressionParser(text, about).condition());
  }

  /** What it comes to: one value, never several. */
  public Type type() {
    return node().type();
  }

  /** The variables that it asks for by their names; where there are none, it cannot be told. */
  public Set<String> variables() {
    try {
      ExpressionParser parser = new ExpressionParser(text, about);
      Node _ = parser.whole();
      return parser.variables();
    } catch (ExpressionException e) {
      throw wrong(e);
    }
  }

  /** What it comes to in that run, a plain value as of {@link Thing#get}. */
  public Object in(Thing run) {
    return node().in(run, null);
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
