import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { optionalFaces } from './fonts.mjs';

const sheet = join(__dirname, '../../node_modules/pretendard/dist/web/variable/pretendardvariable-dynamic-subset.css');

it('no face of Pretendard repaints a page or holds its text back', () => {
  const faces = optionalFaces(readFileSync(sheet, 'utf8')).match(/font-display:[^;]+/g) ?? [];
  expect(faces.length).toBeGreaterThan(50);
  expect(new Set(faces)).toEqual(new Set(['font-display: optional']));
});
it('a sheet of another shape stops the build', () => {
  expect(() => optionalFaces('@font-face{font-family:x}')).toThrow('Pretendard');
});
