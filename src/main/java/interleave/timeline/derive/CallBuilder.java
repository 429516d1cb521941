package interleave.timeline.derive;

import interleave.event.EventKind;
import interleave.timeline.column.TextColumn;
import interleave.timeline.derive.column.IdIndex;
import interleave.timeline.grammar.EventGrammar;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Follows calls from the thread that makes one to the thread of another process that carries it
 * out, in the order of time. What the server does for a call, it does in the name of the caller: a
 * message that it puts into a queue is the caller's.
 *
 * <pre>
 *   client  ──CALL_BEGIN┐            ┌CALL_END──
 *   server         SERVE_BEGIN──SERVE_END
 * </pre>
 */
final class CallBuilder {
  private final ArrowMaker arrows;

  /** Lanes ask for the names of calls, on any thread. */
  private final TextColumn names = new TextColumn();

  private final IdIndex byId = new IdIndex();

  private final Map<Long, Call> underWay = new HashMap<>();
  private final Map<Integer, Call> served = new HashMap<>();

  private static final class Call {
    final int client;
    final int site;
    final long begun;
    int server = -1;
    long answered;

    Call(int client, int site, long begun) {
      this.client = client;
      this.site = site;
      this.begun = begun;
    }
  }

  CallBuilder(ArrowMaker arrows) {
    this.arrows = arrows;
  }

  void event(EventKind kind, int lane, int site, long id, long time, @Nullable String text) {
    switch (kind) {
      case CALL_BEGIN -> {
        underWay.put(id, new Call(lane, site, time));
        names.add(text == null ? "" : text);
        byId.put(id, names.size() - 1);
      }
      case SERVE_BEGIN -> {
        Call call = underWay.get(id);
        if (call != null) {
          call.server = lane;
          call.answered = time;
          served.put(lane, call);
          arrows.called(call.client, call.begun, lane, time);
        }
      }
      case SERVE_END -> {
        Call call = served.remove(lane);
        if (call != null) {
          call.answered = time;
        }
      }
      case CALL_END -> {
        Call call = underWay.remove(id);
        if (call != null && call.server >= 0) {
          arrows.answered(call.server, Math.min(call.answered, time), call.client, time);
        }
      }
      default -> throw EventGrammar.unheard(kind);
    }
  }

  /** The lane in whose name that lane acts: the caller's while it serves a call, else itself. */
  int actor(int lane) {
    Call call = served.get(lane);
    return call == null || call.client < 0 ? lane : call.client;
  }

  /** The place from which that lane is made to do something, or where it does it itself. */
  int place(int lane, int site) {
    Call call = served.get(lane);
    return call == null || call.client < 0 ? site : call.site;
  }

  /** Object, method and arguments of the call of that id; empty when they are not known. */
  String nameOf(long id) {
    int call = byId.get(id);
    return call == IdIndex.NONE ? "" : names.get(call);
  }
}
