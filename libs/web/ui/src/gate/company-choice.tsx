import type { ReactNode } from 'react';
import { Button } from '../forms/button.js';
import { GatePage } from '../layout/full-page.js';
import { Stack } from '../layout/stack.js';
import { useUiText } from '../text/ui-text.js';
import { SignInScene } from './sign-in-scene.js';

export interface CompanyChoiceProps {
  readonly companies: readonly { readonly id: string; readonly name: string }[];
  readonly tools: ReactNode;
  readonly onChoose: (companyId: string) => void;
  readonly onSignOut: () => void;
}

/** The company that was open is closed, or no longer the reader's: they go on with another, or leave. */
export function CompanyChoice({ companies, tools, onChoose, onSignOut }: CompanyChoiceProps) {
  const text = useUiText();
  const none = companies.length === 0;
  return (
    <GatePage
      title={text('ui.company.closed.title')}
      lead={text(none ? 'ui.company.closed.none' : 'ui.company.closed.choose')}
      tools={tools}
      aside={<SignInScene />}
    >
      <Stack gap="s">
        {companies.map(({ id, name }) => (
          <Button key={id} full onClick={() => onChoose(id)}>
            {name}
          </Button>
        ))}
        <Button look="quiet" full onClick={onSignOut}>
          {text('ui.company.signOut')}
        </Button>
      </Stack>
    </GatePage>
  );
}
