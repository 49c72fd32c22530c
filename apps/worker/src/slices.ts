import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { JobHandler, LongHandler, QueueHandler, Subscriber } from '@daylight/api-database';
import {
  channelDesk,
  gatewayTestHandler,
  OUTBOUND_LIMITS,
  reportHandler,
  webhookHandler,
  webhookSubscriber,
} from '@daylight/api-channels';
import {
  availabilityKeepHandler,
  availabilityTellings,
  followAlerts,
  keepOnChange,
  maintenanceAt,
  maintenanceEndHandler,
  noticeSubscribers,
  outageSettleHandler,
} from '@daylight/api-availability';
import { contractTimerHandler } from '@daylight/api-contracts';
import { contractEntities } from '@daylight/api-contracts/entities';
import {
  channelHandler,
  coverageHandler,
  escalationSubscribers,
  startHandler,
  stepHandler,
} from '@daylight/api-escalation';
import { entities as fileEntities } from '@daylight/api-files/entities';
import { handleImport, IMPORT_QUEUE } from '@daylight/api-importing';
import { kpiCheckHandler, kpiKeepHandler } from '@daylight/api-kpi';
import {
  addressOf,
  composeHandler,
  inboundHandler,
  mailboxTestHandler,
  mailReader,
  releaseHandler,
  retimeHeldMails,
  sendHandler,
  smtpTransport,
} from '@daylight/api-mail';
import { mailEntities } from '@daylight/api-mail/entities';
import { httpsFetcher, intakeHandler, settleHandler, silenceHandler, snsHandler } from '@daylight/api-monitoring';
import { notificationSubscribers } from '@daylight/api-notifications';
import type { Config } from '@daylight/api-platform';
import { pdfRenderer, reviewPdfHandler, reviewSubscribers } from '@daylight/api-reviews';
import { handleTicketTimer, refreshOnHoliday, TICKET_TIMER_QUEUE } from '@daylight/api-tickets';
import { entities as ticketEntities } from '@daylight/api-tickets/entities';
import type { EntityTarget, ObjectLiteral } from 'typeorm';
import * as v from 'valibot';
import { outboxRelay, subscriberRunner } from './outbox/relay.js';

const folderOf = (name: string) => dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));

/** What the PDF renderer can subset: Pretendard as TrueType, and the slices of Noto Sans KR for Han characters. */
const FONTS = {
  pretendard: join(folderOf('pretendard'), 'dist/public/static/alternative'),
  noto: folderOf('@fontsource/noto-sans-kr'),
};

/** What a feature brings to the worker: jobs it can do, events it waits for, its tables. One line each. */
export interface Slice {
  readonly handlers?: readonly QueueHandler[];
  readonly subscribers?: readonly Subscriber[];
  readonly entities?: readonly EntityTarget<ObjectLiteral>[];
}

/** The program of the thread that reads mail: as it was written, as it was compiled, as it was bundled. */
const MAIL_THREAD = ['./mail-thread.ts', './mail-thread.js', './mail-thread/mail-thread.js'].map(
  (file) => new URL(file, import.meta.url),
);

function mailSlice(config: Config): Slice {
  const { SMTP_URL, DAYLIGHT_MAIL_FROM: from, DAYLIGHT_SECRET: secret } = config;
  const transport = SMTP_URL === undefined ? null : smtpTransport(SMTP_URL, from);
  const link = { secret, origin: config.DAYLIGHT_ORIGIN.replace(/\/+$/, '') };
  const program = MAIL_THREAD.find((file) => existsSync(file));
  if (program === undefined) throw new Error('the program that reads mail is missing: build the worker');
  const inbound = inboundHandler({
    reader: mailReader({ program }),
    secret,
    ownAddress: addressOf(from).toLowerCase(),
  });
  const send = sendHandler(transport, { ...link, domain: config.DAYLIGHT_REPLY_DOMAIN ?? null });
  const handlers = [composeHandler(link), releaseHandler(link), send, inbound, mailboxTestHandler(link)];
  return { handlers, subscribers: [retimeHeldMails], entities: mailEntities };
}

