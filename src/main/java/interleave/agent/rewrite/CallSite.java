package interleave.agent.rewrite;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes one call with its hooks:
 *
 * <pre>
 *       put receiver and arguments aside   but the receiver stays where it is, too, if it can
 *       result = instead(…)
 *       if result != null goto done        with the result on the stack
 *       token = before(…)
 *       if token == SKIP goto stood          where the hook may stand in for the call
 *       take receiver and arguments back   the JVM then says of a null what the source calls it
 * from: the call as it was
 * to:   result = put aside
 *       after(…)
 *       take result back
 *       goto done
 * from…to threw: failed(…), throw it on
 * stood: true, where the call returns a boolean
 * done:
 * </pre>
 */
final class CallSite {
  private static final String[] ERASED = {
    "Ljava/util/concurrent/Delayed;",
    "Ljava/util/concurrent/Future;",
    "Ljava/util/concurrent/ScheduledFuture;",
    "Ljava/util/concurrent/ForkJoinTask;",
    "Ljava/util/concurrent/CompletionStage;",
    "Ljava/util/concurrent/Executor;",
    "Ljava/util/concurrent/StructuredTaskScope$Subtask;",
  };

  private final CodeBuilder to;
  private final InvokeInstruction call;
  private final CallHook hook;
  private final MethodContext body;
  private final Points.@Nullable Point point;
  private final ClassDesc hooks;
  private final MethodTypeDesc type;
  private final int site;
  private int receiver = -1;
  private int[] arguments = {};
  private int result = -1;
  private int token = -1;

  private CallSite(
      CodeBuilder to,
      InvokeInstruction call,
      CallHook hook,
      MethodContext body,
      Points.@Nullable Point point) {
    this.point = point;
    this.to = to;
    this.call = call;
    this.hook = hook;
    this.body = body;
    this.hooks = hook.hooks.describeConstable().orElseThrow();
    this.type = hook.type;
    this.site = hook.namesReceiver ? body.siteOfLock(type.parameterCount()) : body.site();
  }

  /**
   * Writes it.
   *
   * @param point where threads stand before it; null for a program that is not under control
   */
  static void write(
      CodeBuilder to,
      InvokeInstruction call,
      CallHook hook,
      MethodContext body,
      Points.@Nullable Point point) {
    body.freeTemporaries();
    CallSite place = new CallSite(to, call, hook, body, point);
    if (hook.namesResult) {
      body.results.expect(place.site);
    }
    place.write();
  }

  private void write() {
    Label from = to.newLabel();
    Label until = to.newLabel();
    Label had = to.newLabel();
    Label stood = to.newLabel();
    Label done = to.newLabel();
    boolean catches = hook.failed != null && !body.isBeforeSuper();
    putAside();
    instead(had);
    before(stood);
    takeBack();
    to.labelBinding(from);
    if (point == null) {
      to.with(call);
    } else {
      point.write(to, call);
    }
    to.labelBinding(until);
    if (point != null) {
      point.after(to, body);
    }
    after();
    if (catches || hook.mayStandIn || hook.instead != null) {
      to.goto_(done);
    }
    if (catches) {
      failed(from, until);
    }
    if (hook.mayStandIn) {
      to.labelBinding(stood);
      if (receiverStays()) {
        to.pop();
      }
      if (!isVoid()) {
        to.iconst_1();
      }
    }
    if (hook.instead != null) {
      to.labelBinding(had);
      if (receiverStays()) {
        to.swap().pop();
      }
    }
    to.labelBinding(done);
  }

  private void putAside() {
    arguments = new int[type.parameterCount()];
    for (int i = arguments.length - 1; i >= 0; i--) {
      TypeKind kind = TypeKind.from(type.parameterType(i));
      arguments[i] = body.temporary(to, kind);
      to.storeLocal(kind, arguments[i]);
    }
    if (!hook.isStatic) {
      receiver = body.temporary(to, TypeKind.REFERENCE);
      if (receiverStays()) {
        to.dup();
      }
      to.astore(receiver);
    }
  }

  private boolean receiverStays() {
    return !hook.isStatic && point == null;
  }

  private void takeBack() {
    if (!hook.isStatic && !receiverStays()) {
      to.aload(receiver);
    }
    for (int i = 0; i < arguments.length; i++) {
      to.loadLocal(TypeKind.from(type.parameterType(i)), arguments[i]);
      ArgumentHook each = hook.arguments;
      if (each != null && type.parameterType(i).equals(each.type())) {
        each.write(to);
      }
      if (hook.around != null && i == hook.replaced) {
        around(hook.around, type.parameterType(i));
      }
    }
  }

