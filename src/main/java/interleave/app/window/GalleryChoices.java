package interleave.app.window;

import interleave.program.Program;
import interleave.program.RunOrigin;
import interleave.view.gallery.Entry;
import interleave.view.gallery.GalleryPane;
import interleave.view.session.Session;
import java.util.Set;

/** What choosing in the gallery does: one click chooses, Enter or a double click runs. */
record GalleryChoices(
    Session session,
    WindowSettings settings,
    OwnPrograms own,
    LanguageChoice languages,
    Runnable recentChanged,
    Runnable opening)
    implements GalleryPane.Actions {
  @Override
  public void selected(Entry entry) {
    switch (entry) {
      case Entry.Lesson lesson -> choose(languages.of(lesson.scenario()));
      case Entry.Recent recent -> session.choose(new RunOrigin.Saved(recent.file()));
      case Entry.Own program -> own.choose(program.form());
      case Entry.RunProgram _, Entry.OpenRecording _, Entry.Heading _ -> {}
    }
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
      case Entry.Recent recent -> session.run(new RunOrigin.Saved(recent.file()));
      case Entry.Own program -> own.run(program.form());
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
      case Entry.Lesson _, Entry.RunProgram _, Entry.OpenRecording _, Entry.Heading _ -> {}
    }
  }

  @Override
  public void folded(Set<String> groups) {
    settings.put("folded", String.join(" ", groups));
    settings.save();
  }
}
