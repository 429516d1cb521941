package interleave.agent;

import interleave.agent.control.ControlFamily;
import interleave.agent.control.ControlSites;
import interleave.agent.control.OwnClasses;
import interleave.agent.exchanger.ExchangerFamily;
import interleave.agent.field.FieldFamily;
import interleave.agent.field.WatchedFields;
import interleave.agent.jms.JmsFamily;
import interleave.agent.local.LocalFamily;
import interleave.agent.lock.LockFamily;
import interleave.agent.lock.MonitorFamily;
import interleave.agent.lock.StampedLockFamily;
import interleave.agent.output.OutputFamily;
import interleave.agent.process.ExitFamily;
import interleave.agent.process.ProcessFamily;
import interleave.agent.process.ProcessSites;
import interleave.agent.queue.QueueFamily;
import interleave.agent.queue.QueueSites;
import interleave.agent.rewrite.FamilyList;
import interleave.agent.rewrite.HookFamily;
import interleave.agent.rewrite.JdkSite;
import interleave.agent.synchronizer.ParkFamily;
import interleave.agent.synchronizer.SynchronizerFamily;
import interleave.agent.task.ForkFamily;
import interleave.agent.task.FutureFamily;
import interleave.agent.task.PoolFamily;
import interleave.agent.task.PoolSites;
import interleave.agent.task.StageFamily;
import interleave.agent.task.SubtaskFamily;
import interleave.agent.thread.CensusFamily;
import interleave.agent.thread.ThreadFamily;
import interleave.agent.thread.ThreadSites;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that is traced: the families, what classes they are known by, and which of their own classes
 * the program shall not see. Families are only made when the first class of the program needs them;
 * what is asked before that is told by name.
 */
public final class Families implements FamilyList {
  /** Tasks of ours around the program's; names, since whoever names a class by itself loads it. */
  static final String[] TASKS = {
    "interleave/agent/thread/ThreadTask",
    "interleave/agent/task/TracedTask",
    "interleave/agent/task/TracedPairTask"
  };

  private static final String[] HIDDEN = {
    TASKS[0],
    TASKS[1],
    TASKS[2],
    "interleave/agent/process/PipeInput",
    "interleave/agent/process/PipeOutput",
    "interleave/agent/process/PipeWithoutNotice"
  };

  /** Names again, of what the {@code …Sites} have; a test compares. */
  private static final String[] TELLING = {
    "java/util/concurrent/ThreadPoolExecutor",
    "java/util/concurrent/ThreadPoolExecutor$CallerRunsPolicy",
    "java/util/concurrent/ThreadPoolExecutor$DiscardOldestPolicy",
    "java/util/concurrent/ScheduledThreadPoolExecutor",
    "java/util/concurrent/AbstractExecutorService",
    "java/util/concurrent/ExecutorCompletionService",
    "java/util/concurrent/FutureTask",
    "java/util/concurrent/Executors$DelegatedExecutorService",
    "java/util/concurrent/ForkJoinPool",
    "java/util/concurrent/ForkJoinWorkerThread",
    "jdk/internal/vm/StackableScope",
    "java/util/concurrent/ArrayBlockingQueue",
    "java/util/concurrent/ArrayBlockingQueue$Itr",
    "java/util/concurrent/LinkedBlockingQueue",
    "java/util/concurrent/LinkedBlockingQueue$Itr",
    "java/util/concurrent/LinkedBlockingDeque",
    "java/util/concurrent/LinkedBlockingDeque$AbstractItr",
    "java/util/concurrent/LinkedTransferQueue",
    "java/util/concurrent/LinkedTransferQueue$Itr",
    "java/util/concurrent/PriorityBlockingQueue",
    "java/util/concurrent/PriorityBlockingQueue$Itr",
    "java/util/concurrent/DelayQueue$Itr",
    "java/lang/ProcessBuilder",
  };

  private final WatchedFields watched;

  /** Where the threads of a program under control stand; null for one that runs freely. */
  private final @Nullable OwnClasses controlled;

  public Families(WatchedFields watched) {
    this(watched, null);
  }

  /** For a program under control, where {@code controlled} is not null. */
  Families(WatchedFields watched, @Nullable OwnClasses controlled) {
    this.watched = watched;
    this.controlled = controlled;
  }

  @Override
  public Set<String> names() {
    Set<String> names = new HashSet<>();
    for (String name : HookNames.ALL) {
      names.add(name);
    }
    names.addAll(watched.names());
    return names;
  }

  @Override
  public String[] hiddenFrames() {
    return HIDDEN;
  }

  @Override
  public String[] jdkClasses() {
    if (controlled == null) {
      return TELLING;
    }
    String[] more = ControlSites.classes();
    String[] all = Arrays.copyOf(more, more.length + TELLING.length);
    System.arraycopy(TELLING, 0, all, more.length, TELLING.length);
    return all;
  }

  @Override
  public List<JdkSite> sites(String jdkClass) {
    List<JdkSite> all = new ArrayList<>(PoolSites.of(jdkClass));
    all.addAll(QueueSites.of(jdkClass));
    all.addAll(ThreadSites.of(jdkClass));
    all.addAll(ProcessSites.of(jdkClass));
    if (controlled != null) {
      all.addAll(ControlSites.of(jdkClass));
    }
    return all;
  }

  @Override
  public List<HookFamily> families() {
    List<HookFamily> all = new ArrayList<>();
    all.add(new ExitFamily());
    all.add(new ThreadFamily());
    all.add(new CensusFamily());
    all.add(new MonitorFamily());
    all.add(new LockFamily());
    all.add(new QueueFamily());
    all.add(new StampedLockFamily());
    all.add(new SynchronizerFamily());
    all.add(new ExchangerFamily());
    all.add(new ParkFamily());
    all.add(new PoolFamily());
    all.add(new FutureFamily());
    all.add(new StageFamily());
    all.add(new ForkFamily());
    all.add(new SubtaskFamily());
    all.add(new LocalFamily());
    all.add(new ProcessFamily());
    all.add(new OutputFamily());
    all.add(new JmsFamily());
    if (controlled != null) {
      all.add(new FieldFamily(controlled));
      all.add(new ControlFamily(controlled, true));
    } else if (!watched.isEmpty()) {
      all.add(new FieldFamily(watched));
    }
    return all;
  }
}
