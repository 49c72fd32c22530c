import { outcomeOf } from '@daylight/web-data';
import { Button, Checkbox, Dialog, Select, Stack, TextField, useToast } from '@daylight/web-ui';
import { useState, type SyntheticEvent } from 'react';
import { useText } from '../../app/text.js';
import { messageAt, within, type FieldProblem } from '../forms/field-problems.js';
import { LocalizedField } from '../forms/localized-field.js';
import { SubmitButton } from '../forms/submit-button.js';
import { useAct } from '../forms/use-act.js';
import {
  CreateServiceItemDocument,
  UpdateServiceItemDocument,
  type ServiceCategory,
  type ServiceLineFragment,
} from './generated/catalogue.js';

export const CATEGORIES = [
  'INFRASTRUCTURE',
  'CLOUD_SECURITY',
  'APPLICATION',
  'CONSULTING',
] as const satisfies readonly ServiceCategory[];
const SERVICE_FORM = 'service-form';

interface ServiceFormProps {
  /** Null: a new one. */
  readonly item: ServiceLineFragment | null;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}

/** One entry of the catalogue. */
export function ServiceForm({ item, onSaved, onClose }: ServiceFormProps) {
  const text = useText();
  const toast = useToast();
  const create = useAct(CreateServiceItemDocument);
  const update = useAct(UpdateServiceItemDocument);
  const [code, setCode] = useState(item?.code ?? '');
  const [category, setCategory] = useState<ServiceCategory>(item?.category ?? 'INFRASTRUCTURE');
  const [name, setName] = useState<{ readonly ko: string; readonly en: string }>({
    ko: item?.name.ko ?? '',
    en: item?.name.en ?? '',
  });
  const [archived, setArchived] = useState(item?.archived ?? false);
  const [version, setVersion] = useState(item?.version ?? 0);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);

  const saved = (): void => {
    toast({ text: text('catalogue.saved', { code }) });
    onSaved();
  };
  async function save(event: SyntheticEvent): Promise<void> {
    event.preventDefault();
    if (item === null) {
      const data = await create.run({ input: { code, category, name } });
      if (data !== null)
        outcomeOf(data.createServiceItem, {
          ServiceItemSaved: saved,
          InputRefused: (refused) => setProblems(refused.problems),
        });
      return;
    }
    const data = await update.run({ input: { id: item.id, version, code, category, name, archived } });
    if (data === null) return;
    outcomeOf(data.updateServiceItem, {
      ServiceItemSaved: saved,
      StaleServiceItem: ({ current }) => {
        setVersion(current.version);
        setProblems([
          {
            path: 'code',
            message: text('catalogue.stale', { code: current.code, ko: current.name.ko, en: current.name.en }),
          },
        ]);
      },
      InputRefused: (refused) => setProblems(refused.problems),
      NotFound: () => setProblems([{ path: 'code', message: text('catalogue.gone') }]),
    });
  }

  return (
    <Dialog
      opened
      title={text(item === null ? 'catalogue.new' : 'catalogue.edit')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text('form.cancel')}</Button>
          <SubmitButton form={SERVICE_FORM} busy={create.busy || update.busy}>
            {text('form.save')}
          </SubmitButton>
        </>
      }
    >
      <form id={SERVICE_FORM} onSubmit={(event) => void save(event)} noValidate>
        <Stack>
          <TextField
            label={text('catalogue.code')}
            description={text('catalogue.code.help')}
            value={code}
            onChange={(typed) => setCode(typed.toUpperCase())}
            error={messageAt(problems, 'code')}
            required
            autoFocus
            placeholder="INFRA-OPS"
          />
          <Select
            label={text('catalogue.category')}
            value={category}
            options={CATEGORIES.map((value) => ({ value, label: text(`catalogue.category.${value}`) }))}
            onChange={setCategory}
          />
          <LocalizedField
            label={text('catalogue.name')}
            value={name}
            onChange={setName}
            problems={within(problems, 'name')}
            required
          />
          {item === null ? null : (
            <Checkbox
              label={text('catalogue.archived')}
              description={text('catalogue.archived.help')}
              checked={archived}
              onChange={setArchived}
            />
          )}
        </Stack>
      </form>
    </Dialog>
  );
}
