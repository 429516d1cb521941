package interleave;

import java.lang.reflect.AnnotatedElement;
import java.util.Optional;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyAttributes;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/**
 * Each property tries the same in each run: its seed is of its name. With {@code
 * -Dinterleave.fresh=true} the tries are others each time, and with {@code -Dinterleave.tries=30}
 * they are thirty times as many, without the edge cases that the usual ones have among them. jqwik
 * finds this by {@code META-INF/services}.
 */
public final class SameTries implements AroundPropertyHook {
  /** So many tries has a property that does not say it. */
  private static final int USUAL = 1000;

  @Override
  public boolean appliesTo(Optional<AnnotatedElement> element) {
    return true;
  }

  @Override
  public PropagationMode propagateTo() {
    return PropagationMode.ALL_DESCENDANTS;
  }

  @Override
  public PropertyExecutionResult aroundProperty(
      PropertyLifecycleContext property, PropertyExecutor executor) {
    PropertyAttributes attributes = property.attributes();
    if (!areFresh() && attributes.seed().isEmpty()) {
      attributes.setSeed(Long.toString(seed(name(property))));
    }
    if (times() > 1 && !isSingle(attributes)) {
      attributes.setTries(attributes.tries().orElse(USUAL) * times());
      attributes.setEdgeCases(EdgeCasesMode.NONE); // of so many values within each other no end
    }
    return executor.execute();
  }

  /** Whether each property tries what it tries in every run. */
  static boolean areUsual() {
    return !areFresh() && times() == 1;
  }

  private static boolean areFresh() {
    return Boolean.getBoolean("interleave.fresh");
  }

  private static int times() {
    return Integer.getInteger("interleave.tries", 1);
  }

  /** An example is tried once. */
  private static boolean isSingle(PropertyAttributes attributes) {
    return attributes.tries().equals(Optional.of(1));
  }

  private static String name(PropertyLifecycleContext property) {
    return property.containerClass().getName() + "#" + property.targetMethod().getName();
  }

  /** The language says what the number of a text is, so that it is the same everywhere. */
  static long seed(String name) {
    return name.hashCode();
  }
}
