package javax.jms;

public interface TopicSession extends Session {
  TopicPublisher createPublisher(Topic topic);
}
