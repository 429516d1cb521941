package javax.jms;

public interface Session {
  boolean getTransacted();

  MessageProducer createProducer(Destination to);

  MessageConsumer createConsumer(Destination from);

  void commit();

  void close();
}
