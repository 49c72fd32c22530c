import type { CreditTier, Language } from '@daylight/domain';
import { sayPpm } from '@daylight/text';
import { Table, useLanguage } from '@daylight/web-ui';
import { useText } from '../text.js';

/** The steps of a credit ladder, the best figure first. */
export function Ladder({ tiers, name }: { readonly tiers: readonly CreditTier[]; readonly name: string }) {
  const text = useText();
  const language: Language = useLanguage();
  const sorted = [...tiers].sort((a, b) => b.fromPpm - a.fromPpm);
  return (
    <Table
      caption={text('promise.ladder', { name })}
      head={[text('promise.tier.from'), text('promise.tier.below'), text('promise.tier.credit')]}
      rows={sorted.map(({ fromPpm, belowPpm, creditPpm }) =>
        [fromPpm, belowPpm, creditPpm].map((ppm) => sayPpm(ppm, language)),
      )}
      figures={[0, 1, 2]}
    />
  );
}
