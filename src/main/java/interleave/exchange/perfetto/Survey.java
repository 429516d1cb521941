package interleave.exchange.perfetto;

import interleave.exchange.perfetto.wire.LongList;
import interleave.exchange.perfetto.wire.Wire;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * What is to be known before anything is drawn: how clocks stand to each other, which threads there
 * are, which tracks, and which way flows go. Hears of a file when it is gone through for the first
 * time.
 */
final class Survey implements PacketReading.Listener {
  final Clocks clocks = new Clocks();
  final FlowSteps flows = new FlowSteps();
  final Losses losses = new Losses();

  private final Map<Integer, MachineNames> machines = new HashMap<>();
  private final Limits limits;
  private final Unknown unknown;
  private final TrackEvent event = new TrackEvent();
  private final Wire wire = new Wire();
  private final Wire again = new Wire();
  private long key;
  private long time;
  private final EventFlows.Passing passes = this::passes;

  Survey(Limits limits, Unknown unknown) {
    this.unknown = unknown;
    this.limits = limits;
  }

  /** Those of a machine, 0 for the one that wrote the file. */
  MachineNames of(int machine) {
    MachineNames known = machines.get(machine);
    if (known == null) {
      limits.machine();
      known = MachineNames.of(limits);
      machines.put(machine, known);
    }
    return known;
  }

  @Override
  public void clocks(int primary, LongList keys, LongList times) {
    clocks.primary(primary);
    clocks.moment(keys, times);
  }

  @Override
  public void packet(Packet packet, PacketSequence from) throws IOException {
    MachineNames on = of(packet.machine);
    switch (packet.content) {
      case PacketKind.TRACK_EVENT -> event(packet, from);
      case PacketKind.TRACK_DESCRIPTOR ->
          on.tracks().read(packet.content(wire), packet.content(again), on.threads());
      case PacketKind.PROCESS_TREE -> on.kernel().tree(packet.content(wire));
      case PacketKind.FTRACE -> on.kernel().bundle(packet.content(wire));
      case PacketKind.PROCESS_DESCRIPTOR -> on.kernel().process(packet.content(wire));
      case PacketKind.THREAD_DESCRIPTOR -> {
        from.thread(packet.content(wire)); // also counts from that time
        on.threads().thread(from.pid, from.tid, from.threadName);
      }
      default -> {} // heard of later
    }
  }

  private void event(Packet packet, PacketSequence from) throws IOException {
    event.read(packet.content(wire), unknown);
    from.timeOf(event, packet);
    key = Clocks.key(packet.clock, from.id, packet.machine);
    time = packet.timestamp;
    clocks.uses(key);
    EventFlows.each(event, passes);
  }

  private void passes(long flow, boolean last) {
    flows.add(flow, key, time, last);
  }
}
