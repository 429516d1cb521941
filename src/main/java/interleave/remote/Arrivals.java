package interleave.remote;

import interleave.event.EventKind;
import interleave.event.Recorder;
import interleave.event.Recording;
import interleave.event.RefusedSegmentException;
import interleave.event.TracedRuntime;
import interleave.words.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * What becomes of the messages of shippers: segments of the run's recording, and answers. Who sends
 * is believed nothing; what makes no sense is left out, and said once of each. One thread; no clock
 * of its own.
 */
final class Arrivals implements AutoCloseable {
  private static final Words WORDS = Words.of("remote");

  /** So many bytes may be under way in all: a broker has little memory. */
  private static final int CREDIT = 16 << 20;

  private static final int MOST_CREDIT = 1 << 20;
  private static final int LEAST_CREDIT = 16 << 10;
  private static final int MOST_SENDERS = 4096;

  /** The more send, the longer each gathers: so the broker has not more messages to carry. */
  private static final int SHORTEST_PACE_MS = 50;

  private static final int LONGEST_PACE_MS = 1000;

  /** So often each is asked for the time, and with many the less often. */
  private static final long QUESTIONS = TimeUnit.SECONDS.toNanos(1);

  /** While they are few each is asked more often at first, until that has been so often. */
  private static final long SOON = TimeUnit.MILLISECONDS.toNanos(50);

  private static final int EAGER = 40;
  private static final int FEW = 32;

  private static final long QUESTIONS_EACH = TimeUnit.MILLISECONDS.toNanos(5);

  /** After so long there comes no answer. */
  private static final long LONGEST_ANSWER = TimeUnit.SECONDS.toNanos(5);

  /** By how much an uncertainty has to change to be told. */
  private static final double TOLD = 0.1;

  /** A machine. */
  private static final class Host {
    final int number;
    final String name;

    /** What was told of it, by shipper. */
    final Map<Long, Long> uncertainties = new HashMap<>();

    long told;

    Host(int number, String name) {
      this.number = number;
      this.name = name;
    }
  }

  private final Recording recording;
  private final Recorder recorder;
  private final String ownName;
  private final Mail mail;
  private final long begin;
  private final BatchReading reading = new BatchReading();
  private final Map<Long, RemoteSender> senders = new LinkedHashMap<>();
  private final Map<String, Host> hosts = new HashMap<>();
  private final List<Host> numbered = new ArrayList<>();
  private boolean full;

  /** Before that nobody is to be asked. */
  private long soonest = Long.MIN_VALUE;

  /**
   * @param ownName of this machine
   * @param begin when the run began
   */
  Arrivals(Recording recording, String ownName, long begin, Mail mail) {
    this.recording = recording;
    this.recorder = Recorder.open(recording.folder(), TracedRuntime.ENGINE);
    this.ownName = ownName;
    this.begin = begin;
    this.mail = mail;
  }

  /** How many shippers there are. */
  int size() {
    return senders.size();
  }

  /** A message has come. */
  void heard(byte[] bytes, long now) throws IOException {
    Message message = Message.parse(bytes);
    if (message == null) {
      return;
    }
    if (message instanceof Message.Hello hello) {
      begins(hello, now);
    }
    RemoteSender sender = senders.get(message.shipper());
    if (sender == null) {
      return;
    }
    switch (message) {
      case Message.Hello _ -> grant(sender);
      case Message.Batch batch -> batch(sender, batch, now);
      case Message.Answer answer -> answered(sender, answer, now);
      case Message.Farewell farewell -> ends(sender, farewell);
      case Message.Question _, Message.Grant _ -> refuse(sender, WORDS.get("refused.message"));
    }
  }

  private void begins(Message.Hello hello, long now) {
    if (senders.containsKey(hello.shipper())) {
      return;
    }
    if (senders.size() >= MOST_SENDERS) {
      if (!full) {
        full = true;
        recorder.note(WORDS.get("too-many", MOST_SENDERS));
      }
      return;
    }
    if (hosts.isEmpty()) {
      tell(new Host(0, ownName), 0, now);
    }
    Host host = hosts.get(hello.place());
    if (host == null) {
      host = new Host(hosts.size() + 1, hello.name());
      hosts.put(hello.place(), host);
      numbered.add(host);
    }
    RemoteSender sender =
        new RemoteSender(recording, hello.shipper(), host.number, senders.size(), begin);
    sender.due = now;
    due(now);
    senders.put(hello.shipper(), sender);
  }

  private void tell(Host host, long uncertainty, long time) {
    recorder
        .log()
        .textAt(EventKind.HOST, 0, host.number, 0, uncertainty, Math.max(begin, time), host.name);
  }

