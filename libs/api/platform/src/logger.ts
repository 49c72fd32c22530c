import { pino, type Logger } from 'pino';
import type { Config } from './config.js';

export type { Logger } from 'pino';

/** Structured log on standard output, one JSON object a line. Secrets and cookies never enter it. */
export function createLogger(config: Pick<Config, 'DAYLIGHT_LOG'>, process: 'api' | 'worker'): Logger {
  return pino({
    level: config.DAYLIGHT_LOG,
    base: { process },
    redact: ['req.headers.cookie', 'req.headers.authorization', '*.password', '*.token'],
  });
}