/** Where webhooks and gateways may lie, and what addresses and secrets are sealed with. */
function outboundSetting(config: Config) {
  const { DAYLIGHT_ORIGIN: origin, DAYLIGHT_SECRET: secret, DAYLIGHT_OUTBOUND_NETWORKS: networks } = config;
  return { origin, secret, limits: { ...OUTBOUND_LIMITS, networks } };
}

function channelsSlice(config: Config): Slice {
  const setting = outboundSetting(config);
  const handlers = [webhookHandler(setting), gatewayTestHandler(setting), reportHandler];
  return { handlers, subscribers: [webhookSubscriber(setting)] };
}

/** Mail needs no gateway; a channel without one is a delivery that failed, for everybody to see. */
function escalationSlice(config: Config): Slice {
  const setting = { origin: config.DAYLIGHT_ORIGIN, secret: config.DAYLIGHT_SECRET };
  const calls = channelHandler({ desk: channelDesk(outboundSetting(config)), setting });
  const handlers = [startHandler, stepHandler(setting), calls, coverageHandler(setting)];
  return { handlers, subscribers: escalationSubscribers };
}

const ticketTarget = v.object({ ticketId: v.pipe(v.string(), v.uuid()) });

const ticketTimers: JobHandler = {
  queue: TICKET_TIMER_QUEUE,
  handle: (tx, job) => handleTicketTimer(tx, v.parse(ticketTarget, job.payload)),
};

const importTarget = v.object({ runId: v.pipe(v.string(), v.uuid()) });

const importing: LongHandler = {
  queue: IMPORT_QUEUE,
  run: async (work, job, signal) => {
    const { providerId, tenantId } = job;
    const { runId } = v.parse(importTarget, job.payload);
    if (tenantId !== null) await handleImport(work, { providerId, tenantId, runId }, signal);
  },
};

/** While announced work goes on, alerts are held (D-MON-2). */
const intake = { maintenanceAt };

function availabilitySlice({ DAYLIGHT_ORIGIN: origin }: Config): Slice {
  return {
    handlers: [availabilityKeepHandler, outageSettleHandler, maintenanceEndHandler],
    subscribers: [keepOnChange, followAlerts, ...availabilityTellings, ...noticeSubscribers({ origin })],
  };
}

/** Every feature with background work. */
export function slicesOf(config: Config): readonly Slice[] {
  return [
    { handlers: [contractTimerHandler], entities: contractEntities },
    { entities: fileEntities },
    { handlers: [ticketTimers], subscribers: [refreshOnHoliday], entities: ticketEntities },
    { handlers: [importing] },
    { subscribers: notificationSubscribers },
    mailSlice(config),
    channelsSlice(config),
    escalationSlice(config),
    { handlers: [intakeHandler(intake), snsHandler(httpsFetcher, intake), silenceHandler(intake), settleHandler] },
    availabilitySlice(config),
    { handlers: [kpiCheckHandler, kpiKeepHandler] },
    { handlers: [reviewPdfHandler(pdfRenderer(FONTS))], subscribers: reviewSubscribers },
  ];
}

/** Handlers by queue, the relay of the outbox among them. Throws when two features claim one queue. */
export function handlersOf(slices: readonly Slice[]): ReadonlyMap<string, QueueHandler> {
  const subscribers = slices.flatMap((slice) => slice.subscribers ?? []);
  const handlers = [
    outboxRelay(subscribers),
    subscriberRunner(subscribers),
    ...slices.flatMap((slice) => slice.handlers ?? []),
  ];
  const byQueue = new Map(handlers.map((handler) => [handler.queue, handler]));
  if (byQueue.size !== handlers.length) throw new Error('two handlers claim one queue');
  return byQueue;
}
