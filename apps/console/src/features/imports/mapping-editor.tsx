import { oneOf, useAddress, useLocal } from '@daylight/web-app';
import { useQuery } from '@daylight/web-data';
import { EmptyState, Panel, Stack, Tabs, TextArea } from '@daylight/web-ui';
import { useState } from 'react';
import { useText } from '../../app/text.js';
import { readTerms } from '../contracts/read-terms.js';
import type { FieldProblem } from '../forms/field-problems.js';
import { ImportChoicesDocument, ImportWaitingReasonsDocument } from './generated/imports.js';
import classes from './imports.module.css';
import { MappingForm } from './mapping-form.js';
import { parseWritten, readMapping, writeMapping } from './mapping.js';

interface MappingEditorProps {
  readonly clientId: string;
  readonly document: unknown;
  readonly onChange: (document: unknown) => void;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly problems: readonly FieldProblem[];
}

/** The mapping as a form for the common things, and as the JSON that says everything. */
export function MappingEditor({ clientId, document, onChange, columns, rows, problems }: MappingEditorProps) {
  const text = useText();
  const local = useLocal();
  const address = useAddress();
  const [choices] = useQuery({ query: ImportChoicesDocument, variables: { tenantId: clientId } });
  const versionId = choices.data?.contracts.edges.flatMap(({ node }) => node.inForce?.id ?? [])[0] ?? null;
  const [reasons] = useQuery({
    query: ImportWaitingReasonsDocument,
    variables: { versionId: versionId ?? '' },
    pause: versionId === null,
  });
  const terms = readTerms(reasons.data?.contractVersion?.terms);
  const mapping = readMapping(document);
  const view = oneOf(address.get('view'), ['form', 'json']);
  const services =
    choices.data?.serviceItems.edges.map(({ node }) => ({
      value: node.code,
      label: `${local(node.name)} (${node.code})`,
    })) ?? [];
  const waiting = terms?.waiting.map(({ reason, name }) => ({ value: reason, label: local(name) })) ?? [];
  const form =
    mapping === null ? (
      <Panel>
        <EmptyState compact title={text('mapping.onlyJson.title')}>
          {text('mapping.onlyJson.body')}
        </EmptyState>
      </Panel>
    ) : (
      <MappingForm
        mapping={mapping}
        onChange={onChange}
        columns={columns}
        rows={rows}
        services={services}
        reasons={waiting}
        problems={problems}
      />
    );
  return (
    <Tabs
      label={text('mapping.views')}
      value={view}
      onChange={(next) => address.set({ view: next === 'form' ? null : next }, 'replace')}
      tabs={[
        { id: 'form', label: text('mapping.view.form'), content: view === 'form' ? form : null },
        {
          id: 'json',
          label: 'JSON',
          content: view === 'json' ? <JsonView document={document} onChange={onChange} /> : null,
        },
      ]}
    />
  );
}

function JsonView({
  document,
  onChange,
}: {
  readonly document: unknown;
  readonly onChange: (document: unknown) => void;
}) {
  const text = useText();
  const [typed, setTyped] = useState(() => writeMapping(document));
  const [broken, setBroken] = useState<string | null>(null);
  function type(next: string): void {
    setTyped(next);
    const written = parseWritten(next);
    if (written.kind === 'broken') return setBroken(text('mapping.brokenJson', { message: written.message }));
    setBroken(null);
    return onChange(written.document);
  }
  return (
    <Panel>
      <Stack>
        <div className={classes['json']}>
          <TextArea
            label={text('mapping.json')}
            description={text('mapping.json.help')}
            value={typed}
            onChange={type}
            error={broken}
            rows={24}
          />
        </div>
      </Stack>
    </Panel>
  );
}
