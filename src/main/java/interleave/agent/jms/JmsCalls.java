package interleave.agent.jms;

import interleave.agent.rewrite.CallHook;
import interleave.agent.rewrite.Owners;
import java.util.List;
import java.util.Set;

/**
 * The calls of one package of JMS's that get hooks.
 *
 * <p>A client hands on what it is asked for: its {@code receiveBody} calls {@code receive}. So
 * producers are known by what they extend, for the inner call knows the message; of consumers only
 * the interfaces are, since browsers are made of consumers, too.
 */
final class JmsCalls {
  private static final String STRING = "Ljava/lang/String;";
  private static final String CLASS = "Ljava/lang/Class;";

  private final String jms;
  private final List<CallHook> to;
  private final String message;
  private final String[] destinations;

  JmsCalls(String jms, List<CallHook> to) {
    this.jms = jms;
    this.to = to;
    this.message = type("Message");
    this.destinations = new String[] {type("Destination"), type("Queue"), type("Topic")};
  }

  private String type(String name) {
    return "L".concat(jms).concat(name).concat(";");
  }

  private Owners of(String... names) {
    String[] types = new String[names.length];
    for (int i = 0; i < names.length; i++) {
      types[i] = jms.concat(names[i]);
    }
    return new Owners.Exactly(Set.of(types));
  }

  private Owners extending(String name, String... more) {
    String base = jms.concat(name);
    return new Owners.AnyOf(
        more.length == 0 ? Set.of(base) : Set.of(base, jms.concat(more[0])), base);
  }

  void add() {
    addSends();
    addReceives();
    addSessions();
    to.add(
        CallHook.of(
                ListenerHooks.class,
                "onMessage",
                "(".concat(message).concat(")V"),
                of("MessageListener"))
            .before("delivering")
            .after("delivered")
            .failed("failed")
            .sievedBy(sieve("MessageListener")));
  }

  private Set<String> sieve(String name) {
    return Set.of(jms.concat(name));
  }

  private void addSends() {
    String completion = type("CompletionListener");
    for (String rest : new String[] {"", "IIJ", completion, "IIJ".concat(completion)}) {
      addSend("MessageProducer", "send", "", rest);
      addSend("TopicPublisher", "publish", "", rest);
      addSend("MessageProducer", "send", destinations[0], rest);
      addSend("QueueSender", "send", destinations[1], rest);
      addSend("TopicPublisher", "publish", destinations[2], rest);
    }
    String producer = ")".concat(type("JMSProducer"));
    for (String body :
        new String[] {message, STRING, "Ljava/util/Map;", "[B", "Ljava/io/Serializable;"}) {
      boolean whole = body.equals(message);
      String sent = "(".concat(destinations[0]).concat(body).concat(producer);
      to.add(
          CallHook.of(SendHooks.class, "send", sent, extending("JMSProducer"))
              .before(whole ? "sendingTo" : "sendingBody")
              .afterWithArguments(whole ? "sentTo" : "sentBody")
              .handing(whole ? 2 : 1)
              .failed("failed")
              .sievedBy(sieve("JMSProducer")));
    }
  }

  private void addSend(String owner, String name, String destination, String rest) {
    Owners owners =
        owner.equals("MessageProducer")
            ? new Owners.AnyOf(
                Set.of(jms.concat(owner), jms.concat("QueueSender"), jms.concat("TopicPublisher")),
                jms.concat(owner))
            : extending(owner);
    boolean addressed = !destination.isEmpty();
    to.add(
        CallHook.of(
                SendHooks.class,
                name,
                "(".concat(destination).concat(message).concat(rest).concat(")V"),
                owners)
            .before(addressed ? "sendingTo" : "sending")
            .afterWithArguments(addressed ? "sentTo" : "sent")
            .handing(addressed ? 2 : 1)
            .failed("failed")
            .sievedBy(sieve(owner)));
  }

  private void addReceives() {
    Owners consumer = of("MessageConsumer", "QueueReceiver", "TopicSubscriber", "JMSConsumer");
    String object = ")Ljava/lang/Object;";
    String got = ")".concat(message);
    addReceive("receive", "(".concat(got), "receiving", consumer);
    addReceive("receive", "(J".concat(got), "receivingUntil", consumer);
    addReceive("receiveNoWait", "(".concat(got), "receivingNow", consumer);
    Owners second = of("JMSConsumer");
    addReceive("receiveBody", "(".concat(CLASS).concat(object), "receiving", second);
    addReceive(
        "receiveBody", "(".concat(CLASS).concat("J").concat(object), "receivingUntil", second);
    addReceive("receiveBodyNoWait", "(".concat(CLASS).concat(object), "receivingNow", second);
  }

  private void addReceive(String name, String type, String before, Owners owners) {
    CallHook hook =
        CallHook.of(ReceiveHooks.class, name, type, owners)
            .before(before)
            .after("received")
            .failed("failed")
            .sievedBy(Set.of(jms.concat("MessageConsumer"), jms.concat("JMSConsumer")));
    to.add(before.equals("receivingUntil") ? hook : hook.handing(0));
  }

  private void addSessions() {
    Owners session = of("Session", "QueueSession", "TopicSession", "JMSContext");
    for (String[] each :
        new String[][] {
          {"createProducer", "Destination", "MessageProducer"},
          {"createSender", "Queue", "QueueSender"},
          {"createPublisher", "Topic", "TopicPublisher"}
        }) {
      addMaker(each[0], type(each[1]), each[2], session);
    }
    for (String rest : new String[] {"", STRING, STRING.concat("Z")}) {
      addMaker("createConsumer", destinations[0].concat(rest), "MessageConsumer", session);
      addMaker("createConsumer", destinations[0].concat(rest), "JMSConsumer", session);
      addMaker("createReceiver", destinations[1].concat(rest), "QueueReceiver", session);
      addMaker("createSubscriber", destinations[2].concat(rest), "TopicSubscriber", session);
    }
    addDurables(session);
    to.add(
        CallHook.of(SessionHooks.class, "createProducer", "()".concat(type("JMSProducer")), session)
            .after("made")
            .sievedBy(sieve("JMSContext")));
    for (String[] each :
        new String[][] {
          {"commit", "committed"}, {"rollback", "rolledBack"}, {"close", "rolledBack"}
        }) {
      to.add(
          CallHook.of(SessionHooks.class, each[0], "()V", session)
              .after(each[1])
              .failed("failed")
              .sievedBy(Set.of(jms.concat("Session"), jms.concat("JMSContext"))));
    }
  }

  private void addDurables(Owners session) {
    String topic = destinations[2];
    for (String rest :
        new String[] {STRING, STRING.concat(STRING), STRING.concat(STRING).concat("Z")}) {
      addMaker("createDurableSubscriber", topic.concat(rest), "TopicSubscriber", session);
      for (String name :
          new String[] {
            "createDurableConsumer", "createSharedConsumer", "createSharedDurableConsumer"
          }) {
        addMaker(name, topic.concat(rest), "MessageConsumer", session);
        addMaker(name, topic.concat(rest), "JMSConsumer", session);
      }
    }
  }

  private void addMaker(String name, String arguments, String made, Owners session) {
    to.add(
        CallHook.of(
                SessionHooks.class,
                name,
                "(".concat(arguments).concat(")").concat(type(made)),
                session)
            .afterWithArguments("madeFor")
            .handing(1)
            .sievedBy(Set.of(jms.concat(made))));
  }
}
