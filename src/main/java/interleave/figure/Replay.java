package interleave.figure;

/**
 * How a figure moves: the playhead goes once through what is shown.
 *
 * @param seconds how long that takes
 * @param framesPerSecond how many pictures a second
 * @param loop whether it begins again
 */
public record Replay(double seconds, int framesPerSecond, boolean loop) {
  public static final Replay USUAL = new Replay(8, 10, true);

  private static final double LONGEST = 120;

  public Replay {
    seconds = Math.clamp(seconds, 0.5, LONGEST);
    framesPerSecond = Math.clamp(framesPerSecond, 1, 30);
  }

  /** How many pictures it has. */
  public int frames() {
    return (int) Math.max(2, Math.round(seconds * framesPerSecond));
  }
}
