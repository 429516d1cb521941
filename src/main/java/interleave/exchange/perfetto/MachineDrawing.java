package interleave.exchange.perfetto;

import interleave.exchange.intake.Intake;

/** What is drawn of a machine. */
final class MachineDrawing {
  final TrackEvents events;
  final Ftrace kernel;
  final ProcessCounters processes;
  final ThreadStates states;

  /** The clock that its kernel has. */
  final long boot;

  /**
   * @param machine as packets call it, 0 for the one that wrote the file
   * @param host the number that it has in the recording
   */
  MachineDrawing(
      int machine, int host, Survey survey, Intake intake, Unknown unknown, Losses losses) {
    MachineNames names = survey.of(machine);
    Cast cast = new Cast(intake, host, names.threads());
    Rows rows = new Rows(cast, names.tracks());
    Counters counters = new Counters(cast, names.tracks());
    states = new ThreadStates(cast);
    events = new TrackEvents(cast, rows, survey.flows, counters, unknown);
    boot = Clocks.key(Clocks.BOOTTIME, 0, machine);
    Atrace atrace = new Atrace(cast, counters, rows);
    SchedOrder order = new SchedOrder(states);
    kernel = new Ftrace(survey.clocks, boot, atrace, counters, order, unknown, losses);
    processes = new ProcessCounters(counters);
  }
}
