import type { Terms } from '@daylight/domain';
import type { VersionWholeFragment } from '../generated/contracts.js';
import { WhatIfPanel } from '../view/what-if-panel.js';
import { DraftEditor } from './draft-editor.js';

interface DraftingProps {
  readonly detail: VersionWholeFragment;
  readonly terms: Terms;
  readonly dirty: boolean;
  readonly onSaved: () => void;
  readonly onDirty: (dirty: boolean) => void;
}

/** What is needed while a version is still written; whoever reads one doesn't fetch it. */
export default function Drafting({ detail, terms, dirty, onSaved, onDirty }: DraftingProps) {
  return (
    <>
      <DraftEditor detail={detail} terms={terms} onSaved={onSaved} onDirty={onDirty} />
      <WhatIfPanel key={detail.version.version} versionId={detail.version.id} dirty={dirty} />
    </>
  );
}
