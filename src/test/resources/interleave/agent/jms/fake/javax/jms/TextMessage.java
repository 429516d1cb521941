package javax.jms;

public interface TextMessage extends Message {
  String getText();
}
