import { useQuery } from '@daylight/web-data';
import { Notice, Stack } from '@daylight/web-ui';
import { useEffect, useState } from 'react';
import { useText } from '../../app/text.js';
import code from '../sources/sources.module.css';
import { templateOf } from './gateway-draft.js';
import { PreviewGatewayRequestDocument, type GatewayChannel } from './generated/channels.js';

const QUIET_MS = 300;

/** The request that a template makes of example values, as it is typed. */
export function RequestPreview({ channel, typed }: { readonly channel: GatewayChannel; readonly typed: string }) {
  const text = useText();
  const [asked, setAsked] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed), QUIET_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const template = templateOf(asked);
  const [{ data }] = useQuery({
    query: PreviewGatewayRequestDocument,
    variables: { channel, template: template ?? null },
    pause: template === undefined,
  });
  const preview = data?.previewGatewayRequest;
  if (template === undefined) return <Notice tone="danger">{text('channels.template.notJson')}</Notice>;
  if (preview === undefined) return null;
  const lines = [
    `${preview.method} ${preview.url}`,
    ...preview.headers.map(({ name, value }) => `${name}: ${value}`),
    '',
    preview.body,
  ];
  return (
    <Stack gap="s">
      {preview.problems.map(({ path, message }) => (
        <Notice key={`${path} ${message}`} tone="danger" title={path.replace(/^template\.?/, '')}>
          {message}
        </Notice>
      ))}
      {preview.method === '' ? null : (
        <pre className={code['code']} tabIndex={0} aria-label={text('channels.preview')}>
          {lines.join('\n')}
        </pre>
      )}
    </Stack>
  );
}
