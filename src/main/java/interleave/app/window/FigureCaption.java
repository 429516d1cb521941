package interleave.app.window;

import interleave.program.Program;
import interleave.program.RunOrigin;
import interleave.scenario.Parameter;
import interleave.view.timeline.TimelineFigure;
import interleave.words.Words;
import java.util.List;

/** What stands above a figure of a run: what was run, and with which values. */
public final class FigureCaption {
  private static final Words WORDS = Words.of("app");

  private FigureCaption() {}

  public static TimelineFigure.Caption of(RunOrigin origin) {
    return switch (origin) {
      case Program.Lesson lesson ->
          new TimelineFigure.Caption(
              lesson.title(), lesson.scenario().summary(lesson.language()), parameters(lesson));
      case Program.Own own ->
          new TimelineFigure.Caption(own.title(), String.join(" ", own.arguments()), List.of());
      case RunOrigin.Saved saved -> new TimelineFigure.Caption(saved.title(), "", List.of());
    };
  }

  /** As the chips below the title. */
  private static List<String> parameters(Program.Lesson lesson) {
    return lesson.scenario().parameters(lesson.language()).stream()
        .map(each -> chip(lesson, each))
        .toList();
  }

  private static String chip(Program.Lesson lesson, Parameter parameter) {
    return WORDS.get(
        "figures.parameter", parameter.label(), parameter.show(lesson.value(parameter)));
  }
}
