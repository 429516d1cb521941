/** Two transfers at once, each between the same two accounts. Nobody may get stuck, and no money be lost. */
class Transfer {
  static final class Account {
    final int number;
    int balance = 100;

    Account(int number) {
      this.number = number;
    }
  }

  static final Account anna = new Account(1);
  static final Account ben = new Account(2);

  static void transfer(Account from, Account to, int amount) {
    synchronized (from) {
      synchronized (to) {
        from.balance -= amount;
        to.balance += amount;
      }
    }
  }

  public static void main(String[] args) throws InterruptedException {
    Thread first = new Thread(() -> transfer(anna, ben, 10), "to Ben");
    Thread second = new Thread(() -> transfer(ben, anna, 20), "to Anna");
    first.start();
    second.start();
    first.join();
    second.join();
    System.out.println("Anna " + anna.balance + ", Ben " + ben.balance);
  }
}
