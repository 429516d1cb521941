package interleave.app.window;

import interleave.app.opening.OpenedTogether;
import interleave.program.Program;
import interleave.view.gallery.Entry;
import interleave.view.gallery.GalleryPane;
import interleave.view.session.Notice;
import interleave.view.session.Session;
import interleave.words.Words;
import java.util.Set;
import java.util.function.Consumer;

/** What choosing in the gallery does: one click chooses, Enter or a double click runs. */
record GalleryChoices(
    Session session,
    WindowSettings settings,
    OwnPrograms own,
    LanguageChoice languages,
    Runnable recentChanged,
    Runnable opening,
    Consumer<Notice> telling)
    implements GalleryPane.Actions {
  private static final Words WORDS = Words.of("app/window");

  @Override
  public void selected(Entry entry) {
    switch (entry) {
      case Entry.Lesson lesson -> choose(languages.of(lesson.scenario()));
      case Entry.Recent recent -> session.choose(OpenedTogether.origin(recent.file()));
      case Entry.Own program -> own.choose(program.form());
      case Entry.Broken broken -> tell(broken);
      case Entry.RunProgram _, Entry.OpenRecording _, Entry.Heading _ -> {}
    }
  }

  private void tell(Entry.Broken broken) {
    telling.accept(
        Notice.error(
            WORDS.get("lesson.broken", broken.text()),
            broken.found().told(),
            WORDS.get("lesson.broken.next")));
  }

  /** A scenario that was run keeps the values it was run with. */
  private void choose(Program.Lesson lesson) {
    settings.put("scenario", lesson.scenario().id());
    if (session.chosen().filter(lesson::isLike).isEmpty()) {
      session.choose(session.shown().filter(lesson::isLike).orElse(lesson));
    }
  }

  @Override
  public void run(Entry entry) {
    switch (entry) {
      case Entry.Lesson _ -> session.run();
      case Entry.Recent recent -> session.run(OpenedTogether.origin(recent.file()));
      case Entry.Own program -> own.run(program.form());
      case Entry.Broken broken -> tell(broken);
      case Entry.RunProgram _ -> own.ask();
      case Entry.OpenRecording _ -> opening.run();
      case Entry.Heading _ -> {}
    }
  }

  @Override
  public void change(Entry.Own program) {
    own.ask(program.form());
  }

  @Override
  public void forget(Entry entry) {
    switch (entry) {
      case Entry.Own program -> own.forget(program.form());
      case Entry.Recent recent -> {
        settings.forget(recent.file());
        settings.save();
        recentChanged.run();
      }
      case Entry.Lesson _,
          Entry.Broken _,
          Entry.RunProgram _,
          Entry.OpenRecording _,
          Entry.Heading _ -> {}
    }
  }

  @Override
  public void folded(Set<String> groups) {
    settings.put("folded", String.join(" ", groups));
    settings.save();
  }
}
