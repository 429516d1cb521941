package javax.jms;

public interface JMSConsumer {
  <T> T receiveBody(Class<T> type);

  <T> T receiveBody(Class<T> type, long millis);

  <T> T receiveBodyNoWait(Class<T> type);
}
