import type { GraphQLResolveInfo, SelectionSetNode } from 'graphql';
import type { TicketParts } from '../queries/ticket-detail.js';

/** What of a resolver's information says which fields are asked for. */
export type Info = Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>;

function addFields(set: SelectionSetNode | undefined, fragments: Info['fragments'], into: Set<string>): void {
  for (const selection of set?.selections ?? []) {
    if (selection.kind === 'FragmentSpread') addFields(fragments[selection.name.value]?.selectionSet, fragments, into);
    else addFields(selection.selectionSet, fragments, into);
    if (selection.kind === 'Field') into.add(selection.name.value);
  }
}

/** Documents of our own apps are walked once: their nodes stay. */
const walked = new WeakMap<Info['fieldNodes'], ReadonlySet<string>>();

/** The names of all fields that the operation asks for below this root field, at any depth. */
function fieldsBelow({ fieldNodes, fragments }: Info): ReadonlySet<string> {
  const known = walked.get(fieldNodes);
  if (known !== undefined) return known;
  const fields = new Set<string>();
  for (const node of fieldNodes) addFields(node.selectionSet, fragments, fields);
  walked.set(fieldNodes, fields);
  return fields;
}

/** Whether the operation asks for a field below this root field: costly parts are computed only then. */
export function asksFor(info: Info, field: string): boolean {
  return fieldsBelow(info).has(field);
}

/** Whether the operation asks for none but these fields below this root field, at any depth. */
export function asksForNoMore(info: Info, fields: ReadonlySet<string>): boolean {
  return [...fieldsBelow(info)].every((name) => fields.has(name));
}

const OF_THREAD = ['messages', 'attachments'];
const OF_LOG = [
  ...[
    'timeline',
    'clocks',
    'nextStep',
    'actions',
    'reopenableUntil',
    'waitingRules',
    'since',
    'agreedDate',
    'proposals',
  ],
  ...['waits', 'statutoryNotices', 'personalDataSince', 'reopenedByMessageId', 'clientActivities'],
  ...['changeOutcome', 'rating'],
];

/** Which parts of a ticket the operation asks for. */
export function partsOf(info: Info): TicketParts {
  const fields = fieldsBelow(info);
  return { thread: OF_THREAD.some((name) => fields.has(name)), log: OF_LOG.some((name) => fields.has(name)) };
}
