package interleave.app.window;

import interleave.program.Program;
import interleave.view.gallery.GalleryPane;
import interleave.view.program.ProgramForm;
import interleave.view.session.Session;
import java.util.function.Supplier;

/**
 * The user's own programs: asked for, remembered as they were typed before they are run, offered
 * again in the gallery. So nothing that was typed is lost when a run fails.
 */
final class OwnPrograms {
  private final Session session;
  private final WindowSettings settings;
  private final SystemDialogs doors;
  private final Supplier<GalleryPane> gallery;

  OwnPrograms(
      Session session,
      WindowSettings settings,
      SystemDialogs doors,
      Supplier<GalleryPane> gallery) {
    this.session = session;
    this.settings = settings;
    this.doors = doors;
    this.gallery = gallery;
  }

  /** Asks for one and runs it. */
  void ask() {
    ask(settings.draft());
  }

  /** The same, with something in the fields already. */
  void ask(ProgramForm before) {
    doors.program(before, this::keep).ifPresent(this::run);
  }

  private void keep(ProgramForm typed) {
    settings.draft(typed);
    settings.save();
  }

  /** Runs it, or asks for what is missing in it by now. */
  void run(ProgramForm form) {
    remember(form);
    if (form.refusal().isPresent()) {
      ask(form);
    } else {
      session.run(form.program());
    }
  }

  /** Makes it the one that Run runs. */
  void choose(ProgramForm form) {
    if (form.refusal().isEmpty()) {
      session.choose(form.program());
    }
  }

  /** Notes a program that is run from elsewhere. */
  void remember(Program.Own own) {
    ProgramForm form = ProgramForm.of(own);
    boolean known =
        settings.programs().stream()
            .filter(it -> it.refusal().isEmpty())
            .anyMatch(it -> it.program().equals(own));
    if (!known) {
      remember(form);
    }
  }

  private void remember(ProgramForm form) {
    settings.remember(form);
    settings.save();
    gallery.get().programs(settings.programs());
  }

  void forget(ProgramForm form) {
    settings.forget(form);
    settings.save();
    gallery.get().programs(settings.programs());
  }
}
