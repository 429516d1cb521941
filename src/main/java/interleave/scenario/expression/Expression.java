package interleave.scenario.expression;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Something to be found out about a run. */
public final class Expression {
  private final String text;
  private final String about;
  private volatile @Nullable Read read;

  /**
   * What reading found.
   *
   * @param variables those that are asked for by their names
   */
  private record Read(Node node, Set<String> variables) {
    Read(Node node, ExpressionParser parser) {
      this(node, Set.copyOf(parser.variables()));
    }
  }

  private Expression(String text, String about, @Nullable Read read) {
    this.text = text;
    this.about = about;
    this.read = read;
  }

  /** One that is known to be right, and is read when it is first asked. */
  public static Expression known(String text, String about) {
    return new Expression(text, about, null);
  }

  private Read read() {
    Read known = read;
    if (known == null) {
      try {
        ExpressionParser parser = new ExpressionParser(text, about);
        known = new Read(parser.whole(), parser);
      } catch (ExpressionException e) {
        throw new IllegalStateException(text + ": " + e.sentence(), e);
      }
      read = known;
    }
    return known;
  }

  /**
   * Reads an expression.
   *
   * @param about the kind of thing that it is about: {@link Vocabulary#RUN}
   * @throws ExpressionException with a sentence where it is none, or uses a name that is not there
   */
  public static Expression parse(String text, String about) throws ExpressionException {
    ExpressionParser parser = new ExpressionParser(text, about);
    return new Expression(text, about, new Read(parser.whole(), parser));
  }

  /** One that is true or false. */
  public static Expression condition(String text, String about) throws ExpressionException {
    ExpressionParser parser = new ExpressionParser(text, about);
    return new Expression(text, about, new Read(parser.condition(), parser));
  }

  /** What it comes to: one value, never several. */
  public Type type() {
    return read().node().type();
  }

  /** The variables that it asks for by their names; where there are none, it cannot be told. */
  public Set<String> variables() {
    return read().variables();
  }

  /** What it comes to in that run, a plain value as of {@link Thing#get}. */
  public Object in(Thing run) {
    return read().node().in(run, null);
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
