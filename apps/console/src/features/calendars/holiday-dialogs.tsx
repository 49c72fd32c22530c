import { useLocal } from '@daylight/web-app';
import { outcomeOf } from '@daylight/web-data';
import { Button, Dialog, Stack, TextField, useToast } from '@daylight/web-ui';
import { useState } from 'react';
import { useText } from '../../app/text.js';
import { messageAt, within, type FieldProblem } from '../forms/field-problems.js';
import { LocalizedField } from '../forms/localized-field.js';
import { useAct } from '../forms/use-act.js';
import { DeclareHolidayDocument, RevokeHolidayDocument, type HolidaysPageQuery } from './generated/calendars.js';

export type Day = HolidaysPageQuery['holidayList']['holidays'][number];

interface DialogProps {
  readonly onClose: () => void;
  readonly onDone: () => void;
}

export function DeclareDialog({ region, onClose, onDone }: DialogProps & { readonly region: string }) {
  const text = useText();
  const toast = useToast();
  const act = useAct(DeclareHolidayDocument);
  const [date, setDate] = useState('');
  const [name, setName] = useState({ ko: '임시공휴일', en: 'Temporary holiday' });
  const [source, setSource] = useState('');
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  async function declare(): Promise<void> {
    const data = await act.run({ input: { region, date, name, source } });
    if (data === null) return;
    outcomeOf(data.declareHoliday, {
      HolidayRecorded: () => {
        toast({ text: text('holidays.declaredNow', { date }) });
        onDone();
      },
      HolidayUnchanged: () => setProblems([{ path: 'date', message: text('holidays.already') }]),
      InputRefused: (refused) => setProblems(refused.problems),
    });
  }
  return (
    <Dialog
      opened
      title={text('holidays.declare')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text('form.cancel')}</Button>
          <Button look="primary" busy={act.busy} disabled={date === ''} onClick={() => void declare()}>
            {text('holidays.declare')}
          </Button>
        </>
      }
    >
      <Stack>
        <p>{text('holidays.declare.body')}</p>
        <TextField
          type="date"
          label={text('calendar.date')}
          value={date}
          onChange={setDate}
          error={messageAt(problems, 'date')}
          required
        />
        <LocalizedField
          label={text('calendar.dayName')}
          value={name}
          onChange={setName}
          problems={within(problems, 'name')}
          required
        />
        <TextField
          label={text('holidays.source')}
          description={text('holidays.source.help')}
          value={source}
          onChange={setSource}
          error={messageAt(problems, 'source')}
          required
        />
      </Stack>
    </Dialog>
  );
}

export function RevokeDialog({ day, onClose, onDone }: DialogProps & { readonly day: Day }) {
  const text = useText();
  const local = useLocal();
  const toast = useToast();
  const act = useAct(RevokeHolidayDocument);
  const [source, setSource] = useState('');
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  async function revoke(): Promise<void> {
    const data = await act.run({ input: { region: day.region, date: day.date, source } });
    if (data === null) return;
    outcomeOf(data.revokeHoliday, {
      HolidayRecorded: () => {
        toast({ text: text('holidays.revokedNow', { date: day.date }) });
        onDone();
      },
      HolidayUnchanged: () => setProblems([{ path: 'source', message: text('holidays.notThere') }]),
      InputRefused: (refused) => setProblems(refused.problems),
    });
  }
  return (
    <Dialog
      opened
      title={text('holidays.revoke.title', { date: day.date, name: local(day.name) })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text('form.cancel')}</Button>
          <Button look="danger" busy={act.busy} onClick={() => void revoke()}>
            {text('holidays.revoke')}
          </Button>
        </>
      }
    >
      <Stack>
        <p>{text('holidays.revoke.body')}</p>
        <TextField
          label={text('holidays.source')}
          description={text('holidays.source.help')}
          value={source}
          onChange={setSource}
          error={messageAt(problems, 'source')}
          required
        />
      </Stack>
    </Dialog>
  );
}
