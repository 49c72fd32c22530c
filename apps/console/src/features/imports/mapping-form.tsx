import { TICKET_TYPES } from '@daylight/domain';
import { Grid, Panel, Segments, Select, Stack, TextField } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import { messageAt, within, type FieldProblem } from '../forms/field-problems.js';
import { ZoneSelect } from '../forms/zone-select.js';
import { ChoiceField } from './choice-field.js';
import { asSource, MOMENTS, type Mapping, type TicketList } from './mapping.js';
import { StepsEditor } from './steps-editor.js';
import { PersonField } from './person-field.js';

export interface MappingFormProps {
  readonly mapping: Mapping;
  readonly onChange: (mapping: Mapping) => void;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly services: readonly { readonly value: string; readonly label: string }[];
  /** Reasons of the client's contract for which a ticket may wait. */
  readonly reasons: readonly { readonly value: string; readonly label: string }[];
  readonly problems: readonly FieldProblem[];
}

const DELIMITERS = [',', ';', '\t', '|'] as const;

const FORMATS = ['ISO', 'EPOCH_SECONDS', 'EPOCH_MS', 'PATTERN'] as const;

const formatKind = (format: string): (typeof FORMATS)[number] => FORMATS.find((each) => each === format) ?? 'PATTERN';

/** The common things of a mapping as a form; whatever else it can say is on the JSON tab. */
export function MappingForm(props: MappingFormProps) {
  const { mapping } = props;
  return (
    <Stack>
      <FilePanel {...props} />
      <TicketPanel {...props} />
      {mapping.source === 'EVENT_LOG' ? (
        <StepsEditor {...props} mapping={mapping} />
      ) : (
        <MomentsPanel {...props} mapping={mapping} />
      )}
    </Stack>
  );
}

function FilePanel({ mapping, onChange, columns, problems }: MappingFormProps) {
  const text = useText();
  const format = mapping.times?.format ?? 'ISO';
  const named = columns.map((value) => ({ value, label: value }));
  const times = (part: { readonly format?: string; readonly zone?: string | null }): void =>
    onChange({ ...mapping, times: { ...mapping.times, ...part } });
  return (
    <Panel title={text('mapping.file')}>
      <Stack>
        <Grid min={14}>
          <TextField
            label={text('mapping.name')}
            value={mapping.name}
            onChange={(name) => onChange({ ...mapping, name })}
            error={messageAt(problems, 'name')}
            required
          />
          <Segments
            label={text('mapping.source')}
            value={mapping.source}
            options={(['EVENT_LOG', 'TICKET_LIST'] as const).map((value) => ({
              value,
              label: text(`mapping.source.${value}`),
            }))}
            onChange={(source) => onChange(asSource(mapping, source, columns))}
          />
          <Select
            label={text('mapping.delimiter')}
            value={mapping.delimiter ?? ','}
            options={DELIMITERS.map((value) => ({
              value,
              label: text(
                `mapping.delimiter.${value === ',' ? 'comma' : value === ';' ? 'semicolon' : value === '\t' ? 'tab' : 'bar'}`,
              ),
            }))}
            onChange={(delimiter) => onChange({ ...mapping, delimiter })}
          />
        </Grid>
        <Grid min={14}>
          <Select
            label={text('mapping.case')}
            value={mapping.case}
            options={named}
            placeholder={text('mapping.pickColumn')}
            onChange={(column) => onChange({ ...mapping, case: column })}
            error={messageAt(problems, 'case')}
            required
          />
          {mapping.source === 'EVENT_LOG' ? (
            <Select
              label={text('mapping.at')}
              value={mapping.at}
              options={named}
              placeholder={text('mapping.pickColumn')}
              onChange={(at) => onChange({ ...mapping, at })}
              error={messageAt(problems, 'at')}
              required
            />
          ) : null}
          <Select
            label={text('mapping.format')}
            value={formatKind(format)}
            options={FORMATS.map((value) => ({ value, label: text(`mapping.format.${value}`) }))}
            onChange={(kind) => times({ format: kind === 'PATTERN' ? 'YYYY-MM-DD HH:mm' : kind })}
          />
          {formatKind(format) === 'PATTERN' ? (
            <TextField
              label={text('mapping.pattern')}
              value={format}
              onChange={(pattern) => times({ format: pattern })}
              error={messageAt(problems, 'times.format')}
              placeholder="YYYY-MM-DD HH:mm:ss"
            />
          ) : null}
          {formatKind(format) === 'EPOCH_SECONDS' || formatKind(format) === 'EPOCH_MS' ? null : (
            <ZoneSelect
              label={text('mapping.zone')}
              description={text('mapping.zone.help')}
              value={mapping.times?.zone ?? ''}
              onChange={(zone) => times({ zone: zone === '' ? null : zone })}
              required={false}
              error={messageAt(problems, 'times.zone')}
            />
          )}
        </Grid>
      </Stack>
    </Panel>
  );
}

