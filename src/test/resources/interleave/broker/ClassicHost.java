import java.net.URI;
import java.util.List;
import org.apache.activemq.broker.BrokerPlugin;
import org.apache.activemq.broker.BrokerService;
import org.apache.activemq.security.AuthenticationUser;
import org.apache.activemq.security.SimpleAuthenticationPlugin;

/** ActiveMQ Classic as others run it, with its queues in files: port, folder, user, key. */
class ClassicHost {
  public static void main(String[] args) throws Exception {
    BrokerService broker = new BrokerService();
    broker.setUseJmx(false);
    broker.setAdvisorySupport(false);
    broker.setPersistent(true);
    broker.setDataDirectory(args[1]);
    broker.setPlugins(
        new BrokerPlugin[] {
          new SimpleAuthenticationPlugin(List.of(new AuthenticationUser(args[2], args[3], "users")))
        });
    broker.addConnector(new URI("stomp://127.0.0.1:" + args[0]));
    broker.start();
    Thread.currentThread().join();
  }
}
