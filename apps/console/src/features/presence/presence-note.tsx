import { Badge, Row } from '@daylight/web-ui';
import { IconEye, IconPencil } from '@tabler/icons-react';
import { useText } from '../../app/text.js';
import type { AtTicketFragment } from './generated/presence.js';

interface PresenceProps {
  readonly others: readonly AtTicketFragment[];
}

const LOOKS = {
  WRITING: { tone: 'accent', icon: <IconPencil aria-hidden /> },
  VIEWING: { tone: 'neutral', icon: <IconEye aria-hidden /> },
} as const;
const STATES = ['WRITING', 'VIEWING'] as const;

/** Those at a ticket by what they do there, those who write first. */
function groupsOf(others: PresenceProps['others']) {
  return STATES.flatMap((state) => {
    const people = others.filter((each) => each.state === state).map(({ person }) => person.displayName);
    return people.length === 0 ? [] : [{ state, names: people.join(', ') }];
  });
}

/** Who else is at the ticket that is open; said aloud when it changes, without interrupting. */
export function PresenceNote({ others }: PresenceProps) {
  const text = useText();
  return (
    <span role="status">
      <Row gap="s">
        {groupsOf(others).map(({ state, names }) => (
          <Badge key={state} {...LOOKS[state]}>
            {text(`presence.${state}`, { names })}
          </Badge>
        ))}
      </Row>
    </span>
  );
}

/** The same in a line of the queue: the name, and what it means in words for those who hear it. */
export function PresenceMark({ others }: PresenceProps) {
  const text = useText();
  return groupsOf(others).map(({ state, names }) => {
    const words = text(`presence.${state}`, { names });
    return (
      <Badge key={state} look="plain" {...LOOKS[state]} title={words}>
        <span aria-hidden>{names}</span>
        <span className="dl-hidden">{words}</span>
      </Badge>
    );
  });
}