function TicketPanel({ mapping, onChange, columns, rows, services, problems }: MappingFormProps) {
  const text = useText();
  const { ticket } = mapping;
  const own = within(problems, 'ticket');
  const set = (part: Partial<Mapping['ticket']>): void => onChange({ ...mapping, ticket: { ...ticket, ...part } });
  const messages = (field: string): readonly string[] => within(own, field).map(({ message }) => message);
  const shared = { columns, rows };
  const grades = ([1, 2, 3] as const).map((value) => ({
    value,
    label: `${value} · ${text(`grade.${value === 1 ? 'high' : value === 2 ? 'middle' : 'low'}`)}`,
  }));
  const known =
    'value' in ticket.service &&
    !services.some(({ value }) => 'value' in ticket.service && value === ticket.service.value)
      ? [{ value: ticket.service.value, label: ticket.service.value || text('mapping.pickService') }, ...services]
      : services;
  return (
    <Panel title={text('mapping.ticket')}>
      <Stack>
        <TextField
          label={text('mapping.subject')}
          description={text('mapping.subject.help')}
          value={ticket.subject}
          onChange={(subject) => set({ subject })}
          error={messageAt(own, 'subject')}
          required
        />
        <Grid min={18} gap="l">
          <ChoiceField
            label={text('mapping.type')}
            choice={ticket.type}
            options={TICKET_TYPES.map((value) => ({ value, label: text(`matrix.type.${value}`) }))}
            onChange={(type) => set({ type })}
            messages={messages('type')}
            {...shared}
          />
          <ChoiceField
            label={text('mapping.service')}
            choice={ticket.service}
            options={known}
            onChange={(service) => set({ service })}
            messages={messages('service')}
            {...shared}
          />
          <ChoiceField
            label={text('mapping.impact')}
            choice={ticket.impact}
            options={grades}
            onChange={(impact) => set({ impact })}
            messages={messages('impact')}
            {...shared}
          />
          <ChoiceField
            label={text('mapping.urgency')}
            choice={ticket.urgency}
            options={grades}
            onChange={(urgency) => set({ urgency })}
            messages={messages('urgency')}
            {...shared}
          />
        </Grid>
        <Grid min={18} gap="l">
          {(['assignee', 'requester'] as const).map((role) => (
            <PersonField
              key={role}
              role={role}
              mapping={mapping}
              columns={columns}
              set={set}
              messages={messages(role)}
            />
          ))}
        </Grid>
      </Stack>
    </Panel>
  );
}

function MomentsPanel({ mapping, onChange, columns, problems }: MappingFormProps & { readonly mapping: TicketList }) {
  const text = useText();
  const choose = (moment: string, column: string): void => {
    const { [moment]: _before, ...rest } = mapping.columns;
    onChange({ ...mapping, columns: column === 'NO-COLUMN' ? rest : { ...rest, [moment]: column } });
  };
  return (
    <Panel title={text('mapping.moments')} description={text('mapping.moments.help')}>
      <Grid min={14}>
        {MOMENTS.map((moment) => {
          const none = moment === 'openedAt' ? [] : [{ value: 'NO-COLUMN', label: text('mapping.noColumn') }];
          return (
            <Select
              key={moment}
              label={text(`mapping.moment.${moment}`)}
              value={mapping.columns[moment] ?? (moment === 'openedAt' ? '' : 'NO-COLUMN')}
              options={[...none, ...columns.map((value) => ({ value, label: value }))]}
              onChange={(column) => choose(moment, column)}
              error={messageAt(problems, `columns.${moment}`)}
              required={moment === 'openedAt'}
            />
          );
        })}
      </Grid>
    </Panel>
  );
}
