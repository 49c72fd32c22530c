import { useToast } from '@daylight/web-ui';
import { useState } from 'react';
import { useText } from '../../app/text.js';
import { currentOf, nextOf, type Stand } from './play.js';
import type { TriageGroup } from './use-triage-list.js';
import { useViewers } from './use-viewers.js';

const NOTHING: ReadonlySet<string> = new Set();

interface PlayParts {
  readonly groups: readonly TriageGroup[];
  readonly playing: boolean;
}

/** Which line is looked at, in a list or one after another; and who else looks at which. */
export function usePlay({ groups, playing }: PlayParts) {
  const text = useText();
  const toast = useToast();
  const [stand, setStand] = useState<Stand | null>(null);
  const [passed, setPassed] = useState(NOTHING);
  const at = groups.findIndex(({ id }) => id === stand?.id);
  const pass = (ids: readonly string[]): void => setPassed((before) => new Set([...before, ...ids]));
  const isPassed = ({ id, ids }: TriageGroup): boolean => passed.has(id) || ids.some((each) => passed.has(each));
  // One that was arrived at stays, also when a colleague comes after.
  const standing = at >= 0 && groups[at] !== undefined && !groups[at].gone && !isPassed(groups[at]) ? groups[at] : null;
  const from = at >= 0 ? at : (stand?.index ?? 0);
  const current = playing ? (standing ?? nextOf(groups, from, isPassed)) : currentOf(groups, stand);
  const viewers = useViewers(current?.id ?? null, (names) => {
    if (!playing || current === null) return;
    toast({ text: text('triage.play.taken', { title: current.lead.title, names: names.join(', ') }) });
    setStand({ id: current.id, index: groups.indexOf(current) + 1 });
    pass(current.ids);
  });
  const index = current === null ? -1 : groups.indexOf(current);
  // What is looked at is stood at, so that the list may change around it.
  if (current !== null && stand?.id !== current.id) setStand({ id: current.id, index });
  const choose = (group: TriageGroup | undefined): void => {
    if (group !== undefined) setStand({ id: group.id, index: groups.indexOf(group) });
  };
  return {
    current,
    viewers,
    choose,
    move: (step: 1 | -1) => choose(groups[index + step]),
    /** Not offered again in this walk. */
    pass: (group: TriageGroup) => pass(group.ids),
    again: (ids: readonly string[]) => setPassed((before) => new Set([...before].filter((id) => !ids.includes(id)))),
    restart: () => {
      setPassed(NOTHING);
      choose(groups.find(({ gone }) => !gone));
    },
    left: groups.filter((group) => !group.gone && !isPassed(group)).length,
  };
}
