package interleave.agent.control;

import interleave.agent.rewrite.MethodContext;
import interleave.agent.rewrite.Points;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Instruction;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Calls whose result is not the same each time: time is the run's own, an end of the process is the
 * end of the run, and of the others it is told that they are there.
 */
final class StandIns implements Points.Point {
  /** What is told of whose members; {@code *} stands for all of them. */
  private static final Map<String, String> TOLD =
      Map.ofEntries(
          Map.entry("java/lang/System.nanoTime", "time"),
          Map.entry("java/lang/System.currentTimeMillis", "time"),
          Map.entry("java/time/Instant.now", "time.real"),
          Map.entry("java/time/LocalTime.now", "time.real"),
          Map.entry("java/time/LocalDateTime.now", "time.real"),
          Map.entry("java/lang/Math.random", "random"),
          Map.entry("java/util/Random.<init>()V", "random"),
          Map.entry("java/util/concurrent/ThreadLocalRandom.current", "random"),
          Map.entry("java/security/SecureRandom.<init>", "random"),
          Map.entry("java/util/UUID.randomUUID", "random"),
          Map.entry("java/util/random/RandomGenerator.getDefault", "random"),
          Map.entry("java/util/random/RandomGenerator.of", "random"),
          Map.entry("java/net/Socket.*", "network"),
          Map.entry("java/net/ServerSocket.*", "network"),
          Map.entry("java/net/DatagramSocket.*", "network"),
          Map.entry("java/net/http/HttpClient.*", "network"),
          Map.entry("java/nio/channels/SocketChannel.*", "network"),
          Map.entry("java/nio/channels/ServerSocketChannel.*", "network"),
          Map.entry("java/nio/channels/Selector.*", "network"),
          Map.entry("java/lang/ProcessBuilder.start", "process"),
          Map.entry("java/lang/Process.waitFor", "process"),
          Map.entry("java/lang/Runtime.exec", "process"),
          Map.entry("java/io/InputStream.read", "input"),
          Map.entry("java/io/BufferedReader.readLine", "input"),
          Map.entry("java/util/Scanner.*", "input"));

  private final @Nullable String key;
  private final @Nullable String control;
  private final MethodTypeDesc type;
  private final int place;

  private StandIns(@Nullable String key, @Nullable String control, MethodTypeDesc type, int place) {
    this.key = key;
    this.control = control;
    this.type = type;
    this.place = place;
  }

  static boolean isOne(String owner, String member) {
    return isExit(owner, member)
        || TOLD.containsKey(owner.concat(".*"))
        || TOLD.containsKey(owner.concat(".").concat(member))
        || TOLD.containsKey(owner.concat(".").concat(member).concat("()V"))
        || member.equals("newCondition");
  }

  private static boolean isExit(String owner, String member) {
    return owner.equals("java/lang/System") && member.equals("exit")
        || owner.equals("java/lang/Runtime") && (member.equals("exit") || member.equals("halt"));
  }

  static @Nullable StandIns of(InvokeInstruction call, MethodContext body) {
    String owner = call.owner().asInternalName();
    String name = call.name().stringValue();
    String told = told(owner, name, call.type().stringValue());
    boolean time = "time".equals(told);
    boolean exit = isExit(owner, name);
    if (told == null && !exit) {
      return null;
    }
    String control = exit ? "exit" : time ? name : null;
    MethodTypeDesc type = call.typeSymbol();
    if (exit && call.opcode() != Opcode.INVOKESTATIC) {
      type = type.insertParameterTypes(0, ConstantDescs.CD_Object);
    }
    int place = Places.number(body.file(), body.line(), null);
    return new StandIns(told, control, type, place);
  }

  private static @Nullable String told(String owner, String name, String descriptor) {
    String of = owner.concat(".").concat(name);
    String found = TOLD.get(of.concat(descriptor));
    if (found == null) {
      found = TOLD.get(of);
    }
    return found == null ? TOLD.get(owner.concat(".*")) : found;
  }

  @Override
  public void before(CodeBuilder to, MethodContext body) {
    if (key != null) {
      to.ldc(key)
          .loadConstant(place)
          .invokestatic(
              ControlFamily.CONTROL,
              "told",
              MethodTypeDesc.of(ControlFamily.VOID, ConstantDescs.CD_String, ConstantDescs.CD_int));
    }
  }

  @Override
  public void write(CodeBuilder to, Instruction instruction) {
    if (control == null) {
      to.with(instruction);
    } else {
      to.invokestatic(ControlFamily.CONTROL, control, type);
    }
  }

  @Override
  public void after(CodeBuilder to, MethodContext body) {}
}
