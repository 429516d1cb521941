package interleave.app;

import interleave.view.gallery.Entry;
import interleave.view.gallery.GalleryPane;
import interleave.view.session.Program;
import interleave.view.session.Session;

/** What choosing in the gallery does: one click chooses, Enter or a double click runs. */
record GalleryChoices(Session session, WindowSettings settings, Doors doors)
    implements GalleryPane.Wishes {
  @Override
  public void selected(Entry entry) {
    switch (entry) {
      case Entry.Lesson lesson -> choose(Program.Lesson.of(lesson.scenario()));
      case Entry.Recent recent -> session.choose(new Program.Saved(recent.file()));
      case Entry.RunProgram _, Entry.OpenRecording _, Entry.Heading _ -> {}
    }
  }

  /** A scenario that was run keeps the values it was run with. */
  private void choose(Program.Lesson lesson) {
    settings.put("scenario", lesson.scenario().id());
    if (session.program().filter(lesson::isLike).isEmpty()) {
      session.choose(session.shown().filter(lesson::isLike).orElse(lesson));
    }
  }

  @Override
  public void run(Entry entry) {
    switch (entry) {
      case Entry.Lesson _ -> session.run();
      case Entry.Recent recent -> session.run(new Program.Saved(recent.file()));
      case Entry.RunProgram _ -> doors.program().ifPresent(session::run);
      case Entry.OpenRecording _ ->
          doors.open().ifPresent(file -> session.run(new Program.Saved(file)));
      case Entry.Heading _ -> {}
    }
  }
}
