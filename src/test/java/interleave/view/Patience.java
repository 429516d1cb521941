package interleave.view;

/**
 * How long tests of windows wait for what has to come. It only keeps them from standing for ever:
 * where the machine is busy a frame may take a second, and nothing is wrong.
 */
public final class Patience {
  public static final int SECONDS = 90;

  private Patience() {}
}
