package javax.jms;

public interface MessageProducer {
  void send(Message message);

  void send(Message message, int mode, int priority, long life);

  void send(Destination to, Message message, int mode, int priority, long life);

  void send(Destination to, Message message, CompletionListener listener);
}
