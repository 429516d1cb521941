import java.io.File;
import java.util.Set;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;

/** Artemis as others run it, with its queues in files: port, folder, user, key. */
class ArtemisHost {
  public static void main(String[] args) throws Exception {
    ConfigurationImpl all = new ConfigurationImpl();
    all.setBrokerInstance(new File(args[1]));
    all.setJournalType(JournalType.NIO);
    all.setJournalFileSize(1 << 20);
    all.setJournalMinFiles(2);
    all.setMaxDiskUsage(-1);
    all.setJMXManagementEnabled(false);
    all.addAcceptorConfiguration("stomp", "tcp://127.0.0.1:" + args[0] + "?protocols=STOMP");
    all.putSecurityRoles(
        "#",
        Set.of(
            new Role(
                "users", true, true, true, true, true, true, false, false, true, true, false,
                false)));
    SecurityConfiguration who = new SecurityConfiguration();
    who.addUser(args[2], args[3]);
    who.addRole(args[2], "users");
    EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
    broker.setConfiguration(all);
    broker.setSecurityManager(
        new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), who));
    broker.start();
    Thread.currentThread().join();
  }
}