  private void batch(RemoteSender sender, Message.Batch batch, long now) throws IOException {
    if (batch.number() == sender.next && sender.clock.isKnown()) {
      sender.next++;
      List<BatchReading.Part> parts = reading.read(batch.parts());
      if (parts == null) {
        refuse(sender, WORDS.get("refused.batch"));
      } else {
        take(sender, parts, now);
      }
    }
    grant(sender);
  }

  private void take(RemoteSender sender, List<BatchReading.Part> parts, long now)
      throws IOException {
    try {
      long oldest = sender.take(parts, now);
      long uncertainty = oldest == Long.MAX_VALUE ? 0 : sender.clock.uncertainty(oldest);
      if (uncertainty > host(sender).told) { // it is from before the last exchanges
        uncertain(sender, oldest, uncertainty, now);
      }
    } catch (RefusedSegmentException e) {
      refuse(sender, WORDS.get("refused.segment"));
    }
  }

  private void refuse(RemoteSender sender, String why) {
    if (!sender.refused) {
      sender.refused = true;
      recorder.note(WORDS.get("refused", host(sender).name, why));
    }
  }

  private Host host(RemoteSender sender) {
    return numbered.get(sender.host - 1);
  }

  private void answered(RemoteSender sender, Message.Answer answer, long now) throws IOException {
    if (answer.asked() != sender.asked || sender.asked == 0) {
      return;
    }
    sender.asked = 0;
    boolean known = sender.clock.isKnown();
    sender.clock.exchanged(answer.asked(), answer.received(), answer.answered(), now);
    if (!sender.clock.isKnown()) {
      sender.due = now;
      due(now);
      return;
    }
    sender.due =
        now + (senders.size() <= FEW && sender.clock.exchanges() < EAGER ? SOON : interval());
    due(sender.due);
    long until = (long) (interval() * ClockRelation.DRIFT);
    uncertain(sender, answer.answered(), sender.clock.uncertainty(answer.answered()) + until, now);
    if (!known) {
      grant(sender);
    }
  }

  /** How far a host's times may be off is that of the worst of its shippers. */
  private void uncertain(RemoteSender sender, long there, long uncertainty, long now) {
    Host host = host(sender);
    host.uncertainties.put(sender.shipper, uncertainty);
    long all = host.uncertainties.values().stream().reduce(0L, Math::max);
    if (host.told == 0 || Math.abs(all - host.told) > host.told * TOLD) {
      host.told = all;
      tell(host, all, Math.min(now, sender.clock.here(there)));
    }
  }

  private long interval() {
    return Math.max(QUESTIONS, senders.size() * QUESTIONS_EACH);
  }

  private void ends(RemoteSender sender, Message.Farewell farewell) {
    if (farewell.unsent() > 0) {
      recorder.note(WORDS.get("unsent", host(sender).name, farewell.unsent() >> 10));
    }
    sender.due = Long.MAX_VALUE;
  }

  private void grant(RemoteSender sender) throws IOException {
    int credit =
        sender.clock.isKnown() ? Math.clamp(CREDIT / senders.size(), LEAST_CREDIT, MOST_CREDIT) : 0;
    int pace = Math.clamp(senders.size(), SHORTEST_PACE_MS, LONGEST_PACE_MS);
    Message grant = new Message.Grant(sender.shipper, sender.next, credit, pace);
    mail.send(Mail.of(sender.shipper), grant.encode());
  }

  /** Asks for the time whom it is time to ask; returns when that will be the next time. */
  long ask(LongSupplier clock) throws IOException {
    if (clock.getAsLong() < soonest) {
      return soonest;
    }
    soonest = Long.MAX_VALUE;
    for (RemoteSender sender : senders.values()) {
      long now = clock.getAsLong();
      boolean waits = sender.asked != 0 && now - sender.asked < LONGEST_ANSWER;
      if (sender.due <= now && !waits) {
        sender.asked = now;
        Message question = new Message.Question(sender.shipper, now);
        mail.send(Mail.of(sender.shipper), question.encode());
        waits = true;
      }
      due(waits ? sender.asked + LONGEST_ANSWER : sender.due);
    }
    return soonest;
  }

  private void due(long time) {
    soonest = Math.min(soonest, time);
  }

  /** Nothing more comes. */
  @Override
  public void close() {
    long lost = senders.values().stream().mapToLong(RemoteSender::lost).sum();
    if (lost > 0) {
      recorder.note(WORDS.get("no-room", lost));
    }
    reading.close();
  }
}
