// Reads the SDL of one app: common + its own folder, merged in file order. Until a slice has written SDL, a two-field
// schema keeps the sign-in screen typed.
import { readFileSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const FALLBACK = `
  type Query { viewer: Viewer }
  type Viewer { id: ID! displayName: String! email: String! language: String! timeZone: String! }
  input SignInInput { email: String! password: String! }
  type SignedIn { viewer: Viewer! }
  type SignInRefused { reason: String! }
  type TooManyAttempts { retryAfterSeconds: Int! }
  union SignInResult = SignedIn | SignInRefused | TooManyAttempts
  type SignedOut { ok: Boolean! }
  type Mutation { signIn(input: SignInInput!): SignInResult! signOut: SignedOut! }
`;

/** All files below `folder` that end in `extension`, sorted; [] when the folder does not exist. */
export function filesBelow(folder, extension) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(extension))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .filter((path) => !path.includes('/generated/'))
    .sort();
}

/** The SDL text of `app` ("portal" or "console"). */
export function sdlOf(root, app) {
  const own = filesBelow(join(root, 'libs/graphql/schema', app), '.graphql');
  const files = [...filesBelow(join(root, 'libs/graphql/schema/common'), '.graphql'), ...own];
  return own.length === 0 ? FALLBACK : files.map((file) => readFileSync(file, 'utf8')).join('\n');
}
