package interleave.exchange.export.page;

import interleave.exchange.export.Excerpt;
import interleave.figure.FigureRun;
import interleave.timeline.Flows;
import interleave.timeline.LockTrack;
import interleave.timeline.OutputTrack;
import interleave.timeline.PoolTrack;
import interleave.timeline.QueueTrack;
import interleave.timeline.Signals;
import interleave.timeline.SliceTrack;
import interleave.timeline.ThingRef;
import interleave.timeline.Timeline;
import interleave.timeline.VariableTrack;
import interleave.timeline.Wakes;
import interleave.timeline.order.HappensBefore;
import interleave.timeline.order.Link;
import interleave.timeline.order.Races;
import interleave.timeline.range.TimeMark;
import org.jspecify.annotations.Nullable;

/**
 * What leads from a moment on one row to one on another, and what takes no time, which leads
 * nowhere: {@code time, how long it takes, look, from, to, label, site, word}, of which the last is
 * the number of a word for an arrow, from 1 on, and 0 where its label says it.
 */
final class PageLinks {
  static final int WIDTH = 8;

  /** Of so many lost updates of a variable a sentence is said; it differs in numbers only. */
  private static final int MOST_SAID = 200;

  private final PageRows rows;
  private final Excerpt what;
  private final boolean ordered;
  private final PageThings links = new PageThings(WIDTH);

  PageLinks(PageRows rows, Excerpt what, @Nullable Boolean order) {
    this.rows = rows;
    this.what = what;
    this.ordered =
        order != null
            ? order
            : FigureRun.subject(what.timeline(), what.manifest()).folds().showsOrder();
  }

  PageThings all() {
    messages();
    handOvers();
    arrows();
    if (ordered) {
      order();
    }
    for (PoolTrack pool : what.timeline().pools()) {
      for (PoolTrack.Task task : pool.tasks()) {
        link(
            new ThingRef.Task(pool.index(), task.index()),
            Look.START,
            task.submitter() == task.lane() ? 0 : rows.lane(task.submitter()),
            task.submitted(),
            rows.lane(task.lane()),
            task.started(),
            task.name(),
            0);
      }
    }
    for (VariableTrack variable : what.timeline().variables()) {
      lostUpdates(variable);
    }
    moments();
    return links.sorted();
  }

  private void messages() {
    for (QueueTrack queue : what.timeline().queues()) {
      for (int i = 0; i < queue.messages(); i++) {
        QueueTrack.Message message = queue.message(i);
        boolean got = message.get() != Timeline.OPEN;
        int from = rows.lane(message.fromLane());
        String name = message.preview().isBlank() ? "#" + message.id() : message.preview();
        ThingRef ref = new ThingRef.Message(queue.index(), i);
        if (got) {
          int to = rows.lane(message.toLane());
          int site = message.putSite();
          link(ref, Look.MESSAGE, from, message.put(), to, message.get(), name, site);
        } else if (message.lost()) {
          moment(ref, Look.LOST, from, message.put(), name, message.putSite());
        }
      }
    }
  }

  private void handOvers() {
    for (LockTrack lock : what.timeline().locks()) {
      LockTrack.Holds holds = lock.holds();
      for (int i = 1; i < holds.size(); i++) {
        if (holds.contended(i) && holds.lane(i - 1) != holds.lane(i)) {
          link(
              new ThingRef.Hold(lock.index(), holds.start(i)),
              Look.HAND_OVER,
              rows.lane(holds.lane(i - 1)),
              holds.end(i - 1),
              rows.lane(holds.lane(i)),
              holds.start(i),
              lock.name(),
              holds.site(i));
        }
      }
    }
  }

