import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type SchemaAudience = 'portal' | 'console';

function filesOf(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.graphql'))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}

/**
 * The SDL of one endpoint: what both share, then its own. What a client can see is the folder `schema/portal`.
 * @param root the folder `libs/graphql/schema`
 */
export function sdlOf(root: string, audience: SchemaAudience): string {
  return [...filesOf(join(root, 'common')), ...filesOf(join(root, audience))].join('\n');
}
