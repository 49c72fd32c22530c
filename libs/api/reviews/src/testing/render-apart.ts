import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { RenderPdf } from '../pdf/handle-pdf.js';

const root = join(__dirname, '../../../../..');
const SCRIPT = `
  import { readFile, writeFile } from 'node:fs/promises';
  import { compile } from './tools/build/compile.mjs';
  const [from, to] = process.argv.slice(1);
  await compile('libs/api/reviews');
  const { renderPdf } = await import(process.cwd() + '/libs/api/reviews/dist/pdf/render-pdf.js');
  const report = JSON.parse(await readFile(from, 'utf8'));
  const folders = { pretendard: 'node_modules/pretendard/dist/public/static/alternative', noto: 'node_modules/@fontsource/noto-sans-kr' };
  await writeFile(to, await renderPdf(report, folders));
`;

/** Renders in a process of its own: the library doesn't load in jest's CommonJS (decision 19). Files go to `folder`. */
export function renderApart(folder: string): RenderPdf {
  return async (report) => {
    const [from, to] = [join(folder, `${report.language}.json`), join(folder, `${report.language}.pdf`)];
    await writeFile(from, JSON.stringify(report));
    await promisify(execFile)(process.execPath, ['--input-type=module', '-e', SCRIPT, from, to], { cwd: root });
    return readFile(to);
  };
}
