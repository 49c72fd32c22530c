import { useLocal } from '@daylight/web-app';
import { Panel, Prose } from '@daylight/web-ui';
import type { ReviewWholeFragment } from './generated/review.js';

/** What the account manager wrote. Parts left empty don't show. */
export function Sections({ sections }: { readonly sections: ReviewWholeFragment['sections'] }) {
  const local = useLocal();
  return (
    <>
      {sections
        .filter(({ ko, en }) => ko !== '' || en !== '')
        .map((section) => (
          <Panel key={section.key} title={section.title}>
            <Prose text={local(section)} />
          </Panel>
        ))}
    </>
  );
}
