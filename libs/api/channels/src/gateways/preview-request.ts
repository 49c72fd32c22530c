import type { Language } from '@daylight/domain';
import { EXAMPLE, renderRequest, secretsIn } from './render.js';
import { readTemplate } from './save-gateway.js';

const COVERED = '***';

/** A template's request with example values, secrets covered; writes and sends nothing. */
export function previewRequest(value: unknown, networks: readonly string[], language: Language) {
  const { template, problems } = readTemplate(value, networks, language);
  if (template === null) return { method: '', url: '', headers: [], body: '', problems };
  const covered = Object.fromEntries(secretsIn(template).map((name) => [name, COVERED]));
  const { method, url, headers, body } = renderRequest(template, EXAMPLE, covered);
  const listed = Object.entries(headers).map(([name, text]) => ({ name, value: text }));
  return { method, url, headers: listed, body: body.toString('utf8'), problems };
}
