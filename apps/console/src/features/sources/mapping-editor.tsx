import { useQuery } from '@daylight/web-data';
import { Notice, Stack, TextArea } from '@daylight/web-ui';
import { useEffect, useState } from 'react';
import { useText } from '../../app/text.js';
import { PreviewSignalsDocument } from './generated/sources.js';
import { PreviewList } from './preview-list.js';

export const EXAMPLE = {
  ...{
    list: null,
    title: ['/title', '/message'],
    description: ['/description'],
    fingerprint: ['/id'],
    state: ['/status'],
  },
  ...{
    recovered: ['ok', 'resolved'],
    severity: ['/severity'],
    severities: {},
    link: ['/url'],
    labels: { host: '/host' },
  },
};
const SAMPLE = { id: 'db-1', title: 'Disk full', status: 'alerting', severity: 'critical', host: 'db-1' };
const QUIET_MS = 300;

/** The mapping as JSON; undefined: it isn't JSON. Empty: null, the usual names. */
export function parseText(typed: string): unknown {
  if (typed.trim() === '') return null;
  try {
    const value: unknown = JSON.parse(typed);
    return value;
  } catch {
    return undefined;
  }
}

interface MappingEditorProps {
  readonly typed: string;
  readonly onChange: (typed: string) => void;
  readonly error: string | null;
}

/** Where a generic source's alerts stand, beside what a sample would be read as by it. */
export function MappingEditor({ typed, onChange, error }: MappingEditorProps) {
  const text = useText();
  const [sample, setSample] = useState(() => JSON.stringify(SAMPLE, null, 2));
  const [asked, setAsked] = useState({ typed, sample });
  useEffect(() => {
    const timer = setTimeout(() => setAsked({ typed, sample }), QUIET_MS);
    return () => clearTimeout(timer);
  }, [typed, sample]);
  const mapping = parseText(asked.typed);
  const [{ data }] = useQuery({
    query: PreviewSignalsDocument,
    variables: { vendor: 'GENERIC', body: asked.sample, mapping },
    pause: mapping === undefined,
  });
  return (
    <Stack>
      <TextArea
        label={text('sources.mapping')}
        description={text('sources.mapping.help')}
        value={typed}
        onChange={onChange}
        error={error}
        rows={8}
      />
      <TextArea label={text('sources.sample')} value={sample} onChange={setSample} rows={6} />
      {mapping === undefined ? <Notice tone="danger">{text('sources.mapping.notJson')}</Notice> : null}
      {mapping === undefined || data === undefined ? null : <PreviewList preview={data.previewSignals} />}
    </Stack>
  );
}
