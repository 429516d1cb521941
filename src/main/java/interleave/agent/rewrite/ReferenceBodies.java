package interleave.agent.rewrite;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.LineNumber;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes method references out: {@code latch::countDown} becomes a method of the class in which the
 * call stands, as a lambda's does. So threads of a program under control stand there, as before any
 * other call.
 */
final class ReferenceBodies implements ClassTransform {
  private static final int METHOD = 1;
  private static final int FLAGS =
      ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC;
  private static final String LAMBDA = "lambda$";

  private final ClassDesc owner;
  private final boolean isInterface;
  private final Points points;
  private final List<Body> bodies = new ArrayList<>();

  /** A call that is to stand in a method of its own. */
  private record Body(
      String name, MethodTypeDesc type, DirectMethodHandleDesc referred, int line) {}

  private ReferenceBodies(ClassDesc owner, boolean isInterface, Points points) {
    this.owner = owner;
    this.isInterface = isInterface;
    this.points = points;
  }

  /** The class with what it refers to written out; the same where there is nothing to be. */
  static byte[] written(ClassFile api, ClassOutline outline, byte[] bytes, Points points) {
    if (!refers(outline.constants, points)) {
      return bytes;
    }
    var model = api.parse(bytes);
    boolean isInterface = (model.flags().flagsMask() & ClassFile.ACC_INTERFACE) != 0;
    ReferenceBodies bodies = new ReferenceBodies(model.thisClass().asSymbol(), isInterface, points);
    byte[] written = api.transformClass(model, bodies);
    return bodies.bodies.isEmpty() ? bytes : written;
  }

  private static boolean refers(ConstantPool constants, Points points) {
    for (int i = 1; i < constants.count(); i++) {
      if (constants.tag(i) == ConstantPool.METHOD_HANDLE) {
        int method = constants.part(i, 1);
        if (constants.tag(method) != ConstantPool.FIELD
            && points.isAtReferences(constants.owner(method), constants.member(method))) {
          return true;
        }
      }
    }
    return false;
  }

  @Override
  public void accept(ClassBuilder to, ClassElement element) {
    if (element instanceof MethodModel method && refers(method)) {
      String name = method.methodName().stringValue();
      to.transformMethod(
          method,
          (builder, each) -> {
            if (each instanceof CodeModel code) {
              builder.transformCode(code, new References(name));
            } else {
              builder.with(each);
            }
          });
    } else {
      to.with(element);
    }
  }

  private boolean refers(MethodModel method) {
    CodeModel code = method.code().orElse(null);
    if (code != null) {
      for (CodeElement each : code) {
        if (each instanceof InvokeDynamicInstruction dynamic && isOne(dynamic)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isOne(InvokeDynamicInstruction dynamic) {
    List<ConstantDesc> arguments = dynamic.bootstrapArgs();
    return Reference.isLambda(dynamic.bootstrapMethod())
        && arguments.size() > METHOD
        && arguments.get(METHOD) instanceof DirectMethodHandleDesc referred
        && referred.kind() != DirectMethodHandleDesc.Kind.SPECIAL
        && referred.kind() != DirectMethodHandleDesc.Kind.INTERFACE_SPECIAL
        && !referred.methodName().startsWith(LAMBDA)
        && points.isAtReferences(internal(referred.owner()), referred.methodName());
  }

  private static String internal(ClassDesc type) {
    String descriptor = type.descriptorString();
    return type.isArray() ? descriptor : descriptor.substring(1, descriptor.length() - 1);
  }

  @Override
  public void atEnd(ClassBuilder to) {
    for (Body each : bodies) {
      to.withMethodBody(each.name, each.type, FLAGS, code -> write(code, each));
    }
  }

  /** Refers to methods of ours instead. */
  private final class References implements CodeTransform {
    private final String method;
    private int line;

    References(String method) {
      this.method = method;
    }

    @Override
    public void accept(CodeBuilder to, CodeElement element) {
      if (element instanceof LineNumber number) {
        line = number.line();
      }
      if (element instanceof InvokeDynamicInstruction dynamic && isOne(dynamic)) {
        rewrite(to, dynamic);
      } else {
        to.with(element);
      }
    }

    private void rewrite(CodeBuilder to, InvokeDynamicInstruction dynamic) {
      ConstantDesc[] arguments = dynamic.bootstrapArgs().toArray(new ConstantDesc[0]);
      DirectMethodHandleDesc referred = (DirectMethodHandleDesc) arguments[METHOD];
      MethodTypeDesc type = type(referred);
      if (dynamic.typeSymbol().parameterCount() > 0) {
        // What is bound when the reference is made must be of the very type.
        type = type.changeParameterType(0, dynamic.typeSymbol().parameterType(0));
      }
      Body body = new Body(name(), type, referred, line);
      bodies.add(body);
      arguments[METHOD] =
          MethodHandleDesc.ofMethod(
              isInterface
                  ? DirectMethodHandleDesc.Kind.INTERFACE_STATIC
                  : DirectMethodHandleDesc.Kind.STATIC,
              owner,
              body.name,
              type);
      to.invokedynamic(
          DynamicCallSiteDesc.of(
              dynamic.bootstrapMethod(),
              dynamic.name().stringValue(),
              dynamic.typeSymbol(),
              arguments));
    }

    private String name() {
      String of = method.startsWith(LAMBDA) ? method.substring(LAMBDA.length()) : method;
      String plain = of.startsWith("<") ? of.substring(1, of.length() - 1) : of;
      return LAMBDA.concat(plain).concat("$reference").concat(Integer.toString(bodies.size()));
    }
  }

  /** With the receiver, and with what is made. */
  private static MethodTypeDesc type(DirectMethodHandleDesc referred) {
    MethodTypeDesc type = MethodTypeDesc.ofDescriptor(referred.lookupDescriptor());
    return switch (referred.kind()) {
      case STATIC, INTERFACE_STATIC -> type;
      case CONSTRUCTOR -> type.changeReturnType(referred.owner());
      default -> type.insertParameterTypes(0, referred.owner());
    };
  }

  private static void write(CodeBuilder to, Body body) {
    DirectMethodHandleDesc referred = body.referred;
    DirectMethodHandleDesc.Kind kind = referred.kind();
    if (body.line > 0) {
      to.lineNumber(body.line);
    }
    boolean makes = kind == DirectMethodHandleDesc.Kind.CONSTRUCTOR;
    if (makes) {
      to.new_(referred.owner()).dup();
    }
    int slot = 0;
    for (ClassDesc each : body.type.parameterList()) {
      TypeKind type = TypeKind.from(each);
      to.loadLocal(type, slot);
      slot += type.slotSize();
    }
    Opcode opcode =
        switch (kind) {
          case STATIC, INTERFACE_STATIC -> Opcode.INVOKESTATIC;
          case CONSTRUCTOR -> Opcode.INVOKESPECIAL;
          case INTERFACE_VIRTUAL -> Opcode.INVOKEINTERFACE;
          default -> Opcode.INVOKEVIRTUAL;
        };
    to.invoke(
        opcode,
        referred.owner(),
        makes ? ConstantDescs.INIT_NAME : referred.methodName(),
        MethodTypeDesc.ofDescriptor(referred.lookupDescriptor()),
        referred.isOwnerInterface());
    to.return_(TypeKind.from(body.type.returnType()));
  }
}
