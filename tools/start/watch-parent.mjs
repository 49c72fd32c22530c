// Preloaded into supervised processes: when the supervisor is gone (kill -9), asks this process to stop as usual.
const supervisor = process.ppid;
setInterval(() => {
  if (process.ppid !== supervisor) process.kill(process.pid, 'SIGTERM');
}, 1000).unref();
