package interleave.exchange.perfetto;

import interleave.exchange.perfetto.wire.DamagedPacketException;
import interleave.exchange.perfetto.wire.LongList;
import interleave.exchange.perfetto.wire.PacketFile;
import interleave.exchange.perfetto.wire.Unpacked;
import interleave.exchange.perfetto.wire.Wire;
import interleave.exchange.perfetto.zstd.Zstandard;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Goes through all packets of a file, also those that are packed within others, and keeps what each
 * writer said before. A file is gone through twice: what it says of clocks, threads and tracks may
 * stand behind what is told in them.
 */
final class PacketReading implements AutoCloseable {
  private static final int CLOCK_SNAPSHOT = 6;
  private static final int REMOTE_CLOCKS = 107;
  private static final int PACKED = 50;
  private static final int TOLD_EVERY = 1 << 20;

  /** Hears of packets. */
  interface Listener {
    /** A packet that can be understood. */
    void packet(Packet packet, PacketSequence sequence) throws IOException;

    /** Names that a writer brings. */
    default void names(PacketSequence sequence, Wire wire) {}

    /** What clocks showed at one moment. */
    default void clocks(int primary, LongList keys, LongList times) {}
  }

  private final Limits limits = new Limits();
  private final Map<Integer, PacketSequence> sequences = new HashMap<>();
  private final Listener listener;
  private final Unknown unknown;
  private final Losses losses;
  private final Unpacked unpacked = new Unpacked();
  private final Zstandard zstandard = new Zstandard(Unpacked.MOST);
  private final Packet packet = new Packet();
  private final Wire wire = new Wire();
  private final Wire within = new Wire();
  private final Wire snapshot = new Wire();
  private final Wire reading = new Wire();
  private @Nullable PacketSequence last;
  private final LongList keys = new LongList();
  private final LongList times = new LongList();

  PacketReading(Listener listener, Unknown unknown, Losses losses) {
    this.listener = listener;
    this.unknown = unknown;
    this.losses = losses;
  }

  /** Reads the file; {@code told} hears now and then that it goes on, and may end it. */
  void read(InputStream in, Runnable told) throws IOException {
    PacketFile file = new PacketFile(in);
    long[] next = {0};
    long end =
        file.read(
            (bytes, from, to, offset) -> {
              if (offset >= next[0]) {
                next[0] = offset + TOLD_EVERY;
                told.run();
              }
              return outer(bytes, from, to, offset);
            });
    if (end >= 0) {
      losses.endsEarly(end);
    }
  }

  private boolean outer(byte[] bytes, int from, int to, long offset) throws IOException {
    try {
      packet.read(wire.over(bytes, from, to), unknown);
      if (packet.content == PACKED) {
        if (unpacked.unpack(packet.bytes(), packet.from(), packet.to())) {
          inner(unpacked.bytes(), unpacked.size(), offset);
        } else {
          losses.damaged(offset);
        }
      } else if (packet.content == PacketKind.ZSTD) {
        if (zstandard.unpack(packet.bytes(), packet.from(), packet.to())) {
          inner(zstandard.bytes(), zstandard.size(), offset);
        } else {
          losses.damaged(offset);
        }
      } else {
        understood();
      }
      return true;
    } catch (DamagedPacketException e) {
      losses.damaged(offset);
      return true;
    } catch (TooMuchException e) {
      losses.tooMuch(e, offset);
      return false;
    }
  }

  /** The packets that are packed in the present one. */
  private void inner(byte[] bytes, int size, long offset) throws IOException {
    Wire packets = new Wire().over(bytes, 0, size);
    while (packets.next()) {
      if (packets.field() != 1) {
        unknown.add("file", packets.field());
        continue;
      }
      try {
        packet.read(packets.into(wire), unknown);
        understood();
      } catch (DamagedPacketException e) {
        losses.damaged(offset);
      }
    }
  }

  private void understood() throws IOException {
    PacketSequence sequence = sequence(packet.sequence);
    if (packet.dropped) {
      sequence.lost();
      losses.gaps++;
    }
    if (packet.cleared) {
      sequence.clear();
    }
    if (packet.hasDefaults()) {
      sequence.defaults(packet.defaults(wire), within);
    }
    listener.names(sequence, packet.names(wire));
    if (packet.needed && !sequence.isComplete()) {
      losses.nameless++;
    } else if (packet.content == CLOCK_SNAPSHOT) {
      clocks(sequence);
    } else if (packet.content == REMOTE_CLOCKS) {
      remoteClocks(sequence);
    } else {
      time(sequence);
      listener.packet(packet, sequence);
    }
  }

  private PacketSequence sequence(int id) {
    if (last == null || last.id != id) { // a writer's packets mostly stand together
      last = known(id);
    }
    return last;
  }

  private PacketSequence known(int id) {
    PacketSequence found = sequences.get(id);
    if (found == null) {
      limits.sequence();
      found = new PacketSequence(id, limits);
      sequences.put(id, found);
    }
    return found;
  }

  private void time(PacketSequence sequence) {
    if (packet.clock == 0) {
      packet.clock = sequence.clock == 0 ? Clocks.BOOTTIME : sequence.clock;
    }
    if (packet.timed) {
      packet.timestamp = sequence.time(packet.clock, packet.timestamp);
    }
  }

  private void clocks(PacketSequence sequence) {
    keys.clear();
    times.clear();
    int primary = 0;
    packet.content(wire);
    while (wire.next()) {
      if (wire.field() == 1) {
        clock(wire.into(within), sequence, packet.machine);
      } else if (wire.field() == 2) {
        primary = wire.small();
      }
    }
    listener.clocks(packet.machine == 0 ? primary : 0, keys, times);
  }

  /** What the clocks of another machine and of this showed at one moment, again and again. */
  private void remoteClocks(PacketSequence sequence) {
    packet.content(wire);
    while (wire.next()) {
      if (wire.field() == 1) {
        keys.clear();
        times.clear();
        wire.into(within);
        while (within.next()) {
          if (within.field() == 2 || within.field() == 3) {
            snapshot(within.into(snapshot), sequence, within.field() == 2 ? packet.machine : 0);
          }
        }
        listener.clocks(0, keys, times);
      }
    }
  }

  private void snapshot(Wire clocks, PacketSequence sequence, int machine) {
    while (clocks.next()) {
      if (clocks.field() == 1) {
        clock(clocks.into(reading), sequence, machine);
      }
    }
  }

  private void clock(Wire each, PacketSequence sequence, int machine) {
    int id = 0;
    long time = 0;
    long unit = 1;
    boolean incremental = false;
    while (each.next()) {
      switch (each.field()) {
        case 1 -> id = each.small();
        case 2 -> time = each.number();
        case 3 -> incremental = each.number() != 0;
        case 4 -> unit = Math.max(each.number(), 1);
        default -> {} // no others are known
      }
    }
    keys.add(Clocks.key(id, sequence.id, machine));
    times.add(time * unit);
    if (unit != 1 || incremental) {
      sequence.steps(id, time * unit, unit, incremental);
    }
  }

  @Override
  public void close() {
    unpacked.close();
  }
}
