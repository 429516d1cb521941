package interleave.exchange.perfetto;

/**
 * What is called how on a machine, and which tracks it has: each has numbers of its own.
 *
 * @param kernel takes what the file says of its processes and threads
 */
record MachineNames(ThreadNames threads, Tracks tracks, KernelNames kernel) {
  static MachineNames of(Limits limits) {
    ThreadNames threads = new ThreadNames(limits);
    return new MachineNames(threads, new Tracks(limits), new KernelNames(threads));
  }
}