  private void arrows() {
    for (Timeline.Arrow arrow : what.timeline().arrows()) {
      Look look =
          switch (arrow.kind()) {
            case CALL, ANSWER -> Look.CALL;
            case START_PROCESS, FORK, START_THREAD -> Look.START;
            case TERMINATE, KILL, INTERRUPT, SIGNAL -> Look.LOST;
          };
      link(
          null,
          look,
          end(arrow.fromLane(), arrow.fromProcess()),
          arrow.fromTime(),
          end(arrow.toLane(), arrow.toProcess()),
          arrow.toTime(),
          arrow.signal() == 0 ? "" : Signals.name(arrow.signal()),
          0,
          arrow.kind().ordinal() + 1);
    }
    Wakes wakes = what.timeline().wakes();
    for (int i = 0; i < wakes.size(); i++) {
      int from = rows.lane(wakes.fromLane(i));
      int to = rows.lane(wakes.toLane(i));
      link(null, Look.WAKE, from, wakes.fromTime(i), to, wakes.toTime(i), "", 0);
    }
    Flows flows = what.timeline().flows();
    for (int i = 0; i < flows.size(); i++) {
      int from = rows.track(flows.fromTrack(i));
      int to = rows.track(flows.toTrack(i));
      ThingRef ref = new ThingRef.Flow(i);
      link(ref, Look.FLOW, from, flows.fromTime(i), to, flows.toTime(i), flows.name(i), 0);
    }
  }

  /** What happens before what, and accesses of a variable that nothing orders. */
  private void order() {
    Timeline timeline = what.timeline();
    for (Link link : HappensBefore.links(timeline, timeline.start(), timeline.now())) {
      int from = rows.lane(link.from());
      int to = rows.lane(link.to());
      link(link.about(), Look.ORDER, from, link.fromTime(), to, link.toTime(), "", 0);
    }
    for (VariableTrack variable : timeline.variables()) {
      for (Races.Race race : Races.of(timeline, variable)) {
        link(
            new ThingRef.Access(variable.index(), race.second()),
            Look.RACE,
            rows.lane(variable.lane(race.first())),
            variable.time(race.first()),
            rows.lane(variable.lane(race.second())),
            variable.time(race.second()),
            variable.name(),
            variable.site(race.second()));
      }
    }
  }

  private int end(int lane, int process) {
    return lane >= 0 ? rows.lane(lane) : rows.process(process);
  }

  private void lostUpdates(VariableTrack variable) {
    for (int i = 0; i < variable.lostUpdates(); i++) {
      int write = variable.lostUpdate(i).lostWrite();
      moment(
          i < MOST_SAID ? new ThingRef.LostUpdate(variable.index(), i) : null,
          Look.LOST,
          rows.lane(variable.lane(write)),
          variable.time(write),
          variable.name() + " = " + variable.shown(write),
          variable.site(write));
    }
  }

  private void moments() {
    OutputTrack output = what.timeline().output();
    for (int i = 0; i < output.size(); i++) {
      OutputTrack.Line line = output.line(i);
      int row = end(line.lane(), line.process());
      moment(new ThingRef.Line(i), Look.OUTPUT, row, line.time(), line.text(), 0);
    }
    for (SliceTrack track : what.timeline().slices()) {
      SliceTrack.Moments moments = track.moments();
      for (int i = 0; i < moments.size(); i++) {
        ThingRef ref = new ThingRef.Moment(track.index(), i);
        int row = rows.track(track.index());
        moment(ref, Look.MOMENT, row, moments.time(i), moments.name(i), 0);
      }
    }
    for (TimeMark mark : what.marks()) {
      moment(null, Look.NOTE, 1, mark.time(), mark.note(), 0);
    }
  }

  private void moment(@Nullable ThingRef ref, Look look, int row, long at, String label, int site) {
    link(ref, look, row, at, row, at, label, site);
  }

  private void link(
      @Nullable ThingRef ref,
      Look look,
      int from,
      long start,
      int to,
      long end,
      String label,
      int site) {
    link(ref, look, from, start, to, end, label, site, 0);
  }

  /** Where both of its ends lie within, and on rows that are there. */
  private void link(
      @Nullable ThingRef ref,
      Look look,
      int from,
      long start,
      int to,
      long end,
      String label,
      int site,
      int word) {
    if (from > 0 && to > 0 && start <= end && what.has(start) && what.has(end) && rows.takes()) {
      links.add(
          ref,
          what.told(start),
          end - start,
          PageRows.look(look),
          from,
          to,
          rows.texts.number(label),
          rows.sites.number(site),
          word);
    }
  }
}
