package interleave.agent.queue;

import interleave.agent.rewrite.CallHook;
import interleave.agent.rewrite.HookFamily;
import interleave.agent.rewrite.Owners;
import interleave.agent.rewrite.ReferenceHook;
import interleave.agent.trace.Previews;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Every {@code BlockingQueue}: what is put in and got out, by whichever of the methods of queues
 * and deques. Those that do not wait are declared by {@code Queue} and {@code Deque}, too; the
 * hooks look at the object.
 */
public final class QueueFamily extends HookFamily {
  private static final String CONCURRENT = "java/util/concurrent/";
  private static final String BLOCKING = CONCURRENT.concat("BlockingQueue");
  private static final String OBJECT = "Ljava/lang/Object;";
  private static final String DELAYED = "Ljava/util/concurrent/Delayed;";
  private static final String TIMED = "JLjava/util/concurrent/TimeUnit;";

  /** The types by which the program may call a queue. */
  static final Set<String> TYPES =
      Set.of(
          "java/util/Queue",
          "java/util/Deque",
          "java/util/AbstractQueue",
          CONCURRENT.concat("BlockingQueue"),
          CONCURRENT.concat("BlockingDeque"),
          CONCURRENT.concat("TransferQueue"),
          CONCURRENT.concat("ArrayBlockingQueue"),
          CONCURRENT.concat("LinkedBlockingQueue"),
          CONCURRENT.concat("LinkedBlockingDeque"),
          CONCURRENT.concat("LinkedTransferQueue"),
          CONCURRENT.concat("PriorityBlockingQueue"),
          CONCURRENT.concat("DelayQueue"),
          CONCURRENT.concat("SynchronousQueue"));

  private static final Owners QUEUE = new Owners.AnyOf(TYPES, "java/util/concurrent/BlockingQueue");

  @Override
  public String name() {
    return "Queues";
  }

  @Override
  public List<Class<?>> hooks() {
    return List.of(PutHooks.class, GetHooks.class, QueueReferences.class, Previews.class);
  }

  @Override
  public List<CallHook> calls() {
    List<CallHook> calls = new ArrayList<>();
    for (String element : List.of(OBJECT, DELAYED)) {
      addPuts(calls, element);
      addGets(calls, element);
    }
    calls.add(put("transfer", "(Ljava/lang/Object;)V", "transferBegin", "putEnd").mayStandIn());
    calls.add(put("tryTransfer", "(Ljava/lang/Object;)Z", "tryBegin", "tryEnd"));
    calls.add(
        put(
                "tryTransfer",
                "(Ljava/lang/Object;".concat(TIMED).concat(")Z"),
                "tryTransferBegin",
                "offerEnd")
            .mayStandIn());
    calls.add(put("addAll", "(Ljava/util/Collection;)Z", "addAllBegin", "addAllEnd"));
    addMany(calls);
    for (CallHook each : calls) {
      each.namesReceiver().sievedBy(TYPES);
    }
    return calls;
  }

  @Override
  public List<ReferenceHook> references() {
    return List.of(
        reference(BLOCKING, "take", "()Ljava/lang/Object;"),
        reference("java/util/Queue", "poll", "()Ljava/lang/Object;"),
        reference(BLOCKING, "put", "(Ljava/lang/Object;)V"),
        reference(BLOCKING, "offer", "(Ljava/lang/Object;)Z"),
        reference(BLOCKING, "add", "(Ljava/lang/Object;)Z"));
  }

  private static ReferenceHook reference(String base, String name, String type) {
    MethodTypeDesc hooked =
        MethodTypeDesc.ofDescriptor(type).insertParameterTypes(0, ClassDesc.ofInternalName(base));
    return new ReferenceHook(QueueReferences.class, name, hooked, base, name, type);
  }

  private static void addPuts(List<CallHook> calls, String element) {
    String one = "(".concat(element).concat(")");
    String timed = "(".concat(element).concat(TIMED).concat(")Z");
    for (String name : List.of("put", "putLast")) {
      calls.add(put(name, one.concat("V"), "putBegin", "putEnd").mayStandIn());
    }
    calls.add(put("putFirst", one.concat("V"), "putFirstBegin", "putEnd").mayStandIn());
    for (String name : List.of("offer", "offerLast")) {
      calls.add(put(name, timed, "offerBegin", "offerEnd").mayStandIn());
    }
    calls.add(put("offerFirst", timed, "offerFirstBegin", "offerEnd").mayStandIn());
    for (String name : List.of("offer", "offerFirst", "offerLast", "add")) {
      calls.add(put(name, one.concat("Z"), "tryBegin", "tryEnd"));
    }
    for (String name : List.of("addFirst", "addLast", "push")) {
      calls.add(put(name, one.concat("V"), "tryBegin", "putEnd"));
    }
  }

  private static void addGets(List<CallHook> calls, String element) {
    String none = "()".concat(element);
    String timed = "(".concat(TIMED).concat(")").concat(element);
    for (String end : List.of("", "First", "Last")) {
      boolean last = end.equals("Last");
      String after = last ? "gotLast" : "got";
      calls.add(
          get("take".concat(end), none, "takeBegin", after)
              .instead(last ? "takeLastNow" : "takeNow"));
      calls.add(
          get("poll".concat(end), timed, "pollBegin", after)
              .instead(last ? "pollLastNow" : "pollNow"));
      calls.add(get("poll".concat(end), none, "tryBegin", after));
      calls.add(get("remove".concat(end), none, "tryBegin", after));
    }
    calls.add(get("pop", none, "tryBegin", "got"));
  }

  private static void addMany(List<CallHook> calls) {
    for (String name : List.of("remove", "removeFirstOccurrence", "removeLastOccurrence")) {
      calls.add(
          CallHook.of(GetHooks.class, name, "(Ljava/lang/Object;)Z", QUEUE)
              .before("removeBegin")
              .afterWithArguments("removed"));
    }
    for (String type : List.of("(Ljava/util/Collection;)I", "(Ljava/util/Collection;I)I")) {
      calls.add(
          CallHook.of(GetHooks.class, "drainTo", type, QUEUE)
              .before("drainBegin")
              .afterWithArguments("drained"));
    }
    calls.add(CallHook.of(GetHooks.class, "clear", "()V", QUEUE).after("cleared"));
  }

  private static CallHook put(String name, String type, String before, String after) {
    return CallHook.of(PutHooks.class, name, type, QUEUE)
        .before(before)
        .afterWithArguments(after)
        .failed("putFailed");
  }

  private static CallHook get(String name, String type, String before, String after) {
    return CallHook.of(GetHooks.class, name, type, QUEUE)
        .before(before)
        .after(after)
        .failed("getFailed");
  }
}
