package interleave.agent.rewrite;

import java.lang.constant.MethodTypeDesc;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The hooks around one method's calls, static methods of {@code hooks}:
 *
 * <pre>
 * result = instead(receiver, arguments…, site)  all that follows is not done unless this is null
 * long token = before(receiver, arguments…, site)
 * argument = around(argument, token, site)
 * result = receiver.method(arguments…)          not done when the token is {@link #SKIP}
 * after(receiver, result, token, site)          not called then; may ask for the arguments, too
 * failed(receiver, exception, token, site)      when it throws
 * </pre>
 *
 * No receiver for static methods, no result for void ones. Each of them may be missing. The call
 * itself stays in the program's method, so that its stack traces stay the program's.
 */
public final class CallHook {
  /** The token that says that the hook has done what the call was to do. */
  public static final long SKIP = -1;

  final Class<?> hooks;
  final String name;
  final MethodTypeDesc type;
  public final boolean isStatic;
  public final Owners owners;

  /** Does what the call was to do, where it can; only of calls that return an object. */
  @Nullable String instead;

  @Nullable String before;

  /** Whether {@link #before} is told the method's name, after the arguments. */
  boolean named;

  /** What takes the place of {@link #replaced}, an argument; with {@link #before} only. */
  @Nullable String around;

  int replaced;
  @Nullable String after;

  /** Whether {@link #after} takes the arguments, before the result. */
  boolean afterTakesArguments;

  @Nullable String failed;

  /** How many of the arguments, the first ones, hooks are handed. */
  int handed;

  /** One of these names stands in every class that has such a call. */
  Set<String> sieve;

  /** Whether {@link #before} may say {@link #SKIP}. */
  boolean mayStandIn;

  /** What the arguments of one type are handed to, and replaced by what it returns. */
  @Nullable ArgumentHook arguments;

  /** Whether the receiver may be met here first, and needs a name. */
  boolean namesReceiver;

  /** Whether what the call returns is new, and needs a name. */
  boolean namesResult;

  /** Whether {@link #after} returns what the program is to get as the result. */
  boolean replacesResult;

  private CallHook(
      Class<?> hooks, String name, String descriptor, boolean isStatic, Owners owners) {
    this.hooks = hooks;
    this.name = name;
    this.type = MethodTypeDesc.ofDescriptor(descriptor);
    this.isStatic = isStatic;
    this.owners = owners;
    this.sieve = Set.of(name);
    this.handed = type.parameterCount();
  }

  public static CallHook of(Class<?> hooks, String name, String descriptor, Owners owners) {
    return new CallHook(hooks, name, descriptor, false, owners);
  }

  public static CallHook ofStatic(Class<?> hooks, String name, String descriptor, Owners owners) {
    return new CallHook(hooks, name, descriptor, true, owners);
  }

  public CallHook before(String hook) {
    before = hook;
    return this;
  }

  public CallHook instead(String hook) {
    instead = hook;
    return this;
  }

  public CallHook named() {
    named = true;
    return this;
  }

  public CallHook around(int argument, String hook) {
    replaced = argument;
    around = hook;
    return this;
  }

  public CallHook after(String hook) {
    after = hook;
    return this;
  }

  public CallHook afterWithArguments(String hook) {
    after = hook;
    afterTakesArguments = true;
    return this;
  }

  public CallHook failed(String hook) {
    failed = hook;
    return this;
  }

  /** Hooks need no more of the arguments than the first {@code count}. */
  public CallHook handing(int count) {
    handed = count;
    return this;
  }

  /** Where the method's name is too common to tell anything. */
  public CallHook sievedBy(Set<String> names) {
    sieve = names;
    return this;
  }

  public CallHook mayStandIn() {
    mayStandIn = true;
    return this;
  }

  public CallHook arguments(ArgumentHook hook) {
    arguments = hook;
    return this;
  }

  public CallHook replacesResult() {
    replacesResult = true;
    return this;
  }

  public CallHook namesResult() {
    namesResult = true;
    return this;
  }

  public CallHook namesReceiver() {
    namesReceiver = true;
    return this;
  }

  public String key() {
    return name.concat(type.descriptorString());
  }
}
