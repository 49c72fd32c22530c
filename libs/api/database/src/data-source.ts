import { DataSource, type EntityTarget, type ObjectLiteral } from 'typeorm';
import { GatheringSocket } from './gathering-socket.js';
import { types } from './types.js';

export interface DatabaseOptions {
  /** Connection of an unprivileged login role: `daylight_app` or `daylight_worker`. */
  readonly url: string;
  readonly poolSize: number;
  readonly entities: readonly EntityTarget<ObjectLiteral>[];
  readonly applicationName: string;
  /** Called when an idle connection is lost; the pool replaces it by itself. */
  readonly onConnectionLost: (error: Error) => void;
}

/** TypeORM as a table gateway: no synchronize, no migrations, no lazy or eager relations. */
export function createDataSource(options: DatabaseOptions): DataSource {
  return new DataSource({
    type: 'postgres',
    url: options.url,
    entities: options.entities.flatMap((entity) => (typeof entity === 'function' ? [entity] : [])),
    synchronize: false,
    poolSize: options.poolSize,
    poolErrorHandler: options.onConnectionLost,
    applicationName: options.applicationName,
    installExtensions: false,
    extra: {
      types,
      pipeline: true,
      stream: () => new GatheringSocket(),
      // Half-open connections are noticed (R5); a statement that hangs doesn't hold a connection for ever.
      keepAlive: true,
      statement_timeout: 30_000,
      idle_in_transaction_session_timeout: 60_000,
      connectionTimeoutMillis: 10_000,
      options: '-c timezone=UTC -c jit=off',
    },
  });
}
