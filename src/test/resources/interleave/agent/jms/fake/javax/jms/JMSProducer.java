package javax.jms;

public interface JMSProducer {
  JMSProducer send(Destination to, Message message);

  JMSProducer send(Destination to, String body);
}
