import type { SaveAlertSourceInput, SourceLineFragment } from './generated/sources.js';
import { EXAMPLE, parseText } from './mapping-editor.js';

/** A source as its form holds it. */
export interface SourceDraft extends Omit<SaveAlertSourceInput, 'tenantId' | 'serviceItemId' | 'mapping'> {
  readonly tenantId: string | null;
  readonly serviceItemId: string | null;
  readonly mappingText: string;
  readonly labelText: string;
}

export function draftOf(source: SourceLineFragment | null): SourceDraft {
  if (source === null) {
    return {
      ...{
        sourceId: null,
        expectedVersion: null,
        tenantId: null,
        serviceItemId: null,
        vendor: 'ALERTMANAGER',
        name: '',
      },
      ...{
        auth: 'KEY',
        grouping: 'FINGERPRINT',
        groupLabels: [],
        labelText: '',
        ticketFrom: 'WARNING',
        ticketLimit: 20,
      },
      ...{ heartbeatMinutes: null, perMinute: 30_000, maxBytes: 1_048_576, active: true },
      mappingText: JSON.stringify(EXAMPLE, null, 2),
    };
  }
  const { id, version, mapping, groupLabels, heartbeatMinutes } = source;
  return {
    ...{ sourceId: id, expectedVersion: version, tenantId: source.tenantId, serviceItemId: source.serviceItemId },
    ...{ vendor: source.vendor, name: source.name, auth: source.auth, grouping: source.grouping, groupLabels },
    ...{
      ticketFrom: source.ticketFrom,
      ticketLimit: source.ticketLimit,
      heartbeatMinutes,
      perMinute: source.perMinute,
    },
    ...{ maxBytes: source.maxBytes, active: source.active, labelText: groupLabels.join(', ') },
    mappingText: mapping == null ? '' : JSON.stringify(mapping, null, 2),
  };
}

/** What is sent; null while a client, a service or a readable mapping is missing. */
export function inputOf(draft: SourceDraft): SaveAlertSourceInput | null {
  const { tenantId, serviceItemId, mappingText, labelText, ...rest } = draft;
  const mapping = draft.vendor === 'GENERIC' ? parseText(mappingText) : null;
  if (tenantId === null || serviceItemId === null || mapping === undefined) return null;
  const groupLabels = labelText.split(',').flatMap((label) => (label.trim() === '' ? [] : [label.trim()]));
  return { ...rest, tenantId, serviceItemId, mapping, groupLabels: draft.grouping === 'LABELS' ? groupLabels : [] };
}
