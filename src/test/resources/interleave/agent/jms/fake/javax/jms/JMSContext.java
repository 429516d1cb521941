package javax.jms;

public interface JMSContext {
  boolean getTransacted();

  JMSProducer createProducer();

  JMSConsumer createConsumer(Destination from);
}
