package interleave.exchange.export.perfetto;

import interleave.exchange.export.Excerpt;
import interleave.exchange.export.trace.ArrowMark;
import interleave.exchange.export.trace.Fact;
import interleave.exchange.export.trace.TraceProcess;
import interleave.exchange.export.trace.TraceSink;
import interleave.exchange.export.trace.TraceTrack;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Writes a packet for each thing that is told, all of one writer. A slice is a begin and an end; an
 * end waits until the next slice of its row begins after it, so that each row is in order. An arrow
 * is two moments that the same flow passes.
 */
final class PacketSink implements TraceSink {
  /** Processes have numbers as tracks that no other track has. */
  private static final long PROCESSES = 1L << 40;

  private static final int REALTIME = 1;
  private static final int BOOTTIME = 6;
  private static final int EXPLICIT = 3;
  private static final int APART = 2;
  private static final int BEGIN = 1;
  private static final int END = 2;
  private static final int INSTANT = 3;
  private static final int COUNTER = 4;
  private static final int FLOW = 47;
  private static final int LAST_FLOW = 48;

  private final Packets packets;
  private final Map<Integer, OpenEnds> open = new HashMap<>();

  PacketSink(OutputStream out) {
    packets = new Packets(out);
  }

  @Override
  public void begin(Excerpt what) throws IOException {
    Instant began = what.manifest().created();
    long wall = TimeUnit.SECONDS.toNanos(began.getEpochSecond()) + began.getNano();
    Message packet = packets.begin();
    packet.begin(6);
    packet.begin(1).number(1, BOOTTIME).number(2, 0).end();
    packet.begin(1).number(1, REALTIME).number(2, wall).end();
    packet.number(2, BOOTTIME).end();
    packets.end();
  }

  @Override
  public void process(TraceProcess process) throws IOException {
    Message packet = packets.begin();
    packet.begin(60).number(1, PROCESSES + process.pid()).number(11, EXPLICIT);
    packet.number(12, process.order());
    packet.begin(3).number(1, process.pid()).text(6, process.name());
    packet.number(3, process.order());
    for (Fact fact : process.facts()) {
      packet.text(8, fact.key() + " " + fact.value());
    }
    packet.end().end();
    packets.end();
  }

  @Override
  public void track(TraceTrack track) throws IOException {
    Message packet = packets.begin();
    packet.begin(60).number(1, track.id()).number(5, PROCESSES + track.pid());
    packet.number(12, track.order());
    switch (track.kind()) {
      case THREAD -> {
        packet.begin(4).number(1, track.pid()).number(2, track.tid()).text(5, track.name());
        packet.number(3, track.order()).end();
      }
      case ROW -> packet.text(2, track.name()).number(15, APART);
      case COUNTER -> {
        packet.text(2, track.name()).number(15, APART).begin(8);
        if (!track.unit().isEmpty()) {
          packet.text(6, track.unit());
        }
        packet.end();
      }
    }
    packet.end();
    packets.end();
  }

  @Override
  public void slice(
      TraceTrack on, String category, String name, long start, long end, List<Fact> facts)
      throws IOException {
    OpenEnds ends = open.computeIfAbsent(on.id(), _ -> new OpenEnds());
    while (ends.isDueAt(start)) {
      ended(on.id(), ends.take());
    }
    Message packet = packets.event(start, BEGIN, on.id());
    packets.named(category, name);
    Facts.write(facts, packet, packets);
    packets.endEvent();
    ends.add(end);
  }

  private void ended(int track, long time) throws IOException {
    packets.event(time, END, track);
    packets.endEvent();
  }

  @Override
  public void instant(TraceTrack on, String category, String name, long time, List<Fact> facts)
      throws IOException {
    Message packet = packets.event(time, INSTANT, on.id());
    packets.named(category, name);
    Facts.write(facts, packet, packets);
    packets.endEvent();
  }

  @Override
  public void counter(TraceTrack on, long time, double value) throws IOException {
    Message packet = packets.event(time, COUNTER, on.id());
    if (value == Math.rint(value) && Math.abs(value) < 1L << 53) {
      packet.number(30, (long) value);
    } else {
      packet.real(44, value);
    }
    packets.endEvent();
  }

  @Override
  public void flow(
      long id,
      String category,
      String name,
      TraceTrack from,
      long fromTime,
      TraceTrack to,
      long toTime)
      throws IOException {
    flow(id, FLOW, name, from, fromTime, ArrowMark.from(category));
    flow(id, LAST_FLOW, name, to, toTime, ArrowMark.to(category));
  }

  private void flow(long id, int field, String name, TraceTrack on, long time, List<Fact> facts)
      throws IOException {
    Message packet = packets.event(time, INSTANT, on.id());
    packets.named(ArrowMark.CATEGORY, name);
    Facts.write(facts, packet, packets);
    packet.fixed(field, id);
    packets.endEvent();
  }

  @Override
  public void end() throws IOException {
    for (Map.Entry<Integer, OpenEnds> each : open.entrySet()) {
      while (!each.getValue().isEmpty()) {
        ended(each.getKey(), each.getValue().take());
      }
    }
  }
}
