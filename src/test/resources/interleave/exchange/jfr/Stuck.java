import java.util.concurrent.CountDownLatch;
import jdk.jfr.Recording;
import java.nio.file.Path;

/** Two threads that wait for each other, of which a flight recording holds two dumps. */
public class Stuck {
  private static final Object one = new Object();
  private static final Object other = new Object();

  public static void main(String[] args) throws Exception {
    Recording recording = new Recording();
    recording.enable("jdk.ThreadDump").with("period", "everyChunk");
    recording.enable("jdk.JVMInformation");
    recording.enable("jdk.ThreadStart");
    recording.start();
    CountDownLatch both = new CountDownLatch(2);
    Thread left = start("left", one, other, both);
    Thread right = start("right", other, one, both);
    while (left.getState() != Thread.State.BLOCKED || right.getState() != Thread.State.BLOCKED) {
      Thread.sleep(1);
    }
    recording.stop();
    recording.dump(Path.of(args[0]));
    Runtime.getRuntime().halt(0);
  }

  private static Thread start(String name, Object first, Object second, CountDownLatch both) {
    Runnable doing =
        () -> {
          synchronized (first) {
            both.countDown();
            try {
              both.await();
            } catch (InterruptedException e) {
              return;
            }
            synchronized (second) {
              System.out.println("never");
            }
          }
        };
    Thread made = new Thread(doing, name);
    made.start();
    return made;
  }
}
