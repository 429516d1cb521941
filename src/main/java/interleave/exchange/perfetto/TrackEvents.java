package interleave.exchange.perfetto;

import interleave.event.EventKind;
import interleave.event.Flags;
import interleave.exchange.intake.IntakeThread;
import interleave.exchange.intake.OwnArrows;
import interleave.exchange.intake.OwnStates;
import interleave.exchange.perfetto.wire.LongList;
import interleave.exchange.perfetto.wire.Wire;
import interleave.words.Words;
import java.io.IOException;

/** Draws events of tracks: slices, moments, counters, flows. */
final class TrackEvents {
  private static final Words WORDS = Words.of("exchange/perfetto");

  private final Cast cast;
  private final Rows rows;
  private final Counters counters;
  private final FlowSteps flows;
  private final Annotations annotations;
  private final LegacyEvents legacy;
  private final Unknown unknown;
  private final TrackEvent event = new TrackEvent();
  private final Wire wire = new Wire();
  private final LongList steps = new LongList();
  private final EventFlows.Passing collect = (_, _) -> steps.add(nextStep());

  TrackEvents(Cast cast, Rows rows, FlowSteps flows, Counters counters, Unknown unknown) {
    this.cast = cast;
    this.unknown = unknown;
    this.counters = counters;
    this.rows = rows;
    this.flows = flows;
    annotations = new Annotations(unknown);
    legacy = new LegacyEvents(this, rows, cast);
  }

  private int nextStep() {
    return flows.next();
  }

  /** Hears of an event that has not been read yet, and brings its time to where others have it. */
  void read(Packet packet, PacketSequence from) throws IOException {
    event.read(packet.content(wire), unknown);
    from.timeOf(event, packet);
    steps.clear();
    EventFlows.each(event, collect);
  }

  /** Draws the event that was read. */
  void draw(PacketSequence from, long time) throws IOException {
    extras(from, time);
    switch (event.type) {
      case TrackEvent.SLICE_BEGIN -> begin(from, rows.begin(track(from), time), time);
      case TrackEvent.SLICE_END -> end(from, rows.end(track(from), time), time);
      case TrackEvent.INSTANT -> instant(from, rows.at(track(from), time), flags(from), time);
      case TrackEvent.COUNTER -> counter(from, time);
      case TrackEvent.STATE -> unknown.add("event type", event.type);
      default -> legacy.draw(event, from, time);
    }
  }

  /**
   * The track that an event is of; events of the older sort are mostly of their writer's thread.
   */
  private long track(PacketSequence from) {
    long track = event.hasTrack ? event.track : from.hasTrack ? from.track : 0;
    boolean said = event.hasTrack && event.type != 0;
    return track == 0 && !said && from.pid != 0 ? rows.own(from) : track;
  }

  /** The row of an event of the older sort. */
  Rows.Row row(PacketSequence from, long time) throws IOException {
    return rows.at(track(from), time);
  }

  /** Whom a moment concerns that says nothing of it. */
  int flags(PacketSequence from) {
    return track(from) == 0 ? Flags.RUN_WIDE : 0;
  }

  String nameText(PacketSequence from) {
    String name = null;
    if (event.name != 0) {
      name = from.names.event(event.name);
    } else if (!event.ownName.isEmpty()) {
      name = event.ownName.text(0);
    } else if (event.legacy.name != 0) {
      name = from.names.event(event.legacy.name);
    }
    return name == null || name.isEmpty() ? WORDS.get("unnamed") : name;
  }

  int name(PacketSequence from, IntakeThread thread) throws IOException {
    return cast.member(thread).slice(nameText(from));
  }

  private int site(PacketSequence from, IntakeThread thread) throws IOException {
    Names.Place place = event.place == 0 ? null : from.names.place(event.place);
    if (place == null && !event.ownPlace.isEmpty()) {
      place = Names.inlinePlace(event.ownPlace.get(0, wire));
    }
    return place == null
        ? 0
        : thread.process().site(place.file(), place.function(), "", place.line());
  }

  void unknown(String what, int which) {
    unknown.add(what, which);
  }

  String text(PacketSequence from) {
    return annotations.of(event, from.names);
  }

  /** A slice begins, and what has flown to it arrives. */
  void begin(PacketSequence from, Rows.Row row, long time) throws IOException {
    IntakeThread thread = row.thread;
    int site = site(from, thread);
    String text = text(from);
    int state = OwnStates.of(text);
    if (state >= 0) {
      thread.write(EventKind.STATE_TOLD, state, 0, 0, 0, time);
    }
    row.inState |= state >= 0;
    thread.write(EventKind.SLICE_BEGIN, 0, name(from, thread), site, 0, time, text);
    flows(from, thread, time);
  }

  void end(PacketSequence from, Rows.Row row, long time) throws IOException {
    flows(from, row.thread, time);
    row.thread.write(EventKind.SLICE_END, 0, 0, 0, 0, time, text(from));
    if (row.inState && !row.isOpen()) {
      row.inState = false;
      row.thread.write(EventKind.STATE_TOLD, 0, 0, 0, 0, time);
    }
  }

  void instant(PacketSequence from, Rows.Row row, int flags, long time) throws IOException {
    IntakeThread thread = row.thread;
    String text = text(from);
    if (!OwnArrows.isEnd(text)) {
      int site = site(from, thread);
      thread.write(EventKind.INSTANT, flags, name(from, thread), site, 0, time, text);
    }
    flows(from, thread, time);
  }

  /** What arrives at an event, and what leaves there. */
  void flows(PacketSequence from, IntakeThread thread, long time) throws IOException {
    for (int i = 0; i < steps.size(); i++) {
      int step = (int) steps.get(i);
      int name = step < 0 ? 0 : name(from, thread);
      if (flows.arrives(step) != 0) {
        thread.write(EventKind.FLOW_IN, 0, name, 0, flows.arrives(step), time);
      }
      if (flows.leaves(step) != 0) {
        thread.write(EventKind.FLOW_OUT, 0, name, 0, flows.leaves(step), time);
      }
    }
  }

  private void counter(PacketSequence from, long time) throws IOException {
    if (!event.counted) {
      unknown.add("event type", event.type);
    } else if (event.real) {
      counters.real(track(from), Double.longBitsToDouble(event.value), time);
    } else {
      counters.whole(from, track(from), event.value, time);
    }
  }

  /** What other counters showed at that moment. */
  private void extras(PacketSequence from, long time) throws IOException {
    LongList whole = event.extraCounters.isEmpty() ? from.extraCounters : event.extraCounters;
    for (int i = 0; i < Math.min(whole.size(), event.extraValues.size()); i++) {
      counters.whole(from, whole.get(i), event.extraValues.get(i), time);
    }
    LongList real =
        event.extraRealCounters.isEmpty() ? from.extraRealCounters : event.extraRealCounters;
    for (int i = 0; i < Math.min(real.size(), event.extraRealValues.size()); i++) {
      double value = Double.longBitsToDouble(event.extraRealValues.get(i));
      counters.real(real.get(i), value, time);
    }
  }
}
