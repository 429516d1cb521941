package interleave.timeline.derive;

import interleave.event.EventKind;
import interleave.event.Flags;
import interleave.timeline.Timeline;
import interleave.timeline.column.ByteColumn;
import interleave.timeline.column.IntColumn;
import interleave.timeline.column.LongColumn;
import interleave.timeline.column.TextColumn;
import interleave.timeline.derive.column.IdIndex;
import interleave.timeline.derive.host.Clocks;
import interleave.timeline.grammar.EventGrammar;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes a queue's messages and its depth from the puts and gets of all threads and processes, in
 * the order of their times.
 *
 * <p>A put and a get both take their times after they are done. So a quick reader may be done
 * before the writer has looked at the clock, and the get comes first here: the message is made by
 * whichever comes first, and the put counts from then. An id that comes again when its message is
 * complete is another message.
 */
final class QueueBuilder {
  static final int BUFFERED = 1;

  /** Somebody else had it before, and did not finish with it: another message has the same put. */
  static final int AGAIN = 2;

  /** So far back, in messages, the one is looked for of which another copy is got. */
  private static final int COPIES_LIE_WITHIN = 1 << 16;

  final int index;

  /** The first of the things that turned out to be this one. */
  final InternedObject thing;

  final TextColumn previews = new TextColumn();
  final LongColumn ids = new LongColumn();

  /** When each message was seen first; sorted, unlike the puts, of which some are never known. */
  final LongColumn firsts = new LongColumn();

  final LongColumn putRequests = new LongColumn();
  final LongColumn puts = new LongColumn();
  final LongColumn gets = new LongColumn();

  /** When each message left the buffer of its process, and by whose hand. */
  final LongColumn sents = new LongColumn();

  final IntColumn sentLanes = new IntColumn();

  /** Whether it was put into such a buffer, {@link #BUFFERED}, or comes {@link #AGAIN}. */
  final ByteColumn marks = new ByteColumn();

  /** Why messages could not be sent, by their index; seldom any. */
  final Map<Integer, String> unsendable = new ConcurrentHashMap<>();

  final IntColumn fromLanes = new IntColumn();
  final IntColumn toLanes = new IntColumn();
  final IntColumn putSites = new IntColumn();
  final IntColumn getSites = new IntColumn();
  final LongColumn stepTimes = new LongColumn();
  final IntColumn stepDepths = new IntColumn();

  /** Messages of which one end is not known yet. */
  private final IdIndex halves = new IdIndex();

  /** Messages in a buffer. */
  private final IdIndex sendable = new IdIndex();

  /** Messages without number, the oldest first, and how many of them are complete. */
  private final IntColumn unnumbered = new IntColumn();

  private int completed;

  /** Copies that were got before their put was told, but for the first one; seldom any. */
  private final Map<Long, IntColumn> early = new HashMap<>();

  private final Map<Integer, Long> putting = new HashMap<>();
  private int depth;

  /** Whether it is a topic: nothing lies in it, and each message is got by whoever listens. */
  private boolean copies;

  String name;
  int capacity = -1;
  long putCount;
  long getCount;
  int maxDepth;

  /** Messages × nanoseconds that they lay in it, up to the last put or get. */
  private long lain;

  QueueBuilder(int index, InternedObject thing, String name) {
    this.index = index;
    this.thing = thing;
    this.name = name;
  }

  void event(
      EventKind kind,
      int flags,
      int lane,
      int site,
      long value,
      long time,
      @Nullable String text,
      Clocks clocks) {
    copies |= (flags & Flags.COPIES) != 0 && (kind == EventKind.PUT || kind == EventKind.GET);
    switch (kind) {
      case QUEUE_CAPACITY -> capacity = (int) Math.clamp(value, 0, Integer.MAX_VALUE);
      case PUT_REQUEST -> putting.put(lane, time);
      case PUT_ABANDONED -> putting.remove(lane);
      case PUT -> {
        int message = put(lane, site, value, time, text, clocks);
        if ((flags & Flags.BUFFERED) != 0) {
          marks.set(message, BUFFERED);
          sendable.put(value, message);
        }
      }
      case MESSAGE_SENT -> sent(flags, lane, value, time, text);
      case GET -> {
        int mark = (flags & Flags.AGAIN) != 0 ? AGAIN : 0;
        boolean another = mark == AGAIN || copies;
        if (!another || !another(mark, lane, site, value, time)) {
          get(lane, site, value, time, text);
        }
      }
      case GET_REQUEST, GET_ABANDONED -> {} // the lane shows who waits to get
      default -> throw EventGrammar.unheard(kind);
    }
  }

  /**
   * It may have been got before, since who puts looks at the clock when it is put already. Where it
   * was got before somebody began to put it, the clocks of two machines are off; and where that is
   * by more than they may be, it is told as it is.
   */
  private int put(int lane, int site, long id, long time, @Nullable String text, Clocks clocks) {
    putCount++;
    Long request = putting.remove(lane);
    int known = half(id, puts);
    boolean got = known != IdIndex.NONE && puts.get(known) == Timeline.OPEN;
    int message = got ? known : add(id, time);
    long begun = request == null ? time : request;
    long ahead = got ? begun - gets.get(message) : 0;
    long unsure = ahead > 0 ? clocks.between(lane, toLanes.get(message), time) : 0;
    boolean contradicts = unsure > 0 && ahead > unsure;
    long put = got && !contradicts ? Math.min(time, gets.get(message)) : time;
    putRequests.set(message, request == null ? put : Math.min(request, put));
    fromLanes.set(message, lane);
    putSites.set(message, site);
    puts.set(message, put);
    preview(message, text);
    meet(id, message, got);
    IntColumn others = got ? early.remove(id) : null;
    for (int i = 0; others != null && i < others.size(); i++) {
      putAs(others.get(i), message);
    }
    step(time, depth + 1);
    maxDepth = Math.max(maxDepth, shown(depth));
    return message;
  }

