package interleave.view.laboratory;

import interleave.explore.Limits;
import interleave.explore.Schedule;
import interleave.explore.ThreadId;
import interleave.laboratory.Conduct;
import interleave.laboratory.Failure;
import interleave.laboratory.Inquiry;
import interleave.laboratory.Label;
import interleave.program.Program;
import interleave.scenario.Catalogue;
import interleave.scenario.Goal;
import interleave.scenario.Scenario;
import interleave.scenario.Unexplored;
import interleave.view.control.SpokenWords;
import interleave.view.session.Covers;
import interleave.view.session.Frame;
import interleave.view.session.Session;
import interleave.view.session.Standing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What goes on in the laboratory: the run that is conducted, and the endings that are sought. */
final class Bench {
  private static final SpokenWords WORDS = SpokenWords.of("view/laboratory");

  private final Session session;
  private final Standing standing = new Standing();
  private Optional<Conduct> conduct = Optional.empty();
  private Optional<Program> conducted = Optional.empty();
  private boolean byHand;
  private Optional<Inquiry> inquiry = Optional.empty();
  private Optional<Program> inquired = Optional.empty();
  private int take;
  private int ours;
  private boolean starting;
  private Optional<Moment> moment = Optional.empty();
  private final Aim aim = new Aim();

  Bench(Session session) {
    this.session = session;
  }

  /** What is looked into: what is chosen, where it can be run. */
  Optional<Program> program() {
    return session.chosen().filter(Program.class::isInstance).map(Program.class::cast);
  }

  /** Why nothing can be done, as a sentence. */
  Optional<String> refusal() {
    if (program().isEmpty()) {
      return Optional.of(WORDS.get("recorded"));
    }
    return pointless().filter(Unexplored.PROCESSES::equals).flatMap(_ -> remark());
  }

  /** Why a lesson shows little here, as a sentence. */
  Optional<String> remark() {
    return pointless().map(why -> WORDS.get("unexplored." + why.word(), title()));
  }

  private Optional<Unexplored> pointless() {
    return lesson().map(it -> it.scenario().unexplored().get(it.language()));
  }

  private String title() {
    return lesson().map(it -> it.scenario().title()).orElse("");
  }

  private Optional<Program.Lesson> lesson() {
    return program().filter(Program.Lesson.class::isInstance).map(Program.Lesson.class::cast);
  }

  /** Shows what is covered. */
  void uncover(Covers.Part part) {
    session.uncover(part);
  }

  /** Looks at how it is; a run that stands for ever, or was cut off, is stopped. */
  void look(Frame frame) {
    take = frame.take();
    starting = frame.phase() == Session.State.STARTING;
    if (take > ours) {
      conduct = Optional.empty();
    }
    if (take == ours && conduct.filter(it -> standing.isToBeStopped(frame, it)).isPresent()) {
      session.stop();
    }
    seekGoal();
    moment =
        take == ours
            ? state().flatMap(it -> Moment.of(it, frame.timeline(), frame.playhead()))
            : Optional.empty();
  }

  /** Where the playhead stands; empty where no run that is conducted is in sight. */
  Optional<Moment> moment() {
    return moment;
  }

  boolean isStarting() {
    return starting;
  }

  /** The run that is conducted; empty where there is none in sight. */
  Optional<Conduct.State> state() {
    return isLookedAt() ? conduct.map(Conduct::state) : Optional.empty();
  }

  /** Whether what is chosen is what runs here. */
  private boolean isLookedAt() {
    return conducted.filter(it -> session.chosen().filter(it::isLike).isPresent()).isPresent();
  }

  /** Whether somebody chooses in it, or did. */
  boolean isByHand() {
    return byHand;
  }

  /** A lesson whose values nobody has changed is made small enough for its goal. */
  void prepare() {
    lesson()
        .filter(each -> each.values().isEmpty())
        .flatMap(
            each ->
                each.scenario()
                    .goal()
                    .map(Goal::values)
                    .filter(values -> each.scenario().check(each.language(), values).isEmpty())
                    .map(each::with))
        .ifPresent(session::choose);
  }

  /** Runs it so that somebody chooses behind the end of the schedule. */
  void begin(List<ThreadId> given) {
    prepare();
    program().ifPresent(each -> run(each, given, true));
  }

  private void run(Program program, List<ThreadId> given, boolean asks) {
    if (starting) {
      return;
    }
    conduct.ifPresent(Conduct::end);
    Conduct made = new Conduct(given, asks);
    conduct = Optional.of(made);
    conducted = Optional.of(program);
    byHand = asks;
    ours = take + 1;
    session.run(program, made);
  }

  /** That thread goes on; where the playhead stands further back, the run is run anew to there. */
  void choose(ThreadId thread) {
    Optional<Moment> at = moment.filter(each -> each.enabled().contains(thread));
    if (at.isPresent() && at.get().went().isEmpty()) {
      conduct.filter(_ -> isLookedAt()).ifPresent(each -> each.choose(thread));
    } else if (at.filter(Moment::isChoice).isPresent()) {
      List<ThreadId> chosen = new ArrayList<>(at.get().before());
      chosen.add(thread);
      conducted.ifPresent(each -> run(each, chosen, true));
    }
  }

