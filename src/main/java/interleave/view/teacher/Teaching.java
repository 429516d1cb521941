package interleave.view.teacher;

import interleave.view.control.Cover;
import interleave.view.keys.Command;
import interleave.view.session.Session;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import javafx.scene.Node;
import javafx.scene.Parent;

/**
 * Whether the teacher's view is on, and how large type is, in it and outside of it. Both are kept.
 */
public final class Teaching {
  private static final String ON = "teacher";
  private static final String TYPE = "type";
  private static final String TEACHERS_TYPE = "teacher.type";

  /** How much larger type may be. */
  private static final List<Double> SIZES = List.of(1.0, 1.1, 1.25, 1.4, 1.6, 1.8);

  private static final double PROJECTED = 1.25;

  private final Session session;
  private final Magnified magnified;
  private final SpeakerWindow speaker;
  private final BinaryOperator<String> kept;
  private final BiConsumer<String, String> keep;
  private final Runnable changed;
  private boolean on;
  private boolean begun;

  /**
   * @param kept what is kept under a name; else what is given
   * @param keep keeps something under a name
   * @param changed hears that type is of another size
   */
  public Teaching(
      Session session,
      Magnified magnified,
      SpeakerWindow speaker,
      BinaryOperator<String> kept,
      BiConsumer<String, String> keep,
      Runnable changed) {
    this.session = session;
    this.magnified = magnified;
    this.speaker = speaker;
    this.kept = kept;
    this.keep = keep;
    this.changed = changed;
    on = kept.apply(ON, "").equals("on");
    session.coverAll(on);
    magnified.by(size());
  }

  public boolean isOn() {
    return on;
  }

  /** The window is there: shows the notes where the view is on. */
  public void begin() {
    begun = true;
    if (on) {
      speaker.open();
    }
  }

  /** Turns it on or off. */
  public void turn(boolean wanted) {
    if (wanted == on) {
      return;
    }
    on = wanted;
    keep.accept(ON, on ? "on" : "off");
    session.coverAll(on);
    resized();
    if (!on) {
      speaker.close();
    } else if (begun) {
      speaker.open();
    }
  }

  /** Does what one of its commands asks for. */
  public void perform(Command command) {
    switch (command) {
      case TEACHER -> turn(!on);
      case SPEAKER -> speaker.toggle();
      case UNCOVER -> uncover(magnified);
      case LARGER -> step(1);
      default -> step(-1);
    }
  }

  /** Type is larger or smaller by a step. */
  private void step(int steps) {
    int now = SIZES.indexOf(size());
    double size = SIZES.get(Math.clamp(now + steps, 0, SIZES.size() - 1));
    keep.accept(on ? TEACHERS_TYPE : TYPE, Double.toString(size));
    resized();
  }

  private void resized() {
    magnified.by(size());
    changed.run();
  }

  private double size() {
    String text = on ? kept.apply(TEACHERS_TYPE, "" + PROJECTED) : kept.apply(TYPE, "1.0");
    return SIZES.stream()
        .filter(size -> Double.toString(size).equals(text))
        .findFirst()
        .orElse(on ? PROJECTED : 1.0);
  }

  /** Takes away the first cover that is in sight, from the top. */
  private static boolean uncover(Node node) {
    if (!node.isVisible()) {
      return false;
    }
    if (node instanceof Cover cover) {
      cover.fire();
      return true;
    }
    return node instanceof Parent parent
        && parent.getChildrenUnmodifiable().stream().anyMatch(Teaching::uncover);
  }
}
