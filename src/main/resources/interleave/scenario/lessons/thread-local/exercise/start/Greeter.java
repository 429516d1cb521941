/** Two threads greet, each its own guest. Nobody may be greeted by the name of somebody else. */
class Greeter {
  static String guest = "";
  static int mistaken = 0;

  static void greet(String name) {
    guest = name;
    welcome(name);
  }

  static void welcome(String expected) {
    String name = guest;
    if (!name.equals(expected)) {
      mistaken = mistaken + 1;
    }
  }

  public static void main(String[] args) throws InterruptedException {
    Thread first = new Thread(() -> greet("Anna"), "for Anna");
    Thread second = new Thread(() -> greet("Ben"), "for Ben");
    first.start();
    second.start();
    first.join();
    second.join();
    System.out.println("Greeted by a wrong name: " + mistaken);
  }
}
