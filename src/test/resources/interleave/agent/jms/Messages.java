import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.Destination;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.MapMessage;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Queue;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.util.Collections;
import java.util.concurrent.CountDownLatch;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.activemq.broker.BrokerService;

/** A program that uses a broker in all the ways in which programs do. */
public final class Messages {
  interface Part {
    void play() throws Exception;
  }

  public static void main(String[] args) throws Exception {
    if (args[0].equals("broker")) {
      broker();
      return;
    }
    ConnectionFactory factory = new ActiveMQConnectionFactory(args[1]);
    try (Connection connection = factory.createConnection()) {
      connection.start();
      Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
      switch (args[0]) {
        case "put" -> put(session, Integer.parseInt(args[2]));
        case "get" -> get(session, Integer.parseInt(args[2]));
        default -> {
          queues(connection, session);
          listener(connection, session);
          transactions(connection);
          browser(session);
          request(connection, session);
          topic(connection, session);
          closed(connection);
          interrupted(connection);
          context(factory);
        }
      }
    }
  }

  private static void broker() throws Exception {
    BrokerService broker = new BrokerService();
    broker.setPersistent(false);
    broker.setUseJmx(false);
    broker.setAdvisorySupport(true);
    String address = broker.addConnector("tcp://127.0.0.1:0").getPublishableConnectString();
    broker.start();
    System.out.println(address);
    while (System.in.read() >= 0) {
      // until whoever started it goes
    }
    System.exit(0);
  }

  private static void put(Session session, int count) throws JMSException {
    MessageProducer producer = session.createProducer(session.createQueue("work"));
    for (int i = 1; i <= count; i++) {
      producer.send(session.createTextMessage("task " + i));
    }
    System.out.println("put " + count);
  }

  private static void get(Session session, int count) throws JMSException {
    MessageConsumer consumer = session.createConsumer(session.createQueue("work"));
    for (int i = 1; i <= count; i++) {
      System.out.println(text(consumer.receive()));
    }
  }

  private static String text(Message message) throws JMSException {
    return message == null ? "nothing" : ((TextMessage) message).getText();
  }

  private static Thread start(String name, Part part) {
    Thread thread =
        new Thread(
            () -> {
              try {
                part.play();
              } catch (Exception e) {
                System.out.println(name + " threw " + e.getClass().getSimpleName());
              }
            },
            name);
    thread.start();
    return thread;
  }

  private static void queues(Connection connection, Session session) throws Exception {
    Queue orders = session.createQueue("orders");
    Thread writer =
        start(
            "writer",
            () -> {
              try (Session own = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
                MessageProducer producer = own.createProducer(orders);
                for (int i = 1; i <= 5; i++) {
                  producer.send(own.createTextMessage("order " + i));
                }
                MapMessage map = own.createMapMessage();
                map.setInt("number", 6);
                producer.send(map);
              }
            });
    MessageConsumer consumer = session.createConsumer(orders);
    for (int i = 1; i <= 5; i++) {
      System.out.println(text(i % 2 == 0 ? consumer.receive() : consumer.receive(10_000)));
    }
    System.out.println(((MapMessage) consumer.receive()).getInt("number"));
    System.out.println(text(consumer.receive(20)));
    System.out.println(text(consumer.receiveNoWait()));
    writer.join();
    consumer.close();
  }

  private static void listener(Connection connection, Session session) throws Exception {
    CountDownLatch all = new CountDownLatch(3);
    Queue lines = session.createQueue("lines");
    Session own = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
    own.createConsumer(lines)
        .setMessageListener(
            message -> {
              try {
                System.out.println("heard " + text(message));
              } catch (JMSException e) {
                throw new IllegalStateException(e);
              }
              all.countDown();
            });
    MessageProducer anywhere = session.createProducer(null);
    for (int i = 1; i <= 3; i++) {
      anywhere.send(lines, session.createTextMessage("line " + i));
    }
    all.await();
    own.close();
  }

  private static void transactions(Connection connection) throws Exception {
    Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
    Queue stock = session.createQueue("stock");
    MessageProducer producer = session.createProducer(stock);
    MessageConsumer consumer = session.createConsumer(stock);
    producer.send(session.createTextMessage("never"));
    session.rollback();
    producer.send(session.createTextMessage("at last"));
    session.commit();
    System.out.println(text(consumer.receive()));
    session.rollback();
    Message again = consumer.receive();
    System.out.println(text(again) + " " + again.getJMSRedelivered());
    session.commit();
    session.close();
  }

  private static void browser(Session session) throws JMSException {
    Queue shelf = session.createQueue("shelf");
    session.createProducer(shelf).send(session.createTextMessage("book"));
    try (QueueBrowser browser = session.createBrowser(shelf)) {
      System.out.println("looked at " + Collections.list(browser.getEnumeration()).size());
    }
    try (MessageConsumer consumer = session.createConsumer(shelf)) {
      System.out.println(text(consumer.receive()));
    }
  }

  private static void request(Connection connection, Session session) throws Exception {
    Queue questions = session.createQueue("questions");
    Thread server =
        start(
            "server",
            () -> {
              Session own = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
              Message question = own.createConsumer(questions).receive();
              TextMessage answer = own.createTextMessage("6 × 7 is 42");
              answer.setJMSCorrelationID(question.getJMSMessageID());
              own.createProducer(question.getJMSReplyTo()).send(answer);
              own.close();
            });
    Destination reply = session.createTemporaryQueue();
    TextMessage question = session.createTextMessage("6 × 7?");
    question.setJMSReplyTo(reply);
    MessageConsumer answers = session.createConsumer(reply);
    session.createProducer(questions).send(question);
    System.out.println(text(answers.receive(10_000)));
    server.join();
  }

  private static void topic(Connection connection, Session session) throws Exception {
    Destination prices = session.createTopic("prices");
    CountDownLatch here = new CountDownLatch(2);
    Part subscriber =
        () -> {
          Session own = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
          MessageConsumer consumer = own.createConsumer(prices);
          here.countDown();
          for (int i = 1; i <= 2; i++) {
            if (!text(consumer.receive()).equals("price " + i)) {
              System.out.println("another price");
            }
          }
          own.close();
        };
    Thread first = start("first", subscriber);
    Thread second = start("second", subscriber);
    here.await();
    MessageProducer producer = session.createProducer(prices);
    producer.send(session.createTextMessage("price 1"));
    producer.send(session.createTextMessage("price 2"));
    first.join();
    second.join();
  }

  private static void closed(Connection connection) throws Exception {
    Session own = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
    MessageConsumer consumer = own.createConsumer(own.createQueue("silence"));
    Thread waiter = start("waiter", () -> System.out.println("got " + consumer.receive()));
    while (waiter.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    consumer.close();
    waiter.join();
    own.close();
  }

  private static void interrupted(Connection connection) throws Exception {
    Session own = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
    MessageConsumer consumer = own.createConsumer(own.createQueue("noise"));
    Thread waiter = start("sleeper", () -> System.out.println("got " + consumer.receive()));
    while (waiter.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    waiter.interrupt();
    waiter.join();
    own.close();
  }

  private static void context(ConnectionFactory factory) throws Exception {
    try (JMSContext context = factory.createContext(JMSContext.SESSION_TRANSACTED)) {
      Queue letters = context.createQueue("letters");
      context.createProducer().send(letters, "dear reader");
      context.commit();
      System.out.println(text(context.createConsumer(letters).receive()));
      context.commit();
    }
  }
}
