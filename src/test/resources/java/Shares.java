import java.nio.file.Files;
import java.nio.file.Path;
import jdk.jfr.Event;
import jdk.jfr.Name;
import jdk.jfr.Recording;
import jdk.jfr.StackTrace;
import jdk.jfr.consumer.RecordingFile;

/** Three times as much of one as of the other, in a program that has a flight recording itself. */
public class Shares {
  @Name("shop.Sale")
  @StackTrace(false)
  static class Sale extends Event {}

  static volatile long total;

  static void slow(int n) {
    for (int i = 0; i < 3 * n; i++) {
      total += i % 7;
    }
  }

  static void fast(int n) {
    for (int i = 0; i < n; i++) {
      total += i % 7;
    }
  }

  public static void main(String[] arguments) throws Exception {
    Path file = Files.createTempFile("own", ".jfr");
    try (Recording own = new Recording()) {
      own.enable(Sale.class);
      own.start();
      Thread seller = new Thread(Shares::sell, "Seller");
      seller.start();
      seller.join();
      own.stop();
      own.dump(file);
    }
    System.out.println(
        RecordingFile.readAllEvents(file).stream()
            .filter(each -> each.getEventType().getName().equals("shop.Sale"))
            .count());
    Files.delete(file);
    System.exit(5);
  }

  static void sell() {
    long until = System.nanoTime() + 1_000_000_000L;
    while (System.nanoTime() < until) {
      slow(20_000);
      fast(20_000);
    }
    for (int i = 0; i < 7; i++) {
      new Sale().commit();
    }
  }
}
