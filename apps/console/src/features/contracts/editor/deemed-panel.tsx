import type { DeemedConsentTerms, Terms } from '@daylight/domain';
import { useLocal } from '@daylight/web-app';
import { Checkbox, Grid, Panel, Select, Stack } from '@daylight/web-ui';
import { useText } from '../../../app/text.js';
import { messageAt } from '../../forms/field-problems.js';
import { NumberField } from '../../forms/number-field.js';
import type { SectionProps } from './section.js';

const THREE_DAYS = 3;

/** When the client's silence counts as its consent: never, unless both agree on it here (D-SLA-8, D-CON-4). */
export function DeemedPanel({
  terms,
  change,
  problems,
  replace,
}: SectionProps & { readonly replace: (terms: Terms) => void }) {
  const text = useText();
  const local = useLocal();
  const { deemedConsent, ...others } = terms;
  const { calendars } = others;
  const set = (part: Partial<DeemedConsentTerms>): void => {
    if (deemedConsent !== undefined) change({ deemedConsent: { ...deemedConsent, ...part } });
  };
  const at = (path: string): string | null => messageAt(problems, `terms.deemedConsent${path}`);
  const calendar = calendars.find(({ kind }) => kind === 'WEEKLY') ?? calendars[0];
  return (
    <Panel title={text('editor.deemed')} description={text('editor.deemed.help')}>
      <Stack gap="s">
        <Checkbox
          label={text('editor.deemed.wanted')}
          checked={deemedConsent !== undefined}
          onChange={(wanted) =>
            wanted
              ? change({
                  deemedConsent: {
                    calendarId: calendar?.id ?? '',
                    proposalDays: THREE_DAYS,
                    amendmentDays: null,
                  },
                })
              : replace(others)
          }
        />
        {deemedConsent === undefined ? null : (
          <Grid min={15}>
            <Select
              label={text('editor.deemed.calendar')}
              value={deemedConsent.calendarId}
              options={calendars.map(({ id, name }) => ({ value: id, label: local(name) }))}
              onChange={(calendarId) => set({ calendarId })}
              error={at('.calendarId')}
            />
            <NumberField
              label={text('editor.deemed.proposalDays')}
              description={text('editor.deemed.empty')}
              value={deemedConsent.proposalDays}
              onChange={(proposalDays) => set({ proposalDays })}
              error={at('.proposalDays') ?? at('')}
            />
            <NumberField
              label={text('editor.deemed.amendmentDays')}
              description={text('editor.deemed.empty')}
              value={deemedConsent.amendmentDays}
              onChange={(amendmentDays) => set({ amendmentDays })}
              error={at('.amendmentDays')}
            />
          </Grid>
        )}
      </Stack>
    </Panel>
  );
}
