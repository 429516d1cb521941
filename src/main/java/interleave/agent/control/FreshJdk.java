package interleave.agent.control;

import interleave.agent.trace.Notes;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What the JDK keeps for the whole process, made as it would be in a new one: numbers in names,
 * where random numbers begin, and the common pool, whose threads ended with the run before.
 */
final class FreshJdk {
  /** As on a machine with some processors, whatever this one has. */
  private static final int PARALLELISM = 3;

  private static final long SEED = 0x5DEECE66DL;

  private final @Nullable AtomicInteger pools =
      (AtomicInteger)
          value(Executors.class.getName().concat("$DefaultThreadFactory"), "poolNumber");
  private final @Nullable AtomicLong seeder =
      (AtomicLong) value(ThreadLocalRandom.class.getName(), "seeder");
  private final @Nullable AtomicInteger probes =
      (AtomicInteger) value(ThreadLocalRandom.class.getName(), "probeGenerator");
  private final @Nullable AtomicLong randoms =
      (AtomicLong) value(Random.class.getName(), "seedUniquifier");
  private final @Nullable Random ofMath =
      (Random) value("java.lang.Math$RandomNumberGeneratorHolder", "randomNumberGenerator");
  private final @Nullable AtomicInteger timers =
      (AtomicInteger) value(java.util.Timer.class.getName(), "nextSerialNumber");
  private final @Nullable Field forkJoinPools = field(ForkJoinPool.class.getName(), "poolIds");
  private final @Nullable Field parallelism = field(ForkJoinPool.class.getName(), "parallelism");
  private final @Nullable Constructor<ForkJoinPool> common = common();

  private static @Nullable Field field(String type, String name) {
    try {
      Field found = Class.forName(type).getDeclaredField(name);
      found.setAccessible(true);
      return found;
    } catch (ReflectiveOperationException | RuntimeException e) {
      Notes.say("This JDK's ".concat(type).concat(" has no ").concat(name).concat("."));
      return null;
    }
  }

  private static @Nullable Object value(String type, String name) {
    try {
      Field found = field(type, name);
      return found == null ? null : found.get(null);
    } catch (IllegalAccessException e) {
      return null;
    }
  }

  private static @Nullable Constructor<ForkJoinPool> common() {
    try {
      Constructor<ForkJoinPool> made = ForkJoinPool.class.getDeclaredConstructor(byte.class);
      made.setAccessible(true);
      return made;
    } catch (ReflectiveOperationException | RuntimeException e) {
      return null;
    }
  }

  /** For a run that begins now; its common pool, null where this JDK's cannot be made anew. */
  @Nullable ForkJoinPool begin() {
    set(pools, 1);
    set(probes, 0);
    set(timers, 0);
    if (seeder != null) {
      seeder.set(SEED);
    }
    if (randoms != null) {
      randoms.set(SEED);
    }
    if (ofMath != null) {
      ofMath.setSeed(SEED);
    }
    try {
      if (forkJoinPools != null) {
        forkJoinPools.setInt(null, 0);
      }
      if (common == null || parallelism == null) {
        return null;
      }
      ForkJoinPool made = common.newInstance((byte) 0);
      parallelism.setInt(made, PARALLELISM);
      return made;
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }

  private static void set(@Nullable AtomicInteger number, int value) {
    if (number != null) {
      number.set(value);
    }
  }
}
