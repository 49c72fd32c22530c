import { escapeHtml } from '@daylight/text';

/**
 * Stands in a stored mail where its one-time link goes. The link itself is kept apart, so that it can be forgotten once the
 * mail was handed over, and so that the application's role never reads it.
 */
export const LINK_PLACEHOLDER = 'https://one-time-link.invalid/';

/** A mail's bodies with the link in its place; without a link, as stored. */
export function withLink(
  body: { readonly text: string; readonly html: string },
  link: string | null,
): { readonly text: string; readonly html: string } {
  if (link === null) return body;
  return {
    text: body.text.replaceAll(LINK_PLACEHOLDER, () => link),
    html: body.html.replaceAll(LINK_PLACEHOLDER, () => escapeHtml(link)),
  };
}
