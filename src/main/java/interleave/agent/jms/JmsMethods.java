package interleave.agent.jms;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * The methods of JMS by which objects of one class are asked. They are those of the interfaces, as
 * the class itself may be nobody's to call. Kept by the class, and no longer than it.
 */
final class JmsMethods {
  private static final ClassValue<JmsMethods> ALL =
      new ClassValue<>() {
        @Override
        protected JmsMethods computeValue(Class<?> type) {
          JmsMethods made = new JmsMethods();
          made.look(type);
          return made;
        }
      };

  @Nullable Method messageId;
  @Nullable Method redelivered;
  @Nullable Method destination;
  @Nullable Method text;
  @Nullable Method queueName;
  @Nullable Method topicName;
  @Nullable Method transacted;

  /** Whether a transaction is ended by somebody else than the session. */
  boolean managed;

  /** Whether it is a destination that the broker made up a name for. */
  boolean temporary;

  /** What a message is called that has no text. */
  String sort = "Message";

  private JmsMethods() {}

  static JmsMethods of(Class<?> type) {
    return ALL.get(type);
  }

  private void look(Class<?> type) {
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      if (each.isInterface()) {
        found(each);
      }
      for (Class<?> above : each.getInterfaces()) {
        look(above);
      }
    }
  }

  private void found(Class<?> type) {
    String name = type.getName();
    String jms = name.startsWith("jakarta.jms.") ? "jakarta.jms." : "javax.jms.";
    if (!name.startsWith(jms)) {
      return;
    }
    String simple = name.substring(jms.length());
    if (simple.equals("Message")) {
      messageId = method(type, "getJMSMessageID");
      redelivered = method(type, "getJMSRedelivered");
      destination = method(type, "getJMSDestination");
    } else if (simple.equals("TextMessage")) {
      text = method(type, "getText");
    } else if (simple.endsWith("Message")) {
      sort = simple;
    } else if (simple.equals("Queue")) {
      queueName = method(type, "getQueueName");
    } else if (simple.equals("Topic")) {
      topicName = method(type, "getTopicName");
    } else if (simple.startsWith("Temporary")) {
      temporary = true;
    } else if (simple.equals("Session") || simple.equals("JMSContext")) {
      transacted = method(type, "getTransacted");
    } else if (simple.startsWith("XA")) {
      managed = true;
    }
  }

  private static @Nullable Method method(Class<?> type, String name) {
    try {
      return type.getMethod(name);
    } catch (NoSuchMethodException | LinkageError e) {
      return null;
    }
  }
}
