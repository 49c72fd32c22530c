// What came in today without anybody opening a ticket: alerts of a source, a body that nobody can read, mail of strangers.
import { receiveMail, recipientOf, saveMailbox } from '@daylight/api-mail';
import { saveSource } from '@daylight/api-monitoring';
import { newId, tokenHash } from '@daylight/api-platform';
import { MINUTE, toIso } from '@daylight/domain';
import { expect } from './connections.mjs';

const ADDRESS = 'help@saebyeok.example';
/** Nothing is derived of it: the source is known by the key in its address, the mailbox has no password. */
const SETTING = { origin: 'https://daylight.example', secret: 'the demo keeps no secrets of its own' };

/** Nothing opens a ticket by itself below CRITICAL, so that there is something to triage. */
const SOURCE = {
  ...{
    name: '수원 공장 Prometheus',
    vendor: 'ALERTMANAGER',
    auth: 'KEY',
    grouping: 'LABELS',
    groupLabels: ['instance'],
  },
  ...{
    ticketFrom: 'CRITICAL',
    ticketLimit: 20,
    perMinute: 600,
    maxBytes: 262_144,
    active: true,
    heartbeatMinutes: null,
  },
};
const ALERTS = [
  {
    name: 'DiskWillFillIn4Hours',
    at: 'mes-db-01:9100',
    severity: 'high',
    ago: 52,
    words: '/var/lib/postgresql 4시간 안에 가득 참',
  },
  { name: 'HighLoad', at: 'mes-db-01:9100', severity: 'warning', ago: 47, words: '15분 평균 부하 22.4, 코어 16개' },
  {
    name: 'CertificateExpiresSoon',
    at: 'vpn.hanbit.example:443',
    severity: 'warning',
    ago: 31,
    words: '인증서 만료까지 6일',
  },
  { name: 'BackupJobSlow', at: 'backup-02:9100', severity: 'info', ago: 18, words: '증분 백업 3시간째 진행 중' },
];
const MAILS = [
  {
    from: '윤서준 <seojun@partner.example>',
    subject: '납품 시스템 접속이 안 됩니다',
    text: '안녕하세요, 한빛정밀 협력사 윤서준입니다.\n\n오늘 아침부터 납품 등록 화면에서 오류 502가 납니다. 확인 부탁드립니다.',
  },
  {
    from: 'Lena Fors <lena@nordlys.example>',
    subject: 'Scanner at gate 3 prints nothing',
    text: 'Hello,\n\nI started on Monday and was told to write here. The label scanner at gate 3 prints empty labels.\n\nLena',
  },
];

/** One source with what it sent and one mailbox with what came to it; the worker reads both once it starts. */
export async function makeIntake(daylight, { people, tenants }, services, now) {
  daylight.clock.set(now);
  const serviceItemId = services.WEB.id;
  const saved = await daylight.as(people.doyun, (tx) =>
    saveSource(tx, { ...SOURCE, tenantId: tenants.HBP, serviceItemId }, SETTING),
  );
  const key = new URL(expect(saved, 'AlertSourceSaved').url).pathname.split('/').at(-2);
  const bodies = [...ALERTS.map((alert) => JSON.stringify(firing(alert, now))), '{"status": "firing", "alerts": ['];
  await send(daylight, tokenHash(key), saved.source.version, bodies);
  const mailbox = { address: ADDRESS, tenantId: null, intake: 'SMTP', enabled: true, imap: null, serviceItemId };
  const taken = { type: 'INCIDENT', impact: 2, urgency: 2 };
  expect(
    await daylight.as(people.minji, (tx) => saveMailbox(tx, SETTING.secret, { ...mailbox, ...taken })),
    'MailboxSaved',
  );
  for (const [index, mail] of MAILS.entries()) await hand(daylight, mail, now - (40 - 25 * index) * MINUTE);
  daylight.clock.set(now);
}

/** A group of one alert, as Alertmanager writes it. */
function firing({ name, at, severity, ago, words }, now) {
  const labels = { alertname: name, instance: at, severity, job: 'node' };
  const startsAt = toIso(now - ago * MINUTE);
  const alert = { status: 'firing', labels, annotations: { summary: words }, startsAt, fingerprint: `demo-${name}` };
  return { version: '4', status: 'firing', receiver: 'daylight', groupLabels: { alertname: name }, alerts: [alert] };
}

/** Kept as the intake keeps what arrives. */
async function send(daylight, keyHash, version, bodies) {
  const rows = bodies.map((body) => ({
    ...{
      delivery_id: newId(),
      job_id: newId(),
      queue: 'intake',
      vendor: 'alertmanager',
      bytes: Buffer.byteLength(body),
    },
    ...{ content_type: 'application/json', headers: { 'user-agent': 'Alertmanager/0.27.0' } },
    ...{ reason: null, detail: null, replay_key: null },
  }));
  const values = [keyHash, version, JSON.stringify(rows), bodies.map((body) => Buffer.from(body))];
  const text = 'select intake_store($1, $2, $3, $4) as kept';
  const { rows: kept } = await daylight.app.withoutScope((client) => client.query(text, values));
  if (kept[0].kept !== 'STORED') throw new Error(`the demo's bodies were not kept: ${kept[0].kept}`);
}

/** Kept as the mail listener keeps what a mail server forwards. */
async function hand(daylight, { from, subject, text }, at) {
  daylight.clock.set(at);
  const encoded = (words) => `=?utf-8?B?${Buffer.from(words).toString('base64')}?=`;
  const [, name, address] = /^(.*) <(.*)>$/.exec(from);
  const head = [
    ...[`From: ${encoded(name)} <${address}>`, `To: ${ADDRESS}`, `Subject: ${encoded(subject)}`],
    ...[`Date: ${toIso(at)}`, `Message-ID: <${newId()}@${address.split('@')[1]}>`, 'MIME-Version: 1.0'],
    ...['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: base64'],
  ];
  const body = Buffer.from(text).toString('base64').replace(/.{76}/g, '$&\r\n');
  const raw = Buffer.from([...head, '', body, ''].join('\r\n'));
  const to = await recipientOf(daylight.worker, SETTING.secret, ADDRESS);
  await receiveMail(daylight.worker, to, { raw, envelopeFrom: address, toAddress: ADDRESS });
}