  /** Puts another object in the place of the argument on top of the stack. */
  private void around(String name, ClassDesc argument) {
    List<ClassDesc> parameters = new ArrayList<>();
    parameters.add(ConstantDescs.CD_Object);
    loadToken(parameters);
    hook(name, ConstantDescs.CD_Object, parameters);
    to.checkcast(argument);
  }

  private void instead(Label had) {
    String name = hook.instead;
    if (name != null) {
      List<ClassDesc> parameters = parameters();
      arguments(parameters);
      hook(name, ConstantDescs.CD_Object, parameters);
      to.dup().ifnonnull(had).pop();
    }
  }

  private void before(Label stood) {
    String name = hook.before;
    if (name == null) {
      return;
    }
    token = body.temporary(to, TypeKind.LONG);
    List<ClassDesc> parameters = parameters();
    arguments(parameters);
    if (hook.named) {
      parameters.add(ConstantDescs.CD_String);
      to.ldc(hook.name);
    }
    hook(name, ConstantDescs.CD_long, parameters);
    to.lstore(token);
    if (hook.mayStandIn) {
      to.lload(token).loadConstant(CallHook.SKIP).lcmp().ifeq(stood);
    }
  }

  private void arguments(List<ClassDesc> parameters) {
    parameters.addAll(argumentsOf(hook));
    for (int i = 0; i < hook.handed; i++) {
      to.loadLocal(TypeKind.from(type.parameterType(i)), arguments[i]);
    }
  }

  private void after() {
    String name = hook.after;
    if (name == null) {
      return;
    }
    TypeKind kind = TypeKind.from(type.returnType());
    if (!isVoid()) {
      result = body.temporary(to, kind);
      to.storeLocal(kind, result);
    }
    List<ClassDesc> parameters = parameters();
    if (hook.afterTakesArguments) {
      arguments(parameters);
    }
    if (!isVoid()) {
      parameters.add(erased(type.returnType()));
      to.loadLocal(kind, result);
    }
    loadToken(parameters);
    hook(name, hook.replacesResult ? type.returnType() : ConstantDescs.CD_void, parameters);
    if (!isVoid() && !hook.replacesResult) {
      to.loadLocal(kind, result);
    }
  }

  /** What a hook's arguments are declared as; one that serves many methods takes all as objects. */
  static List<ClassDesc> argumentsOf(CallHook hook) {
    List<ClassDesc> declared = new ArrayList<>();
    for (ClassDesc each : hook.type.parameterList().subList(0, hook.handed)) {
      declared.add(hook.named && !each.isPrimitive() ? ConstantDescs.CD_Object : erased(each));
    }
    return declared;
  }

  // What the program may implement itself is handed over as an Object.
  static ClassDesc erased(ClassDesc type) {
    String name = type.descriptorString();
    return name.startsWith("Ljava/util/concurrent/locks/")
            || name.startsWith("Ljava/util/function/")
            || name.startsWith("Ljakarta/")
            || name.startsWith("Ljavax/jms/")
            || isErased(name)
        ? ConstantDescs.CD_Object
        : type;
  }

  private static boolean isErased(String name) {
    for (String each : ERASED) {
      if (each.equals(name)) {
        return true;
      }
    }
    return false;
  }

  private void failed(Label from, Label until) {
    String name = hook.failed;
    if (name == null) {
      return;
    }
    Label handler = to.newLabel();
    to.exceptionCatchAll(from, until, handler);
    to.labelBinding(handler);
    int exception = body.temporary(to, TypeKind.REFERENCE);
    to.astore(exception);
    List<ClassDesc> parameters = parameters();
    parameters.add(ConstantDescs.CD_Throwable);
    to.aload(exception);
    loadToken(parameters);
    hook(name, ConstantDescs.CD_void, parameters);
    to.aload(exception).athrow();
  }

  /** The beginning of every hook's parameters; loads the receiver. */
  private List<ClassDesc> parameters() {
    List<ClassDesc> parameters = new ArrayList<>();
    if (!hook.isStatic) {
      parameters.add(ConstantDescs.CD_Object);
      to.aload(receiver);
    }
    return parameters;
  }

  private void loadToken(List<ClassDesc> parameters) {
    parameters.add(ConstantDescs.CD_long);
    if (token < 0) {
      to.lconst_0();
    } else {
      to.lload(token);
    }
  }

  private void hook(String name, ClassDesc returns, List<ClassDesc> parameters) {
    parameters.add(ConstantDescs.CD_int);
    to.loadConstant(site);
    to.invokestatic(hooks, name, MethodTypeDesc.of(returns, parameters));
  }

  private boolean isVoid() {
    return type.returnType().equals(ConstantDescs.CD_void);
  }
}
