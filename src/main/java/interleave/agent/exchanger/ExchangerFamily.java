package interleave.agent.exchanger;

import interleave.agent.rewrite.CallHook;
import interleave.agent.rewrite.HookFamily;
import interleave.agent.rewrite.Owners;
import interleave.agent.rewrite.ReferenceHook;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Set;

/** Exchangers, at which two threads swap what they bring. */
public final class ExchangerFamily extends HookFamily {
  private static final String EXCHANGER = "java/util/concurrent/Exchanger";
  private static final String EXCHANGE = "(Ljava/lang/Object;)Ljava/lang/Object;";
  private static final String TIMED =
      "(Ljava/lang/Object;JLjava/util/concurrent/TimeUnit;)Ljava/lang/Object;";

  @Override
  public String name() {
    return "Exchangers";
  }

  @Override
  public List<Class<?>> hooks() {
    return List.of(ExchangerHooks.class);
  }

  @Override
  public List<CallHook> calls() {
    return List.of(call(EXCHANGE), call(TIMED));
  }

  private static CallHook call(String type) {
    Owners owners = new Owners.ProgramOr(Set.of(EXCHANGER));
    return CallHook.of(ExchangerHooks.class, "exchange", type, owners)
        .before("exchangeBegin")
        .after("exchanged")
        .failed("failed")
        .namesReceiver();
  }

  @Override
  public List<ReferenceHook> references() {
    MethodTypeDesc type =
        MethodTypeDesc.of(
            ConstantDescs.CD_Object, ClassDesc.ofInternalName(EXCHANGER), ConstantDescs.CD_Object);
    return List.of(
        new ReferenceHook(ExchangerHooks.class, "exchange", type, EXCHANGER, "exchange", EXCHANGE));
  }
}
