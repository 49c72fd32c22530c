// Loaded into an importer before its own code: on its end it tells, on file descriptor 3, what it took since its first word.
// Taken within: looked at from outside, a busy machine lets the beginning slip past, and the smaller run seems the cheaper.
import fs from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const now = () => {
  const { user, system } = process.cpuUsage();
  return { ms: performance.now(), cpuMs: (user + system) / 1_000 };
};

if (isMainThread) {
  let begun = null;
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = (...args) => {
    begun ??= now();
    return write(...args);
  };
  process.once('exit', () => {
    const ended = now();
    const took = begun === null ? null : { ms: ended.ms - begun.ms, cpuMs: ended.cpuMs - begun.cpuMs };
    // Not `maxRSS`: that begins with what the process that started us held.
    const peak = /^VmHWM:\s+(\d+) kB$/m.exec(fs.readFileSync('/proc/self/status', 'utf8'));
    const peakMb = Math.round(Number(peak?.[1] ?? 0) / 1_024);
    fs.writeSync(3, JSON.stringify({ ...took, peakMb }));
  });
}
