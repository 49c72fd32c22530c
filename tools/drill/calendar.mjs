// npm run drill -- calendar [--cases=N]: random questions to compiled calendars, answered a second time minute by minute from what
// Intl says the wall shows. Every answer has to be the same.
import { register } from 'node:module';

/** True when no answer differed. */
export async function calendar(args) {
  // Not before: the other drills run what is compiled.
  register('../sla/read-typescript.mjs', import.meta.url);
  const wanted = Number(args.find((each) => each.startsWith('--cases='))?.slice('--cases='.length) ?? 100_000);
  const fixture = new URL('../../libs/domain/src/time/oracle-drill.fixture.ts', import.meta.url);
  const { compareWithOracle, PLACES } = await import(fixture.href);
  const { cases, mismatches } = compareWithOracle({ cases: wanted, seed: 20_261_122, log: console.log });
  const zones = new Set(PLACES.map(([zone]) => zone));
  for (const mismatch of mismatches.slice(0, 20)) console.error(mismatch);
  console.log(`${cases} cases in ${zones.size} zones, ${mismatches.length} mismatches`);
  return mismatches.length === 0 && cases >= wanted;
}
