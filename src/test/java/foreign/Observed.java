package foreign;

import java.lang.reflect.Modifier;
import java.util.Arrays;

/** What a program can find out of itself, and would find out of a tracer. */
public final class Observed {
  private static synchronized int depth(int to) {
    return to == 0 ? new Throwable().getStackTrace().length : depth(to - 1);
  }

  public static void main(String[] args) throws Exception {
    System.out.println(depth(3));
    int modifiers = Observed.class.getDeclaredMethod("depth", int.class).getModifiers();
    System.out.println(Modifier.toString(modifiers));
    Thread thread =
        new Thread(
            () -> {
              throw new IllegalStateException("on purpose");
            },
            "unlucky");
    thread.start();
    thread.join();
    System.out.println(Thread.activeCount());
    System.out.println(Arrays.toString(thread.getStackTrace()));
    Thread.getAllStackTraces().keySet().stream()
        .filter(each -> each.getThreadGroup() == Thread.currentThread().getThreadGroup())
        .map(Thread::getName)
        .sorted()
        .forEach(System.out::println);
    new Throwable("here").printStackTrace();
  }
}
