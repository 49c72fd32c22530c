import {
  inputRefused,
  isId,
  notFoundResult,
  textProblems,
  type InputRefused,
  type NotFound,
} from '@daylight/api-calendars';
import { enqueue, recordAudit, statement, timestamp, type DeliveryHandler, type Tx } from '@daylight/api-database';
import { newId, type StaffScope } from '@daylight/api-platform';
import * as v from 'valibot';
import { TEST_MESSAGE } from '../messages.js';
import { throughGateway, type DeskSetting } from './channel-desk.js';
import { gatewayById } from './gateway-row.js';
import { gatewayRow } from './gateway-view.js';

export const GATEWAY_TEST_QUEUE = 'gateway-test';

const ADD = statement(
  'gateway-test-add',
  `insert into gateway_message (provider_id, message_id, gateway_id, is_test, address, state, created_at)
   values ($1, $2, $3, true, $4, 'QUEUED', $5)`,
);
const TEST = statement<{ gateway_id: string; address: string }>(
  'gateway-test',
  `select gateway_id, address from gateway_message where provider_id = $1 and message_id = $2 and is_test and state = 'QUEUED'`,
);
const FAIL = statement(
  'gateway-test-fail',
  `update gateway_message set state = 'FAILED', last_error = left($3, 500) where provider_id = $1 and message_id = $2 and state = 'QUEUED'`,
);

/** Sends a message that says it is a test, through this gateway whether it is in use or not. */
export async function testGateway(
  tx: Tx<StaffScope>,
  { gatewayId, address }: { readonly gatewayId: string; readonly address: string },
): Promise<{ readonly __typename: 'GatewayTestQueued'; readonly gatewayMessageId: string } | InputRefused | NotFound> {
  if (!isId(gatewayId) || (await gatewayRow(tx, gatewayId)) === null) return notFoundResult('gateway');
  const problems = textProblems(address, { path: 'address', max: 500, language: tx.scope.language });
  if (problems.length > 0) return inputRefused(problems);
  const messageId = newId();
  await tx.query(ADD, [tx.scope.providerId, messageId, gatewayId, address.trim(), timestamp(tx.now)]);
  const payload = { messageId, language: tx.scope.language };
  await enqueue(tx, [{ queue: GATEWAY_TEST_QUEUE, tenantId: null, payload, runAt: null, dedupeKey: messageId }]);
  await recordAudit(tx, { action: 'gateway.test', objectType: 'gateway', objectId: gatewayId, tenantId: null });
  return { __typename: 'GatewayTestQueued', gatewayMessageId: messageId };
}

const payload = v.object({ messageId: v.pipe(v.string(), v.uuid()), language: v.picklist(['ko', 'en']) });

/** Queue `gateway-test`: one attempt, whose answer is shown to whoever waits for it. */
export function gatewayTestHandler(setting: DeskSetting): DeliveryHandler {
  return {
    queue: GATEWAY_TEST_QUEUE,
    prepare: async (tx, job) => {
      const { messageId, language } = v.parse(payload, job.payload);
      const [row] = await tx.query(TEST, [tx.scope.providerId, messageId]);
      const gateway = row === undefined ? null : await gatewayById(tx, row.gateway_id, setting.secret);
      if (row === undefined || gateway === null) {
        await tx.query(FAIL, [tx.scope.providerId, messageId, 'NO_GATEWAY']);
        return null;
      }
      const text = TEST_MESSAGE[language];
      const about = { number: 'TEST-1', priority: 'P1', subject: text, client: 'Daylight', link: setting.origin };
      const values = { ...about, text, name: '', language };
      const message = { id: messageId, tenantId: null, address: row.address, values, isTest: true };
      const send = throughGateway(tx, gateway, message, setting);
      return {
        deliver: async () => {
          const { keep } = await send();
          return async (after) => {
            await keep(after);
            return { kind: 'done' };
          };
        },
      };
    },
    onDead: async (tx, job, error) => {
      await tx.query(FAIL, [tx.scope.providerId, v.parse(payload, job.payload).messageId, error]);
    },
  };
}
