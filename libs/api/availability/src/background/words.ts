import { statement, type Tx } from '@daylight/api-database';
import { toIso, type Instant } from '@daylight/domain';

type Words = Readonly<Record<string, string>>;

interface Named {
  readonly service_ko: string;
  readonly service_en: string;
  readonly zone: string;
}

interface OutageWords extends Named {
  readonly title_ko: string;
  readonly title_en: string;
  readonly state: string;
  readonly started_at: Instant;
  readonly ended_at: Instant | null;
  readonly from_signals: boolean;
  readonly service_item_id: string;
  readonly stage: string | null;
  readonly text_ko: string | null;
  readonly text_en: string | null;
}

const OUTAGE = statement<OutageWords>(
  'words-outage',
  `select i.name_ko as service_ko, i.name_en as service_en, reporting_zone(o.provider_id, o.tenant_id) as zone, o.title_ko, o.title_en, o.state, o.started_at,
     o.ended_at, o.from_signals, o.service_item_id, u.stage, u.body_ko as text_ko, u.body_en as text_en
   from outage o join service_item i on i.provider_id = o.provider_id and i.service_item_id = o.service_item_id
   left join outage_update u on u.provider_id = o.provider_id and u.update_id = $3::uuid
   where o.provider_id = $1 and o.outage_id = $2`,
);
const EXCLUSION = statement<Named & { from_at: Instant; to_at: Instant }>(
  'words-exclusion',
  `select i.name_ko as service_ko, i.name_en as service_en, reporting_zone(x.provider_id, x.tenant_id) as zone, x.from_at, x.to_at
   from exclusion x join service_item i on i.provider_id = x.provider_id and i.service_item_id = x.service_item_id
   where x.provider_id = $1 and x.exclusion_id = $2`,
);
const CREDIT = statement<Named & { period_key: string; amount_minor: string; currency: string }>(
  'words-credit',
  `select i.name_ko as service_ko, i.name_en as service_en, reporting_zone(c.provider_id, c.tenant_id) as zone, f.period_key,
     c.amount_minor::text as amount_minor, c.currency
   from credit c join availability_figure f on f.provider_id = c.provider_id and f.figure_id = c.figure_id
   join service_item i on i.provider_id = f.provider_id and i.service_item_id = f.service_item_id
   where c.provider_id = $1 and c.credit_id = $2`,
);

const named = ({ service_ko: serviceKo, service_en: serviceEn, zone }: Named): Words => ({
  serviceKo,
  serviceEn,
  zone,
});
const stretch = (from: Instant, to: Instant | null): Words => ({
  from: toIso(from),
  ...(to === null ? {} : { to: toIso(to) }),
});

/** An outage in words, with the update that is told of; null: there is none. */
export async function outageWords(tx: Tx, outageId: string, updateId: string | null) {
  const [row] = await tx.query(OUTAGE, [tx.scope.providerId, outageId, updateId]);
  if (row === undefined) return null;
  const text = row.text_ko === null ? {} : { textKo: row.text_ko, textEn: row.text_en ?? row.text_ko };
  const words: Words = {
    ...{ ...named(row), titleKo: row.title_ko, titleEn: row.title_en, state: row.state, ...text },
    ...stretch(row.started_at, row.ended_at),
    ...(row.stage === null ? {} : { stage: row.stage }),
  };
  return { words, fromSignals: row.from_signals, serviceItemId: row.service_item_id };
}

export async function exclusionWords(tx: Tx, exclusionId: string): Promise<Words | null> {
  const [row] = await tx.query(EXCLUSION, [tx.scope.providerId, exclusionId]);
  return row === undefined ? null : { ...named(row), ...stretch(row.from_at, row.to_at) };
}

export async function creditWords(tx: Tx, creditId: string): Promise<Words | null> {
  const [row] = await tx.query(CREDIT, [tx.scope.providerId, creditId]);
  if (row === undefined) return null;
  return { ...named(row), period: row.period_key, amountMinor: row.amount_minor, currency: row.currency };
}
