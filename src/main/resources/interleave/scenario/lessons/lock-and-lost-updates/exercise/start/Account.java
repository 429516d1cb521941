/** Two threads add to one balance and subtract again. In the end it should be 0, whoever goes first. */
class Account {
  static int balance = 0;

  static void changeIt(int n) {
    balance = balance + n;
    balance = balance - n;
  }

  public static void main(String[] args) throws InterruptedException {
    Thread first = new Thread(() -> changeIt(5), "Thread-1");
    Thread second = new Thread(() -> changeIt(8), "Thread-2");
    first.start();
    second.start();
    first.join();
    second.join();
    System.out.println("Balance: " + balance);
  }
}