  /** The message of that id of which the end is missing that is kept there, if any. */
  private int half(long id, LongColumn missing) {
    if (id != 0) {
      return halves.get(id);
    }
    if (completed == unnumbered.size()) {
      return IdIndex.NONE;
    }
    int oldest = unnumbered.get(completed);
    return missing.get(oldest) == Timeline.OPEN ? oldest : IdIndex.NONE;
  }

  private void sent(int flags, int lane, long id, long time, @Nullable String reason) {
    int message = sendable.remove(id);
    if (message == IdIndex.NONE) {
      return;
    }
    if ((flags & Flags.FAILED) != 0) {
      unsendable.put(message, reason == null ? "?" : reason);
      halves.remove(id);
      step(time, depth - 1);
    } else {
      // The reader may have been done before the feeder has looked at the clock.
      sents.set(message, Math.min(time, gets.get(message)));
      sentLanes.set(message, lane);
    }
  }

  private void get(int lane, int site, long id, long time, @Nullable String text) {
    getCount++;
    int known = half(id, gets);
    boolean put = known != IdIndex.NONE && gets.get(known) == Timeline.OPEN;
    int message = put ? known : add(id, time);
    toLanes.set(message, lane);
    getSites.set(message, site);
    gets.set(message, time);
    preview(message, text);
    meet(id, message, put);
    step(time, depth - 1);
  }

  /**
   * A message that somebody had got is given to somebody else, from the same put: another copy of
   * it, or, where nobody finished with it, the same one. Neither the depth nor, for the same one,
   * the counts change: nobody tells when it came back. Returns false where it was not got before.
   */
  private boolean another(int mark, int lane, int site, long id, long time) {
    int before = ids.size() - 1;
    int end = copies ? Math.max(0, ids.size() - COPIES_LIE_WITHIN) : 0;
    while (before >= end && ids.get(before) != id) {
      before--;
    }
    if (before < end || id == 0 || gets.get(before) == Timeline.OPEN) {
      return false;
    }
    boolean put = puts.get(before) != Timeline.OPEN;
    if (!put && !copies) {
      return false;
    }
    getCount += copies ? 1 : 0;
    int message = add(id, time);
    marks.set(message, mark);
    previews.set(message, previews.get(before));
    if (put) {
      putAs(message, before);
    } else {
      early.computeIfAbsent(id, _ -> new IntColumn()).add(message);
    }
    toLanes.set(message, lane);
    getSites.set(message, site);
    gets.set(message, time);
    return true;
  }

  /** {@code message} was put by the put of {@code other}. */
  private void putAs(int message, int other) {
    putRequests.set(message, putRequests.get(other));
    puts.set(message, Math.min(puts.get(other), gets.get(message)));
    fromLanes.set(message, fromLanes.get(other));
    putSites.set(message, putSites.get(other));
  }

  private void meet(long id, int message, boolean complete) {
    if (id == 0) {
      if (complete) {
        completed++;
      } else {
        unnumbered.add(message);
      }
    } else if (complete) {
      halves.remove(id);
    } else {
      halves.put(id, message);
    }
  }

  private void preview(int message, @Nullable String text) {
    if (text != null && previews.isEmpty(message)) {
      previews.set(message, text);
    }
  }

  private int add(long id, long time) {
    ids.add(id);
    firsts.add(time);
    previews.add("");
    putRequests.add(Timeline.OPEN);
    puts.add(Timeline.OPEN);
    gets.add(Timeline.OPEN);
    sents.add(Timeline.OPEN);
    sentLanes.add(-1);
    marks.add(0);
    fromLanes.add(-1);
    toLanes.add(-1);
    putSites.add(0);
    getSites.add(0);
    return ids.size() - 1;
  }

  /** How long messages lay in it in all until {@code now}; each put or get weighs one. */
  long weight(long now) {
    int last = stepTimes.size() - 1;
    long lying = depth <= 0 || last < 0 ? 0 : depth * Math.max(0, now - stepTimes.get(last));
    return lain + lying + putCount + getCount;
  }

  private void step(long time, int counted) {
    int to = copies ? 0 : counted;
    if (depth > 0 && stepTimes.size() > 0) {
      lain += depth * Math.max(0, time - stepTimes.get(stepTimes.size() - 1));
    }
    depth = to;
    stepTimes.add(time);
    stepDepths.add(shown(to));
  }

  /**
   * How deep it can have been: what makes room takes its time after it has, so that a put may come
   * before the get that let it in.
   */
  private int shown(int counted) {
    int least = Math.max(0, counted);
    return capacity >= 0 ? Math.min(capacity, least) : least;
  }
}
