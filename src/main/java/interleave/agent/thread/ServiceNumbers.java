package interleave.agent.thread;

import interleave.event.Recorder;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Field;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;

/**
 * The JVM counts threads, and a program may print the number of each: those of ours take none. A
 * thread of ours has one from the end of the range, and the number that it was made with is the
 * next one's again, unless another thread was made meanwhile. A JVM that counts in another way
 * counts ours, too.
 */
public final class ServiceNumbers implements Recorder.Numbering {
  private static final ClassDesc UNSAFE = ClassDesc.of("jdk.internal.misc.Unsafe");
  private static final ClassDesc THREAD = ClassDesc.of("java.lang.Thread");
  private static final ClassDesc THIS = ClassDesc.of(ServiceNumbers.class.getName().concat("Set"));

  /** Of a thread that is not started yet: nobody has asked for its number, and no lock knows it. */
  private final ObjLongConsumer<Thread> renumber;

  /** It fits into an int, as the numbers of threads in a recording do. */
  private int last = Integer.MAX_VALUE;

  private ServiceNumbers(ObjLongConsumer<Thread> renumber) {
    this.renumber = renumber;
  }

  /** Before any thread of ours is made. */
  public static void install(Instrumentation by) {
    try {
      Set<Module> us = Set.of(ServiceNumbers.class.getModule());
      by.redefineModule(
          Object.class.getModule(),
          Set.of(),
          Map.of("jdk.internal.misc", us),
          Map.of("java.lang", us),
          Set.of(),
          Map.of());
      Field next =
          Class.forName("java.lang.Thread$ThreadIdentifiers").getDeclaredField("NEXT_TID_OFFSET");
      next.setAccessible(true);
      Recorder.number(new ServiceNumbers(made(next.getLong(null))));
    } catch (Throwable e) {
      // The program's threads have higher numbers than they would have alone.
    }
  }

  @Override
  public synchronized void aside(Thread thread) {
    try {
      renumber.accept(thread, last);
      last--;
    } catch (Throwable e) {
      // It keeps the number that it has.
    }
  }

  @SuppressWarnings("unchecked")
  private static ObjLongConsumer<Thread> made(long counter) throws ReflectiveOperationException {
    Class<?> made = MethodHandles.lookup().defineClass(classFile(counter));
    return (ObjLongConsumer<Thread>) made.getDeclaredConstructor().newInstance();
  }

  /** It is written here, since no compiler would let us call the JDK's own. */
  private static byte[] classFile(long counter) {
    // No lambdas: the first one would cost the traced process more than all the rest here.
    return ClassFile.of()
        .build(
            THIS,
            new Consumer<ClassBuilder>() {
              @Override
              public void accept(ClassBuilder to) {
                write(to, counter);
              }
            });
  }

  private static void write(ClassBuilder to, long counter) {
    to.withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SUPER)
        .withInterfaceSymbols(ClassDesc.of(ObjLongConsumer.class.getName()))
        .withMethodBody(
            ConstantDescs.INIT_NAME,
            ConstantDescs.MTD_void,
            ClassFile.ACC_PUBLIC,
            new Consumer<CodeBuilder>() {
              @Override
              public void accept(CodeBuilder code) {
                code.aload(0)
                    .invokespecial(
                        ConstantDescs.CD_Object, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void)
                    .return_();
              }
            })
        .withMethodBody(
            "accept",
            MethodTypeDesc.of(
                ConstantDescs.CD_void, ConstantDescs.CD_Object, ConstantDescs.CD_long),
            ClassFile.ACC_PUBLIC,
            new Consumer<CodeBuilder>() {
              @Override
              public void accept(CodeBuilder code) {
                renumber(code, counter);
              }
            });
  }

  /**
   * <pre>
   *   long was = thread.threadId();
   *   unsafe.putLong(thread, unsafe.objectFieldOffset(Thread.class, "tid"), number);
   *   unsafe.compareAndSetLong(null, counter, was + 1, was);
   * </pre>
   */
  private static void renumber(CodeBuilder code, long counter) {
    int unsafe = 4;
    int was = 5;
    code.invokestatic(UNSAFE, "getUnsafe", MethodTypeDesc.of(UNSAFE))
        .astore(unsafe)
        .aload(1)
        .checkcast(THREAD)
        .invokevirtual(THREAD, "threadId", MethodTypeDesc.of(ConstantDescs.CD_long))
        .lstore(was)
        .aload(unsafe)
        .aload(1)
        .aload(unsafe)
        .loadConstant(THREAD)
        .loadConstant("tid")
        .invokevirtual(
            UNSAFE,
            "objectFieldOffset",
            MethodTypeDesc.of(
                ConstantDescs.CD_long, ConstantDescs.CD_Class, ConstantDescs.CD_String))
        .lload(2)
        .invokevirtual(
            UNSAFE,
            "putLong",
            MethodTypeDesc.of(
                ConstantDescs.CD_void,
                ConstantDescs.CD_Object,
                ConstantDescs.CD_long,
                ConstantDescs.CD_long))
        .aload(unsafe)
        .aconst_null()
        .loadConstant(counter)
        .lload(was)
        .lconst_1()
        .ladd()
        .lload(was)
        .invokevirtual(
            UNSAFE,
            "compareAndSetLong",
            MethodTypeDesc.of(
                ConstantDescs.CD_boolean,
                ConstantDescs.CD_Object,
                ConstantDescs.CD_long,
                ConstantDescs.CD_long,
                ConstantDescs.CD_long))
        .pop()
        .return_();
  }
}
