import java.util.ArrayDeque;
import java.util.Deque;
import javax.jms.CompletionListener;
import javax.jms.Destination;
import javax.jms.JMSConsumer;
import javax.jms.JMSContext;
import javax.jms.JMSProducer;
import javax.jms.Message;
import javax.jms.MessageConsumer;
import javax.jms.MessageListener;
import javax.jms.MessageProducer;
import javax.jms.Queue;
import javax.jms.Session;
import javax.jms.TextMessage;
import javax.jms.Topic;
import javax.jms.TopicPublisher;
import javax.jms.TopicSession;

/** The JMS of before, with no broker behind it: all in one thread, so that all is in order. */
public final class Fake {
  private static int sent;

  /** What a client puts into what it sends. */
  private static final class Text implements TextMessage {
    private final String text;
    private String id;
    private Destination to;
    boolean again;

    Text(String text) {
      this.text = text;
    }

    @Override
    public String getJMSMessageID() {
      if (text.equals("unruly")) {
        throw new IllegalStateException("asked for its id");
      }
      return id;
    }

    @Override
    public boolean getJMSRedelivered() {
      return again;
    }

    @Override
    public Destination getJMSDestination() {
      return to;
    }

    @Override
    public String getText() {
      return text;
    }
  }

  private record Named(String name) implements Queue {
    @Override
    public String getQueueName() {
      return name;
    }
  }

  private record News(String name) implements Topic {
    @Override
    public String getTopicName() {
      return name;
    }
  }

  private static final Deque<Text> store = new ArrayDeque<>();

  private static void deliver(Destination to, Message message) {
    if (message == null) {
      throw new IllegalArgumentException("no message");
    }
    Text text = (Text) message;
    text.id = "ID:fake-" + ++sent;
    text.to = to;
    store.add(text);
  }

  private static class Producer implements MessageProducer {
    private final Destination to;

    Producer(Destination to) {
      this.to = to;
    }

    @Override
    public void send(Message message) {
      send(to, message, 0, 0, 0);
    }

    @Override
    public void send(Message message, int mode, int priority, long life) {
      send(to, message, mode, priority, life);
    }

    @Override
    public void send(Destination other, Message message, int mode, int priority, long life) {
      deliver(other, message);
    }

    @Override
    public void send(Destination other, Message message, CompletionListener listener) {
      deliver(other, message);
    }
  }

  private static final class Publisher extends Producer implements TopicPublisher {
    Publisher(Destination to) {
      super(to);
    }

    @Override
    public void publish(Message message) {
      send(message);
    }
  }

  private static final class Consumer implements MessageConsumer {
    @Override
    public Message receive(long millis) {
      return store.poll();
    }

    @Override
    public Message receiveNoWait() {
      return store.poll();
    }
  }

  private static final class Simple implements JMSProducer, JMSConsumer, JMSContext {
    @Override
    public JMSProducer send(Destination to, Message message) {
      new Producer(to).send(message);
      return this;
    }

    @Override
    public JMSProducer send(Destination to, String body) {
      return send(to, new Text(body));
    }

    @Override
    public <T> T receiveBody(Class<T> type) {
      return body(type, new Consumer());
    }

    @Override
    public <T> T receiveBody(Class<T> type, long millis) {
      return body(type, new Consumer());
    }

    @Override
    public <T> T receiveBodyNoWait(Class<T> type) {
      return body(type, new Consumer());
    }

    private static <T> T body(Class<T> type, MessageConsumer from) {
      TextMessage message = (TextMessage) from.receiveNoWait();
      return message == null ? null : type.cast(message.getText());
    }

    @Override
    public boolean getTransacted() {
      return false;
    }

    @Override
    public JMSProducer createProducer() {
      return this;
    }

    @Override
    public JMSConsumer createConsumer(Destination from) {
      return new Simple();
    }
  }

  private record SimpleSession(boolean getTransacted) implements TopicSession {
    @Override
    public TopicPublisher createPublisher(Topic topic) {
      return new Publisher(topic);
    }

    @Override
    public MessageProducer createProducer(Destination to) {
      return new Producer(to);
    }

    @Override
    public MessageConsumer createConsumer(Destination from) {
      return new Consumer();
    }

    @Override
    public void commit() {}

    @Override
    public void close() {}
  }

  /** A listener that is a class. */
  private static final class Listener implements MessageListener {
    @Override
    public void onMessage(Message message) {
      System.out.println("heard " + ((TextMessage) message).getText());
    }
  }

  public static void main(String[] args) {
    queue();
    listener();
    context();
    topic();
    unruly();
  }

  private static void queue() {
    Session session = new SimpleSession(true);
    Queue old = new Named("old");
    MessageProducer producer = session.createProducer(old);
    MessageConsumer consumer = session.createConsumer(old);
    producer.send(new Text("one"));
    producer.send(new Text("two"), 1, 4, 0);
    session.createProducer(null).send(old, new Text("three"), null);
    session.commit();
    for (int i = 0; i < 3; i++) {
      Text got = (Text) consumer.receive(0);
      System.out.println(got.getText());
      got.again = true;
      store.addLast(got);
    }
    System.out.println(((TextMessage) consumer.receiveNoWait()).getText() + " again");
    store.clear();
    System.out.println(consumer.receive(5));
    System.out.println(consumer.receiveNoWait());
    session.close();
  }

  private static void listener() {
    Queue heard = new Named("heard");
    Session session = new SimpleSession(false);
    session.createProducer(heard).send(new Text("hello"));
    MessageListener listener = new Listener();
    listener.onMessage(store.poll());
  }

  private static void context() {
    JMSContext context = new Simple();
    Queue bodies = new Named("bodies");
    JMSConsumer consumer = context.createConsumer(bodies);
    context.createProducer().send(bodies, "body").send(bodies, new Text("soul"));
    System.out.println(consumer.receiveBody(String.class));
    System.out.println(consumer.receiveBody(String.class, 5));
    System.out.println(consumer.receiveBodyNoWait(String.class));
  }

  private static void topic() {
    News news = new News("news");
    TopicSession session = new SimpleSession(false);
    session.createPublisher(news).publish(new Text("extra"));
    Text extra = store.poll();
    MessageListener listener = new Listener();
    listener.onMessage(extra);
    listener.onMessage(extra);
  }

  private static void unruly() {
    Session session = new SimpleSession(false);
    MessageProducer producer = session.createProducer(new Named("unruly"));
    producer.send(new Text("unruly"));
    MessageListener listener = new Listener();
    listener.onMessage(store.poll());
    try {
      producer.send(null);
    } catch (IllegalArgumentException e) {
      e.printStackTrace(System.out);
    }
    MessageProducer nobody = null;
    try {
      nobody.send(new Text("lost"));
    } catch (NullPointerException e) {
      System.out.println("no producer");
    }
  }
}
