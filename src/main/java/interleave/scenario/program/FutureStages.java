package interleave.scenario.program;

import interleave.scenario.ProgramArguments;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An offer needs a price, an exchange rate and the stock: each is asked for, then combined. */
public final class FutureStages {
  private FutureStages() {}

  /** Asks a server that takes its time. */
  private static int ask(String what, int answer, int millis) {
    System.out.println("Asking for the " + what + "...");
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted", e);
    }
    if (answer < 0) {
      throw new IllegalStateException("no answer for the " + what);
    }
    return answer;
  }

  public static void main(String[] args) {
    ProgramArguments given = ProgramArguments.to("completable-future", args);
    int counted = given.on("stock-fails") ? -1 : 12;
    try (ExecutorService pool = Executors.newFixedThreadPool(given.number("workers"))) {
      // Three questions at once; none of them waits here.
      CompletableFuture<Integer> price =
          CompletableFuture.supplyAsync(() -> ask("price", 250, given.millis("price")), pool);
      CompletableFuture<Integer> rate =
          CompletableFuture.supplyAsync(() -> ask("rate", 7, given.millis("rate")), pool);
      CompletableFuture<Integer> stock =
          CompletableFuture.supplyAsync(() -> ask("stock", counted, given.millis("stock")), pool);

      // Runs as soon as both are there, on the thread that brought the later of them.
      CompletableFuture<Integer> total = price.thenCombine(rate, (p, r) -> p * r);
      CompletableFuture<String> left =
          stock
              .thenApply(pieces -> pieces + " in stock")
              .exceptionally(problem -> "stock unknown"); // only when something went wrong
      CompletableFuture<String> offer = total.thenCombine(left, (t, l) -> t + ", " + l);

      System.out.println("All is on its way.");
      System.out.println("Offer: " + offer.join()); // here main waits
    }
  }
}
