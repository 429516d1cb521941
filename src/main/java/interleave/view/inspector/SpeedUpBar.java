package interleave.view.inspector;

import interleave.timeline.ProgramPhase;
import interleave.timeline.Timeline;
import interleave.timeline.layout.Durations;
import interleave.view.theme.Fonts;
import interleave.words.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/** How many times as fast as the first a phase was: a bar, with a line where the first one ends. */
final class SpeedUpBar extends Region {
  private static final Words WORDS = Words.of("view/phases");
  private static final double HEIGHT = 17;
  private static final double LETTERS = 112;

  /**
   * What a bar shows.
   *
   * @param most the highest speed-up of all bars that stand together
   */
  record Bar(String name, String took, String shown, double times, double most, String spoken) {}

  private final Canvas canvas = new Canvas();
  private final Bar bar;
  private final Color fill;
  private final Color text;

  SpeedUpBar(Bar bar, Color fill, Color text) {
    this.bar = bar;
    this.fill = fill;
    this.text = text;
    setMinSize(20, HEIGHT);
    setPrefHeight(HEIGHT);
    setMaxHeight(HEIGHT);
    getChildren().add(canvas);
    setAccessibleText(bar.spoken());
  }

  /** A bar for each phase whose speed is known, the first {@code most} of them. */
  static List<Bar> of(Timeline timeline, int most) {
    List<ProgramPhase> phases =
        timeline.phases().stream()
            .filter(phase -> !Double.isNaN(phase.speedUp(timeline)))
            .limit(most)
            .toList();
    double highest = phases.stream().mapToDouble(p -> p.speedUp(timeline)).reduce(1, Math::max);
    List<Bar> bars = new ArrayList<>();
    for (ProgramPhase phase : phases) {
      String took = Durations.show(phase.end() - phase.start());
      String shown = phase.showSpeedUp(timeline);
      String first = timeline.phases().get(phase.first()).name();
      bars.add(
          new Bar(
              phase.name(),
              took,
              shown,
              phase.speedUp(timeline),
              highest,
              WORDS.get("bar", phase.name(), took, shown, first)));
    }
    return bars;
  }

  @Override
  protected void layoutChildren() {
    if (canvas.getWidth() == getWidth()) {
      return;
    }
    canvas.setWidth(getWidth());
    canvas.setHeight(HEIGHT);
    var g = canvas.getGraphicsContext2D();
    g.clearRect(0, 0, getWidth(), HEIGHT);
    double room = Math.max(10, getWidth() - LETTERS);
    double width = Math.max(1, room * bar.times() / bar.most());
    g.setFill(fill);
    g.fillRect(0, 2, width, HEIGHT - 4);
    double one = Math.round(room / bar.most()) - 0.5;
    g.setStroke(text);
    g.setLineDashes(3, 2);
    g.strokeLine(one, 0, one, HEIGHT);
    g.setFill(text);
    g.setFont(Font.font(Fonts.CODE, 11));
    g.fillText(bar.shown() + " " + bar.took(), width + 6, HEIGHT - 4.5);
  }
}
