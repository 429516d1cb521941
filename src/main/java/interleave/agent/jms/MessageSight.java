package interleave.agent.jms;

import interleave.agent.trace.Previews;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** What the tracer sees of a message: numbers and short texts, so that it keeps none alive. */
record MessageSight(long number, String preview, boolean again, @Nullable Destination destination) {

  /** What {@code message} says of itself; null where it is none, or does not say. */
  static @Nullable MessageSight of(@Nullable Object message) {
    JmsMethods methods = message == null ? null : JmsMethods.of(message.getClass());
    Method id = methods == null ? null : methods.messageId;
    if (message == null || methods == null || id == null) {
      return null;
    }
    try {
      boolean again = Boolean.TRUE.equals(ask(methods.redelivered, message));
      return new MessageSight(
          number((String) id.invoke(message)),
          preview(message),
          again,
          destination(ask(methods.destination, message)));
    } catch (IllegalAccessException | InvocationTargetException | ClassCastException e) {
      return null;
    }
  }

  /** The text of a message of text, and what sort of message any other is. */
  static String preview(@Nullable Object message) {
    JmsMethods methods = message == null ? null : JmsMethods.of(message.getClass());
    if (message == null || methods == null) {
      return "";
    }
    try {
      return methods.text == null ? methods.sort : Previews.of(ask(methods.text, message));
    } catch (IllegalAccessException | InvocationTargetException e) {
      return methods.sort;
    }
  }

  /** The queue or topic that {@code destination} is; null where it does not say. */
  static @Nullable Destination destination(@Nullable Object destination) {
    JmsMethods methods = destination == null ? null : JmsMethods.of(destination.getClass());
    if (destination == null || methods == null) {
      return null;
    }
    try {
      // Some clients have one class for both; a queue is what says that it has a queue's name.
      String queue = (String) ask(methods.queueName, destination);
      String name = queue != null ? queue : (String) ask(methods.topicName, destination);
      return name == null ? null : Destination.of(name, queue == null, methods.temporary);
    } catch (IllegalAccessException | InvocationTargetException | ClassCastException e) {
      return null;
    }
  }

  private static @Nullable Object ask(@Nullable Method method, Object object)
      throws IllegalAccessException, InvocationTargetException {
    return method == null ? null : method.invoke(object);
  }

  /**
   * A number that is the same wherever the message is met. Clients count at the end of an id, so
   * their numbers count, too: neighbours are kept in less room.
   */
  static long number(@Nullable String id) {
    if (id == null || id.isEmpty()) {
      return 0;
    }
    int end = id.length();
    while (end > 0 && id.length() - end < 9 && isDigit(id.charAt(end - 1))) {
      end--;
    }
    long hash = 0xCBF29CE484222325L;
    for (int i = 0; i < end; i++) {
      hash = (hash ^ id.charAt(i)) * 0x100000001B3L;
    }
    long number = hash + (end == id.length() ? 0 : Long.parseLong(id, end, id.length(), 10));
    return number == 0 ? 1 : number;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