  /** The thread of that number among those that can go on goes on. */
  boolean choose(int number) {
    List<ThreadId> enabled = moment.map(Moment::enabled).orElse(List.of());
    if (number < 1 || number > enabled.size()) {
      return false;
    }
    choose(enabled.get(number - 1));
    return true;
  }

  /** Back to the choice before, by running anew until there. */
  void undo() {
    List<ThreadId> chosen = chosen();
    if (!chosen.isEmpty()) {
      conducted.ifPresent(each -> run(each, chosen.subList(0, chosen.size() - 1), true));
    }
  }

  void goOn() {
    conduct.ifPresent(Conduct::goOn);
  }

  /** The schedule so far, as a text. */
  String schedule() {
    Optional<Program> of = isLookedAt() ? conducted : program();
    return new Schedule(of.map(Label::of).orElse(""), chosen()).toString();
  }

  private List<ThreadId> chosen() {
    return state().map(Conduct.State::chosen).orElse(List.of());
  }

  /**
   * Plays a schedule, and records it.
   *
   * @return what is wrong with it, as a sentence
   */
  Optional<String> replay(String text) {
    Optional<Schedule> schedule = Schedule.of(text);
    if (schedule.isEmpty()) {
      return Optional.of(WORDS.get("schedule.none", text));
    }
    Optional<Program> of = program(schedule.get().target());
    of.ifPresent(each -> run(each, schedule.get().choices(), false));
    return of.isPresent()
        ? Optional.empty()
        : Optional.of(WORDS.get("schedule.other", schedule.get().target()));
  }

  /** The program of a label: that which is chosen, or a lesson with its values. */
  private Optional<Program> program(String label) {
    Optional<Program> chosen = program();
    if (label.isEmpty() || chosen.filter(each -> Label.of(each).equals(label)).isPresent()) {
      return chosen;
    }
    List<String> words = Label.words(label);
    Map<String, String> values = new HashMap<>();
    for (String word : words.subList(1, words.size())) {
      int equals = word.indexOf('=');
      if (equals < 1) {
        return Optional.empty();
      }
      values.put(word.substring(0, equals), word.substring(equals + 1));
    }
    return Catalogue.find(words.getFirst()).map(each -> lesson(each, values, chosen));
  }

  private static Program lesson(
      Scenario scenario, Map<String, String> values, Optional<Program> chosen) {
    if (chosen.isPresent()
        && chosen.get() instanceof Program.Lesson lesson
        && lesson.scenario().id().equals(scenario.id())) {
      return lesson.with(values);
    }
    Program.Lesson usual = new Program.Lesson(scenario, values);
    return chosen.map(each -> usual.in(each.language())).orElse(usual);
  }

  /** Seeks all endings, or some of them at random. */
  void inquire(Limits limits, Optional<Inquiry.Chance> chance, Duration time) {
    session.cover(Covers.Kind.ENDING);
    session.cover(Covers.Kind.CONCLUSION);
    closeInquiry();
    program().ifPresent(each -> session.enter(each, it -> inquire(it, limits, chance, time)));
  }

  private void inquire(
      Program program, Limits limits, Optional<Inquiry.Chance> chance, Duration time) {
    closeInquiry();
    inquired = Optional.of(program);
    inquiry = Optional.of(Inquiry.begin(program, new Inquiry.Wish(limits, chance, time)));
  }

  /** How far they are sought, of the program that is chosen. */
  Optional<Inquiry.State> inquiry() {
    return inquiry.filter(_ -> inquired.equals(program())).map(Inquiry::state);
  }

  void cancel() {
    inquiry.ifPresent(Inquiry::cancel);
    aim.cancel();
  }

  private void closeInquiry() {
    inquiry.ifPresent(each -> Thread.ofVirtual().start(each::close));
    inquiry = Optional.empty();
    inquired = Optional.empty();
  }

  /** What the learner is to bring it to; empty where the lesson sets nothing. */
  Optional<Failure> goal() {
    return program()
        .filter(Program.Lesson.class::isInstance)
        .map(Program.Lesson.class::cast)
        .flatMap(each -> each.scenario().goal())
        .flatMap(each -> Failure.of(each.what()));
  }

  /** With how many choices that is known to be possible. */
  Optional<Integer> fewest() {
    return goal().flatMap(each -> inquiry().flatMap(it -> fewest(it, each)).or(aim::fewest));
  }

  private static Optional<Integer> fewest(Inquiry.State state, Failure goal) {
    return state
        .report()
        .or(state::soFar)
        .flatMap(each -> each.schedule(goal))
        .map(each -> each.choices().size());
  }

  /** Looks for a way to the goal while somebody makes the first choice. */
  private void seekGoal() {
    boolean asks =
        state().map(Conduct.State::phase).filter(Conduct.Phase.ASKING::equals).isPresent();
    Optional<Failure> goal = goal();
    if (asks && goal.isPresent()) {
      conducted.ifPresent(each -> aim.seek(each, goal.get()));
    }
  }

  /** Ends all that goes on here but what is recorded; blocks. */
  void close() {
    conduct.ifPresent(Conduct::end);
    inquiry.ifPresent(Inquiry::close);
    aim.close();
  }
}
