// What an installation makes up for itself on first start: role passwords, the signing secret.
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** Folder for everything that Daylight keeps outside the database (`DAYLIGHT_DATA`, default `.daylight/`). */
export function dataFolder(env = process.env) {
  return path.resolve(env.DAYLIGHT_DATA || '.daylight');
}

/** Reads `secrets.json` (0600) in `folder`; `get(name)` makes up a missing one and keeps it, `peek(name)` does not. */
export function openSecrets(folder) {
  const file = path.join(folder, 'secrets.json');
  const kept = fs.existsSync(file) ? parse(file) : {};
  const save = () => {
    fs.mkdirSync(folder, { recursive: true });
    const unfinished = `${file}.${process.pid}`;
    fs.writeFileSync(unfinished, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 });
    fs.renameSync(unfinished, file); // a crash leaves the old file or the new one, never half of one
  };
  return {
    peek: (name) => kept[name],
    get(name) {
      if (kept[name] === undefined) {
        kept[name] = randomBytes(32).toString('base64url');
        save();
      }
      return kept[name];
    },
  };
}

function parse(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(
      `${file} can't be read (${error.message}). Restore it from a backup: the database's passwords are in it.`,
    );
  }
}
