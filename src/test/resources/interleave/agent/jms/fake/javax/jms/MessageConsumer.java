package javax.jms;

public interface MessageConsumer {
  Message receive(long millis);

  Message receiveNoWait();
}
