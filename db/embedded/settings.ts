/** For one small machine. What was acknowledged survives a crash: neither `fsync` nor `synchronous_commit` is eased. */
const usual = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "100",
  shared_buffers: "128MB",
  fsync: "on",
  synchronous_commit: "on",
  timezone: "UTC",
  log_timezone: "UTC",
  // What a failed query was sent with, and the row that it ran into, may be somebody's address.
  log_error_verbosity: "terse",
  log_parameter_max_length_on_error: "0",
  cluster_name: "carillon",
  jit: "off",
};

/** The server's settings as `name=value`, given on its command line so that a new release can change them. */
export function serverSettings({ durable }: { durable: boolean }): string[] {
  const eased = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };
  return Object.entries({ ...usual, ...(durable ? {} : eased) }).map(([name, value]) => `${name}=${value}`);
}
