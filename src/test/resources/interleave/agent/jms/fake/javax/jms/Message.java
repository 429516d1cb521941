package javax.jms;

public interface Message {
  String getJMSMessageID();

  boolean getJMSRedelivered();

  Destination getJMSDestination();
}
