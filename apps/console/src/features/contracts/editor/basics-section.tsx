import type { Terms } from '@daylight/domain';
import { Grid, Panel, Select, Stack, Text, TextArea, TextField } from '@daylight/web-ui';
import { useText } from '../../../app/text.js';
import { messageAt, type FieldProblem } from '../../forms/field-problems.js';
import { NumberField } from '../../forms/number-field.js';
import { ZoneSelect } from '../../forms/zone-select.js';
import { DeemedPanel } from './deemed-panel.js';
import type { Draft } from './draft.js';
import { LawPanel } from './law-panel.js';
import { RemindDaysField } from './remind-days-field.js';
import type { SectionProps } from './section.js';

interface BasicsProps extends SectionProps {
  readonly draft: Draft;
  /** The whole terms anew, for parts that shall be absent. */
  readonly replace: (terms: Terms) => void;
  readonly onDraft: (part: Partial<Omit<Draft, 'terms'>>) => void;
}

const CURRENCIES = ['KRW', 'USD', 'EUR', 'JPY', 'GBP', 'SGD', 'VND'] as const;
const AT_END = ['RENEW', 'HOLDOVER', 'END'] as const;

const digitsOf = (currency: string): number => {
  try {
    return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  } catch {
    return 2;
  }
};

/** Dates, money, renewal: what a contract's first page says. */
export function BasicsSection({ draft, onDraft, replace, terms, change, problems }: BasicsProps) {
  const text = useText();
  const at = (path: string): string | null => messageAt(problems, path);
  return (
    <Stack>
      <Panel title={text('editor.dates')} description={text('editor.dates.help', { zone: terms.reportingZone })}>
        <Grid min={15}>
          <TextField
            type="date"
            label={text('editor.effectiveFrom')}
            value={draft.effectiveFrom}
            onChange={(effectiveFrom) => onDraft({ effectiveFrom })}
            error={at('effectiveFrom')}
            required
          />
          <TextField
            type="date"
            label={text('editor.termEnd')}
            description={text('editor.termEnd.help')}
            value={draft.termEnd ?? ''}
            onChange={(termEnd) => onDraft({ termEnd: termEnd === '' ? null : termEnd })}
            error={at('termEnd')}
          />
        </Grid>
      </Panel>
      <RenewalPanel terms={terms} change={change} problems={problems} />
      <DeemedPanel terms={terms} change={change} problems={problems} replace={replace} />
      <LawPanel terms={terms} change={change} replace={replace} />
      <MoneyPanel terms={terms} change={change} problems={problems} />
      <Panel title={text('editor.lifetimes')}>
        <Grid min={15}>
          <NumberField
            label={text('editor.reopenWindow')}
            description={text('editor.reopenWindow.help')}
            value={terms.reopenWindowDays}
            onChange={(days) => change({ reopenWindowDays: days ?? 0 })}
            error={at('terms.reopenWindowDays')}
            required
          />
          <NumberField
            label={text('editor.autoClose')}
            description={text('editor.autoClose.help')}
            value={terms.autoCloseDays}
            onChange={(days) => change({ autoCloseDays: days ?? 0 })}
            error={at('terms.autoCloseDays')}
            required
          />
        </Grid>
      </Panel>
      <Panel title={text('editor.note')} description={text('editor.note.help')}>
        <TextArea
          label={text('editor.note')}
          value={draft.note}
          onChange={(note) => onDraft({ note })}
          error={at('note')}
          rows={4}
        />
      </Panel>
    </Stack>
  );
}

function RenewalPanel({ terms, change, problems }: SectionProps) {
  const text = useText();
  const { renewal } = terms;
  const set = (part: Partial<Terms['renewal']>): void => change({ renewal: { ...renewal, ...part } });
  const at = (path: string): string | null => messageAt(problems, `terms.renewal.${path}`);
  return (
    <Panel title={text('editor.renewal')}>
      <Stack gap="s">
        <Grid min={15}>
          <Select
            label={text('editor.atEnd')}
            value={renewal.atEnd}
            options={AT_END.map((value) => ({ value, label: text(`renewal.${value}`) }))}
            onChange={(atEnd) => set({ atEnd })}
            error={at('atEnd')}
          />
          <NumberField
            label={text('editor.renewMonths')}
            value={renewal.renewMonths}
            onChange={(months) => set({ renewMonths: months ?? 0 })}
            error={at('renewMonths')}
            disabled={renewal.atEnd !== 'RENEW'}
          />
          <NumberField
            label={text('editor.noticeDays')}
            value={renewal.noticeDays}
            onChange={(days) => set({ noticeDays: days ?? 0 })}
            error={at('noticeDays')}
          />
          <RemindDaysField
            days={renewal.remindDays}
            onChange={(remindDays) => set({ remindDays })}
            error={at('remindDays')}
          />
        </Grid>
        <Text look="small">{text(`renewalMeans.${renewal.atEnd}`)}</Text>
      </Stack>
    </Panel>
  );
}

function MoneyPanel({
  terms,
  change,
  problems,
}: {
  readonly terms: Terms;
  readonly change: (part: Partial<Terms>) => void;
  readonly problems: readonly FieldProblem[];
}) {
  const text = useText();
  const { currency, monthlyFeeMinor } = terms;
  const unit = 10 ** digitsOf(currency);
  const known: readonly string[] = CURRENCIES;
  const currencies = known.includes(currency) ? known : [currency, ...known];
  return (
    <Panel title={text('editor.money')}>
      <Grid min={15}>
        <Select
          label={text('editor.currency')}
          value={currency}
          options={currencies.map((value) => ({ value, label: value }))}
          onChange={(next) => change({ currency: next })}
          error={messageAt(problems, 'terms.currency')}
        />
        <NumberField
          label={text('editor.fee', { currency })}
          description={text('editor.fee.help')}
          value={monthlyFeeMinor === null ? null : Math.floor(monthlyFeeMinor / unit)}
          onChange={(fee) => change({ monthlyFeeMinor: fee === null ? null : fee * unit })}
          error={messageAt(problems, 'terms.monthlyFeeMinor')}
        />
        <ZoneSelect
          label={text('editor.reportingZone')}
          description={text('editor.reportingZone.help')}
          value={terms.reportingZone}
          onChange={(reportingZone) => change({ reportingZone })}
          error={messageAt(problems, 'terms.reportingZone')}
        />
      </Grid>
    </Panel>
  );
}
