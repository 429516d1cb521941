package foreign;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Moves money between accounts of an H2 database, in transactions on several threads. */
public final class Bank {
  private static final String URL = "jdbc:h2:mem:bank;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=60000";
  private static final int ACCOUNTS = 8;
  private static final int TRANSFERS = 60;

  public static void main(String[] args) throws Exception {
    try (Connection bank = DriverManager.getConnection(URL);
        Statement statement = bank.createStatement()) {
      statement.execute("create table account(id int primary key, balance int)");
      for (int i = 0; i < ACCOUNTS; i++) {
        statement.execute("insert into account values(" + i + ", 1000)");
      }
    }
    List<Thread> tellers = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      int seed = i;
      tellers.add(Thread.ofPlatform().name("teller " + i).start(() -> transfer(seed)));
    }
    for (Thread each : tellers) {
      each.join();
    }
    try (Connection bank = DriverManager.getConnection(URL);
        Statement statement = bank.createStatement();
        ResultSet sum = statement.executeQuery("select sum(balance), count(*) from account")) {
      sum.next();
      System.out.println(sum.getInt(1) + " in " + sum.getInt(2) + " accounts");
    }
  }

  private static void transfer(int seed) {
    Random random = new Random(seed);
    try (Connection bank = DriverManager.getConnection(URL);
        PreparedStatement change =
            bank.prepareStatement("update account set balance = balance + ? where id = ?")) {
      bank.setAutoCommit(false);
      for (int i = 0; i < TRANSFERS; i++) {
        int first = random.nextInt(ACCOUNTS - 1);
        change(change, first, -1);
        change(change, first + 1, 1);
        bank.commit();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void change(PreparedStatement change, int account, int by) throws SQLException {
    change.setInt(1, by);
    change.setInt(2, account);
    change.executeUpdate();
  }
}
