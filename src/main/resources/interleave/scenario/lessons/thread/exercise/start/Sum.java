/** A thread adds up, and main prints the sum: always 15. */
class Sum {
  static int sum = 0;
  static int printed = -1;

  static void addUp() {
    for (int i = 1; i <= 5; i++) {
      sum = sum + i;
    }
  }

  public static void main(String[] args) throws InterruptedException {
    Thread adder = new Thread(Sum::addUp, "Adder");
    adder.start();
    printed = sum;
    System.out.println("The sum is " + printed);
    adder.join();
  }
}
