package interleave.agent.process;

import interleave.agent.rewrite.JdkSite;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Instruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/** Where the JDK starts processes, whoever asked it to. */
public final class ProcessSites {
  private static final String BUILDER = "java/lang/ProcessBuilder";

  private ProcessSites() {}

  /** Those of the class of that internal name. */
  public static List<JdkSite> of(String name) {
    return name.equals(BUILDER) ? List.of(new Environment()) : List.of();
  }

  /** What is handed to the new process as its environment, with its command below it. */
  private static final class Environment extends JdkSite {
    private static final ClassDesc MAP = ClassDesc.of("java.util.Map");

    Environment() {
      super(
          "start([Ljava/lang/ProcessBuilder$Redirect;)Ljava/lang/Process;", ChildEnvironment.class);
    }

    @Override
    protected boolean rewrite(Instruction instruction, CodeBuilder to) {
      if (!(instruction instanceof FieldInstruction field)
          || !field.name().equalsString("environment")) {
        return false;
      }
      found();
      to.with(instruction)
          .dup2()
          .invokestatic(hooks, "of", MethodTypeDesc.of(OBJECT, OBJECT, OBJECT))
          .swap()
          .pop()
          .checkcast(MAP);
      return true;
    }
  }
}
