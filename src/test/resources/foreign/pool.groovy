// Closures as tasks, synchronized in Groovy, and a class that is compiled while it runs.
import groovy.transform.Synchronized
import java.util.concurrent.Executors

class Account {
  private int balance
  @Synchronized void add(int by) { balance += by }
  int get() { balance }
}

def account = new Account()
def pool = Executors.newFixedThreadPool(3)
def tasks = (1..30).collect { n -> pool.submit({ account.add(n); n * n } as java.util.concurrent.Callable) }
println tasks*.get().sum()
pool.shutdown()
println account.get()
def lock = new Object()
println((1..3).collect { x -> synchronized (lock) { x + 1 } })
def thread = Thread.start('groovy thread') { println Thread.currentThread().name }
thread.join()
