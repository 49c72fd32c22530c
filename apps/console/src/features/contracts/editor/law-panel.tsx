import { jurisdictionsOf, STATUTORY_JURISDICTIONS, type Terms } from '@daylight/domain';
import { Checkbox, Panel, Stack, Text } from '@daylight/web-ui';
import { useText } from '../../../app/text.js';
import type { SectionProps } from './section.js';

/** Whose law may ask for notices: named by the contract, or as the calendars' regions suggest. */
export function LawPanel({
  terms,
  change,
  replace,
}: Pick<SectionProps, 'terms' | 'change'> & { readonly replace: (terms: Terms) => void }) {
  const text = useText();
  const { jurisdictions: _named, ...others } = terms;
  const { agreed, codes } = jurisdictionsOf(terms);
  const toggle = (code: string, wanted: boolean): void =>
    change({
      jurisdictions: STATUTORY_JURISDICTIONS.filter((each) => (each === code ? wanted : codes.includes(each))),
    });
  return (
    <Panel title={text('editor.law')} description={text('editor.law.help')}>
      <Stack gap="s">
        <Checkbox
          label={text('editor.law.agreed')}
          checked={agreed}
          onChange={(wanted) =>
            wanted
              ? change({ jurisdictions: STATUTORY_JURISDICTIONS.filter((each) => codes.includes(each)) })
              : replace(others)
          }
        />
        {agreed ? (
          STATUTORY_JURISDICTIONS.map((code) => (
            <Checkbox
              key={code}
              label={text(`law.${code}`)}
              checked={codes.includes(code)}
              onChange={(wanted) => toggle(code, wanted)}
            />
          ))
        ) : (
          <Text look="small">{text('editor.law.byHolidays')}</Text>
        )}
      </Stack>
    </Panel>
  );
}
