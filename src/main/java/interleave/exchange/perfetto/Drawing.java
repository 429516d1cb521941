package interleave.exchange.perfetto;

import interleave.exchange.intake.Intake;
import interleave.exchange.perfetto.wire.Wire;
import interleave.words.Words;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a recording of what a file tells, when it is gone through for the second time. */
final class Drawing implements PacketReading.Listener {
  private static final Words WORDS = Words.of("exchange/perfetto");

  private final Clocks clocks;
  private final Unknown unknown;
  private final Losses losses;
  private final Intake intake;
  private final Survey survey;
  private final FlowSteps flows;

  /** By how packets call them, in the order of their numbers in the recording. */
  private final Map<Integer, MachineDrawing> machines = new LinkedHashMap<>();

  private int lastMachine;
  private @Nullable MachineDrawing last;
  private final Wire wire = new Wire();
  private final Wire again = new Wire();
  private boolean placed;
  private long ofTool;

  Drawing(Survey survey, Intake intake, Unknown unknown, Losses losses) {
    this.clocks = survey.clocks;
    this.unknown = unknown;
    this.losses = losses;
    this.intake = intake;
    this.survey = survey;
    flows = survey.flows;
    of(0);
  }

  private MachineDrawing of(int machine) {
    MachineDrawing known = lastMachine == machine ? last : machines.get(machine);
    if (known == null) {
      int host = machines.size();
      if (host == 1) {
        intake.host(WORDS.get("machine.first"));
      }
      if (host > 0) {
        intake.host(WORDS.get("machine", Integer.toUnsignedString(machine)));
      }
      known = new MachineDrawing(machine, host, survey, intake, unknown, losses);
      machines.put(machine, known);
    }
    lastMachine = machine;
    last = known;
    return known;
  }

  @Override
  public void names(PacketSequence sequence, Wire names) {
    sequence.names.read(names, unknown);
  }

  @Override
  public void packet(Packet packet, PacketSequence from) throws IOException {
    MachineDrawing on = of(packet.machine);
    switch (packet.content) {
      case 0 -> {} // names only
      case PacketKind.TRACK_EVENT -> {
        on.events.read(packet, from);
        Long time = time(packet, from);
        if (time != null) {
          on.events.draw(from, time);
        }
      }
      case PacketKind.FTRACE -> {
        if (packet.machine != 0 && clocks.time(on.boot, 0) == null) {
          losses.timeless++; // of a kernel whose clock nothing ties to the file's
        } else {
          on.kernel.bundle(packet.content(wire), packet.content(again));
        }
      }
      case PacketKind.THREAD_DESCRIPTOR -> from.thread(packet.content(wire));
      case PacketKind.PROCESS_STATS -> {
        Long time = time(packet, from);
        if (time != null) {
          on.processes.read(packet.content(wire), time);
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
        packet.timed
            ? clocks.time(Clocks.key(packet.clock, from.id, packet.machine), packet.timestamp)
            : null;
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
    for (MachineDrawing each : machines.values()) {
      each.kernel.finish();
      unknown.add(WORDS.get("kind.wake"), each.states.byNobody);
    }
    unknown.add(WORDS.get("kind.flow"), flows.left());
    unknown.add(WORDS.get("kind.tool"), ofTool);
    unknown.all().forEach(intake::unknown);
    losses.tell(intake);
  }
}
