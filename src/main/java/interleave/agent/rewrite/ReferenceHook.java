package interleave.agent.rewrite;

import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;

/**
 * A method that stands in for another where the program refers to that one, as in {@code
 * Thread::start}: there is no call in the program then. It takes the receiver as its first
 * argument.
 *
 * @param base the class of which the method referred to must be; the program's may extend it
 */
public record ReferenceHook(
    Class<?> hooks, String hook, MethodTypeDesc hookType, String base, String name, String type) {

  public String key() {
    return name.concat(type);
  }

  /** Whether the method referred to is neither static nor a constructor. */
  boolean takesReceiver() {
    int own = MethodTypeDesc.ofDescriptor(type).parameterCount();
    return hookType.parameterCount() > own;
  }

  ClassDesc owner() {
    return hooks.describeConstable().orElseThrow();
  }
}
