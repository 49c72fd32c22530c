import {
  ADDRESS_COLUMNS,
  addressFits,
  CONTENT_COLUMNS,
  GENESIS,
  linkHash,
  type EntryContent,
  type ErasableAddress,
  type SealFormat,
} from './link.js';

const PAGE = 2_000;

/** A seal with its entry; the entry's columns are null where it is gone. */
export type SealRow = Seal & ((EntryContent & ErasableAddress) | { readonly entry_id: null });

interface Seal {
  readonly seq: number;
  readonly sealed_entry_id: string;
  readonly hash: Buffer;
  readonly format: SealFormat;
}

/** How verification asks: $1 provider, and for pages $2 after which seq. Works under a scope and as the owner. */
export const SEALS_AFTER = `select s.seq::double precision as seq, s.entry_id as sealed_entry_id, s.hash, s.format,
    ${CONTENT_COLUMNS}, ${ADDRESS_COLUMNS}
  from audit_seal s left join audit_entry e on e.provider_id = s.provider_id and e.entry_id = s.entry_id
  where s.provider_id = $1 and s.seq > $2 order by s.seq limit ${PAGE}`;
/** $1 provider. `stray`: neither sealed nor waiting for it, so it came past the trigger that every insert runs. */
export const UNSEALED = `select count(*)::integer as unsealed, count(*) filter (where u.stray)::integer as stray,
    (array_agg(u.entry_id order by u.at, u.entry_id) filter (where u.stray))[1] as first_entry_id,
    (extract(epoch from min(u.at) filter (where u.stray)) * 1000)::double precision as first_at_ms
  from (
    select e.entry_id, e.at, not exists (
      select 1 from audit_pending p where p.provider_id = e.provider_id and p.entry_id = e.entry_id) as stray
    from audit_entry e where e.provider_id = $1
      and not exists (select 1 from audit_seal s where s.provider_id = e.provider_id and s.entry_id = e.entry_id)) u`;

export interface UnsealedRow {
  readonly unsealed: number;
  readonly stray: number;
  readonly first_entry_id: string | null;
  readonly first_at_ms: number | null;
}

/** Where the rows come from. */
export interface ChainReader {
  sealsAfter(seq: number): Promise<readonly SealRow[]>;
  unsealed(): Promise<UnsealedRow>;
}

/** The end of a chain; `hash` lower-case hex. */
export interface ChainHead {
  readonly seq: number;
  readonly hash: string;
}

export type ChainFault = 'ENTRY_ALTERED' | 'ENTRY_MISSING' | 'SEAL_MISSING' | 'NEVER_SEALED' | 'HEAD_DIFFERS';

export type ChainVerdict =
  | { readonly kind: 'intact'; readonly entries: number; readonly head: ChainHead | null; readonly unsealed: number }
  | {
      readonly kind: 'broken';
      readonly fault: ChainFault;
      readonly seq: number | null;
      readonly entryId: string | null;
      /** UTC ms of the entry; null when it is gone. */
      readonly at: number | null;
    };

type Broken = Extract<ChainVerdict, { kind: 'broken' }>;

/** What is wrong with one link, given the end of the chain before it. */
function faultOf(row: SealRow, previous: { readonly seq: number; readonly hash: Buffer }): Broken | null {
  const at = row.entry_id === null ? null : row.at_ms;
  const broken = (fault: ChainFault): Broken => ({
    kind: 'broken',
    fault,
    seq: fault === 'SEAL_MISSING' ? previous.seq + 1 : row.seq,
    entryId: row.sealed_entry_id,
    at,
  });
  if (row.seq !== previous.seq + 1) return broken('SEAL_MISSING');
  if (row.entry_id === null) return broken('ENTRY_MISSING');
  if (!linkHash(previous.hash, row.seq, row, row.format).equals(row.hash)) return broken('ENTRY_ALTERED');
  return row.format === 1 || addressFits(row) ? null : broken('ENTRY_ALTERED');
}

/**
 * Recomputes the whole chain and names the first link that isn't as it was sealed. Whoever rewrites everything from some
 * entry on can't be told by the chain alone: pass a head that was noted earlier.
 */
export async function verifyChain(reader: ChainReader, noted: ChainHead | null = null): Promise<ChainVerdict> {
  let end: { readonly seq: number; readonly hash: Buffer } = { seq: 0, hash: GENESIS };
  for (let page = await reader.sealsAfter(0); page.length > 0; page = await reader.sealsAfter(end.seq)) {
    for (const row of page) {
      const fault = faultOf(row, end);
      if (fault !== null) return fault;
      end = { seq: row.seq, hash: row.hash };
      if (noted?.seq === row.seq && noted.hash !== row.hash.toString('hex')) return headDiffers(row.seq, row);
    }
  }
  if (noted !== null && noted.seq > end.seq) return headDiffers(noted.seq, null);
  const waiting = await reader.unsealed();
  if (waiting.stray > 0) {
    const { first_entry_id: entryId, first_at_ms: at } = waiting;
    return { kind: 'broken', fault: 'NEVER_SEALED', seq: null, entryId, at };
  }
  const head = end.seq === 0 ? null : { seq: end.seq, hash: end.hash.toString('hex') };
  return { kind: 'intact', entries: end.seq, head, unsealed: waiting.unsealed };
}

function headDiffers(seq: number, row: SealRow | null): Broken {
  const at = row === null || row.entry_id === null ? null : row.at_ms;
  return { kind: 'broken', fault: 'HEAD_DIFFERS', seq, entryId: row?.sealed_entry_id ?? null, at };
}

/** A head as people note it, `seq:hash`; null when the text is none. */
export function parseHead(text: string): ChainHead | null {
  const parts = /^([1-9]\d{0,15}):([0-9a-f]{64})$/.exec(text.trim());
  const [, seq, hash] = parts ?? [];
  return seq === undefined || hash === undefined ? null : { seq: Number(seq), hash };
}
