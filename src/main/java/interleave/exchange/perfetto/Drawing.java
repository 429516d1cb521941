package interleave.exchange.perfetto;

import interleave.exchange.intake.Intake;
import interleave.exchange.perfetto.wire.Wire;
import interleave.words.Words;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Makes a recording of what a file tells, when it is gone through for the second time. */
final class Drawing implements PacketReading.Listener {
  private static final Words WORDS = Words.of("exchange/perfetto");

  private final Clocks clocks;
  private final Unknown unknown;
  private final Losses losses;
  private final Intake intake;
  private final ThreadStates states;
  private final FlowSteps flows;
  private final TrackEvents events;
  private final Ftrace kernel;
  private final ProcessCounters processes;
  private final Wire wire = new Wire();
  private final Wire again = new Wire();
  private boolean placed;
  private long ofTool;

  Drawing(Survey survey, Intake intake, Unknown unknown, Losses losses) {
    this.clocks = survey.clocks;
    this.unknown = unknown;
    this.losses = losses;
    this.intake = intake;
    flows = survey.flows;
    Cast cast = new Cast(intake, survey.threads);
    Rows rows = new Rows(cast, survey.tracks);
    Counters counters = new Counters(cast, survey.tracks);
    states = new ThreadStates(cast);
    events = new TrackEvents(cast, rows, flows, counters, unknown);
    Atrace atrace = new Atrace(cast, counters, rows);
    kernel = new Ftrace(clocks, atrace, counters, new SchedOrder(states), unknown, losses);
    processes = new ProcessCounters(counters);
  }

  @Override
  public void names(PacketSequence sequence, Wire names) {
    sequence.names.read(names, unknown);
  }

  @Override
  public void packet(Packet packet, PacketSequence from) throws IOException {
    switch (packet.content) {
      case 0 -> {} // names only
      case PacketKind.TRACK_EVENT -> {
        events.read(packet, from);
        Long time = time(packet, from);
        if (time != null) {
          events.draw(from, time);
        }
      }
      case PacketKind.FTRACE -> kernel.bundle(packet.content(wire), packet.content(again));
      case PacketKind.THREAD_DESCRIPTOR -> from.thread(packet.content(wire));
      case PacketKind.PROCESS_STATS -> {
        Long time = time(packet, from);
        if (time != null) {
          processes.read(packet.content(wire), time);
        }
      }
      case PacketKind.TRACE_STATS -> losses.statistics(packet.content(wire), again);
      case PacketKind.TRACK_DESCRIPTOR -> from.describes(packet.content(wire), again);
      case PacketKind.PROCESS_TREE, PacketKind.PROCESS_DESCRIPTOR -> {} // heard of before
      default -> {
        if (PacketKind.isOfTool(packet.content)) {
          ofTool++;
        } else {
          unknown.add("packet", packet.content);
        }
      }
    }
  }

  private @Nullable Long time(Packet packet, PacketSequence from) {
    Long time =
        packet.timed ? clocks.time(Clocks.key(packet.clock, from.id), packet.timestamp) : null;
    if (time == null) {
      losses.timeless++;
    } else if (!placed) {
      placed = true;
      Long offset = clocks.wallOffset(time);
      if (offset != null) {
        intake.wall(Instant.ofEpochSecond(0, time + offset), time);
      }
    }
    return time;
  }

  /** All is read. */
  void finish() throws IOException {
    kernel.finish();
    unknown.add(WORDS.get("kind.wake"), states.byNobody);
    unknown.add(WORDS.get("kind.flow"), flows.left());
    unknown.add(WORDS.get("kind.tool"), ofTool);
    unknown.all().forEach(intake::unknown);
    losses.tell(intake);
  }
}
