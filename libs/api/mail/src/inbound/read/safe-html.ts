import sanitizeHtml from 'sanitize-html';

const DEEPEST = 200;

/**
 * HTML of a stranger by a closed list (G10): no script, style, form, frame; no picture either, since fetching one tells its
 * sender; no link, since it may say one address and lead to another. Their text stays.
 */
export function safeHtml(html: string): string {
  return sanitizeHtml(html, {
    allowedTags: [
      ...['p', 'div', 'span', 'br', 'hr', 'b', 'strong', 'i', 'em', 'u', 's', 'sub', 'sup', 'small', 'pre', 'code'],
      ...['ul', 'ol', 'li', 'blockquote', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
      ...['table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'],
    ],
    allowedAttributes: { td: ['colspan', 'rowspan'], th: ['colspan', 'rowspan'], ol: ['start'] },
    disallowedTagsMode: 'discard',
    nestingLimit: DEEPEST,
    parser: { lowerCaseTags: true },
  });
}

/** Nothing but the text of an HTML mail, for one that can't be converted with more care. */
export function plainOf(html: string): string {
  const spaced = html.replaceAll(/<(?:br|\/p|\/div|\/tr|\/li|\/h\d)\b[^>]{0,200}>/gi, '\n');
  const text = sanitizeHtml(spaced, { allowedTags: [], allowedAttributes: {} });
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll(/[ \t]+/g, ' ')
    .replaceAll(/\n\s*\n\s*/g, '\n\n')
    .trim();
}
