package interleave.words;

/** What the product is called. */
public final class Product {
  public static final String NAME = "Interleave";

  /** As in {@code pom.xml}. */
  public static final String VERSION = "0.1.0";

  private Product() {}

  public static String nameAndVersion() {
    return NAME + " " + VERSION;
  }
}
