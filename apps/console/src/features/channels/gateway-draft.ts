import type { GatewayChannel, GatewayLineFragment, SaveChannelGatewayInput } from './generated/channels.js';

/** A gateway as its form holds it: the template as text, secrets that change by name. */
export interface GatewayDraft extends Omit<SaveChannelGatewayInput, 'template' | 'secrets'> {
  readonly templateText: string;
  readonly secrets: Readonly<Record<string, string>>;
}

const asText = (template: unknown): string => JSON.stringify(template, null, 2);

export function draftOf(gateway: GatewayLineFragment): GatewayDraft {
  const { id, version, channel, name, preset, template, active } = gateway;
  return {
    ...{ gatewayId: id, expectedVersion: version, channel, name, preset, active, secrets: {} },
    templateText: asText(template),
  };
}

/** A new gateway out of a preset. */
export function draftFrom(preset: {
  readonly channel: GatewayChannel;
  readonly preset: string;
  readonly name: string;
  readonly template: unknown;
}): GatewayDraft {
  return {
    ...{ gatewayId: null, expectedVersion: null, channel: preset.channel, name: preset.name, preset: preset.preset },
    ...{ active: true, secrets: {}, templateText: asText(preset.template) },
  };
}

/** The template as JSON; undefined: it isn't JSON. */
export function templateOf(typed: string): unknown {
  try {
    const value: unknown = JSON.parse(typed);
    return value;
  } catch {
    return undefined;
  }
}

/** Names of the secrets that a template asks for. */
export function secretsIn(typed: string): readonly string[] {
  const named = [...typed.matchAll(/secret\.([a-zA-Z][a-zA-Z0-9_]{0,39})/g)].map(([, name]) => name ?? '');
  const signing = /"secret"\s*:\s*"([a-zA-Z][a-zA-Z0-9_]{0,39})"/.exec(typed)?.[1];
  return [...new Set([...named, ...(signing === undefined ? [] : [signing])])];
}

/** What is sent; null while the template isn't JSON. Secrets left empty stay as they were. */
export function inputOf({ templateText, secrets, ...rest }: GatewayDraft): SaveChannelGatewayInput | null {
  const template = templateOf(templateText);
  if (template === undefined) return null;
  const changed = Object.entries(secrets).flatMap(([name, value]) => (value === '' ? [] : [{ name, value }]));
  return { ...rest, template, secrets: changed };
}
