/** What a chat room is told, whichever product it is of. Texts are plain: nothing in them is markup. */
export interface ChatCard {
  readonly title: string;
  readonly text: string | null;
  readonly facts: readonly (readonly [name: string, value: string])[];
  readonly link: { readonly label: string; readonly url: string } | null;
}

export type ChatKind = 'SLACK' | 'TEAMS';

const MOST_FACTS = 10;
const LONGEST = 2_000;
const short = (text: string, most = LONGEST): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

/** Slack reads `<!channel>` and links even in plain texts unless these three are escaped. */
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function slackBody({ title, text, facts, link }: ChatCard): unknown {
  const plain = (words: string, most: number) => ({ type: 'plain_text', text: short(words, most), emoji: false });
  const fields = facts.slice(0, MOST_FACTS).map(([name, value]) => plain(`${name}: ${value}`, LONGEST));
  const button = (to: NonNullable<typeof link>) => ({ type: 'button', text: plain(to.label, 75), url: to.url });
  return {
    // What a notification shows, and all that simpler products read.
    text: escaped([title, text, link?.url].filter((part) => typeof part === 'string').join('\n')),
    blocks: [
      { type: 'header', text: plain(title, 150) },
      ...(text === null ? [] : [{ type: 'section', text: plain(text, LONGEST) }]),
      ...(fields.length === 0 ? [] : [{ type: 'section', fields }]),
      ...(link === null ? [] : [{ type: 'actions', elements: [button(link)] }]),
    ],
  };
}

/** Text runs, unlike text blocks, are never read as markdown. */
function run(text: string, more: Readonly<Record<string, unknown>> = {}): unknown {
  return { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: short(text), ...more }] };
}

function teamsBody({ title, text, facts, link }: ChatCard): unknown {
  const lines = facts.slice(0, MOST_FACTS).map(([name, value]) => run(`${name}: ${value}`));
  const content = {
    ...{ $schema: 'http://adaptivecards.io/schemas/adaptive-card.json', type: 'AdaptiveCard', version: '1.4' },
    body: [run(title, { weight: 'Bolder', size: 'Medium' }), ...(text === null ? [] : [run(text)]), ...lines],
    actions: link === null ? [] : [{ type: 'Action.OpenUrl', title: short(link.label, 75), url: link.url }],
  };
  const contentType = 'application/vnd.microsoft.card.adaptive';
  return { type: 'message', attachments: [{ contentType, contentUrl: null, content }] };
}

/** The JSON that a chat product's incoming webhook takes. */
export function chatBody(kind: ChatKind, card: ChatCard): string {
  return JSON.stringify(kind === 'TEAMS' ? teamsBody(card) : slackBody(card));
}

const TEAMS_HOSTS = /(^|\.)(webhook\.office\.com|logic\.azure\.com|powerplatform\.com|office365\.com)$/i;

/** Whose form an address of a chat room takes: Microsoft's by its hosts, else Slack's, which most others read as well. */
export function chatKindOf(address: string): ChatKind {
  return URL.canParse(address) && TEAMS_HOSTS.test(new URL(address).hostname) ? 'TEAMS' : 'SLACK';
}
