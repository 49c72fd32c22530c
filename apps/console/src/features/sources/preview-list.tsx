import { Badge, EmptyState, Notice, Stack, Table, Text } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import { SEVERITY_TONE } from '../triage/severity.js';
import type { PreviewFragment } from './generated/sources.js';

/** What a body is read as. */
export function PreviewList({ preview }: { readonly preview: PreviewFragment }) {
  const text = useText();
  const { signals, problem, mappingProblems } = preview;
  return (
    <Stack gap="s">
      {mappingProblems.map(({ path, message }) => (
        <Notice key={`${path} ${message}`} tone="danger" title={path}>
          {message}
        </Notice>
      ))}
      {problem === null ? null : <Notice tone={signals.length === 0 ? 'warn' : 'info'}>{problem}</Notice>}
      {signals.length === 0 && problem === null && mappingProblems.length === 0 ? (
        <EmptyState compact title={text('sources.preview.none')} />
      ) : null}
      {signals.length === 0 ? null : (
        <Table
          caption={text('sources.preview')}
          head={[text('sources.preview.title'), text('sources.preview.state'), text('sources.preview.fingerprint')]}
          rows={signals.map((signal) => [
            signal.title,
            <Badge key="state" tone={signal.state === 'FIRING' ? SEVERITY_TONE[signal.severity] : 'ok'}>
              {signal.state === 'FIRING' ? text(`alert.severity.${signal.severity}`) : text('alert.state.RECOVERED')}
            </Badge>,
            <Text key="fingerprint" look="code">
              {signal.fingerprint}
            </Text>,
          ])}
        />
      )}
    </Stack>
  );
}
