// Pretendard from our own origin: the sheet names 92 slices by the characters in them, and a browser fetches only those
// whose characters stand on the page. `optional`: a page that has been painted in the system's font is never repainted.
const SHEET = /pretendardvariable-dynamic-subset\.css/;

/** The sheet of Pretendard as we serve it (again the same when it comes twice). Throws when its shape has changed. */
export function optionalFaces(css) {
  const rewritten = css.replaceAll(/font-display:\s*swap/g, 'font-display: optional');
  if (!rewritten.includes('font-display: optional'))
    throw new Error('Pretendard: its sheet has no "font-display" to set');
  return rewritten;
}

/** Vite's plugin for `import sheet from 'pretendard/…-dynamic-subset.css?url'`. */
export function fonts() {
  return {
    name: 'daylight-fonts',
    enforce: 'pre',
    transform: {
      filter: { id: SHEET },
      handler: (code) => (code.includes('@font-face') ? { code: optionalFaces(code), map: null } : null),
    },
  };
}
