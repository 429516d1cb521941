package interleave.agent;

import java.lang.constant.MethodTypeDesc;
import org.jspecify.annotations.Nullable;

/**
 * The hooks around one method's calls, static methods of {@code hooks}:
 *
 * <pre>
 * long token = before(receiver, arguments…, site)
 * result = receiver.method(arguments…)          not done when the token is {@link #SKIP}
 * after(receiver, result, token, site)          not called then
 * failed(receiver, exception, token, site)      when it throws
 * </pre>
 *
 * No receiver for static methods, no result for void ones. Each of the three may be missing. The
 * call itself stays in the program's method, so that its stack traces stay the program's.
 */
final class CallHook {
  /** The token that says that the hook has done what the call was to do. */
  static final long SKIP = -1;

  final Class<?> hooks;
  final String name;
  final MethodTypeDesc type;
  final boolean isStatic;
  final Owners owners;
  @Nullable String before;
  @Nullable String after;
  @Nullable String failed;

  /** Whether {@link #before} may say {@link #SKIP}. */
  boolean mayStandIn;

  /** Whether arguments that are {@code Runnable} are the body of a thread. */
  boolean takesTask;

  /** Whether the receiver may be met here first, and needs a name. */
  boolean namesReceiver;

  /** Whether {@link #after} returns what the program is to get as the result. */
  boolean replacesResult;

  private CallHook(
      Class<?> hooks, String name, String descriptor, boolean isStatic, Owners owners) {
    this.hooks = hooks;
    this.name = name;
    this.type = MethodTypeDesc.ofDescriptor(descriptor);
    this.isStatic = isStatic;
    this.owners = owners;
  }

  static CallHook of(Class<?> hooks, String name, String descriptor, Owners owners) {
    return new CallHook(hooks, name, descriptor, false, owners);
  }

  static CallHook ofStatic(Class<?> hooks, String name, String descriptor, Owners owners) {
    return new CallHook(hooks, name, descriptor, true, owners);
  }

  CallHook before(String hook) {
    before = hook;
    return this;
  }

  CallHook after(String hook) {
    after = hook;
    return this;
  }

  CallHook failed(String hook) {
    failed = hook;
    return this;
  }

  CallHook mayStandIn() {
    mayStandIn = true;
    return this;
  }

  CallHook takesTask() {
    takesTask = true;
    return this;
  }

  CallHook replacesResult() {
    replacesResult = true;
    return this;
  }

  CallHook namesReceiver() {
    namesReceiver = true;
    return this;
  }

  String key() {
    return name.concat(type.descriptorString());
  }
}
