import { oneOf, useAddress, useMay } from '@daylight/web-app';
import { Button, PageLayout, Tabs } from '@daylight/web-ui';
import { IconUserPlus } from '@tabler/icons-react';
import { lazy, Suspense, useRef, useState } from 'react';
import { useText } from '../../app/text.js';
import { ClientsTab } from '../../features/people/clients-tab.js';
import type { PeopleQuestion } from '../../features/people/people-dialogs.js';
import classes from '../../features/people/people.module.css';
import { ReturnedAddresses } from '../../features/returned/returned-addresses.js';
import { StaffTab } from '../../features/people/staff-tab.js';
import { TeamsTab } from '../../features/people/teams-tab.js';

const Dialogs = lazy(() => import('../../features/people/people-dialogs.js'));
const TABS = ['staff', 'clients', 'teams'] as const;

/** Who can sign in on both sides, what they may do, and how staff are grouped. */
export function PeoplePage() {
  const text = useText();
  const address = useAddress();
  const may = useMay();
  const tab = oneOf(address.get('tab'), TABS);
  const [question, setQuestion] = useState<PeopleQuestion | null>(null);
  const [version, setVersion] = useState(0);
  const reload = useRef<() => void>(() => undefined);
  const onAsk = (asked: PeopleQuestion, again: () => void): void => {
    reload.current = again;
    setQuestion(asked);
  };
  // A list that was asked from reloads itself; inviting begins at the head of the page: there the lists start anew.
  const invite = (asked: PeopleQuestion): void => onAsk(asked, () => setVersion((before) => before + 1));
  const manages = may('people:manage');
  const shared = { address, manages, onAsk };
  const action =
    tab === 'staff'
      ? manages
        ? (['people.inviteStaff', { kind: 'invite-staff' }] as const)
        : null
      : tab === 'clients'
        ? may('people:invite')
          ? (['people.inviteClient', { kind: 'invite-client' }] as const)
          : null
        : manages
          ? (['people.newTeam', { kind: 'team' }] as const)
          : null;
  return (
    <PageLayout
      title={text('people.title')}
      actions={
        action === null ? undefined : (
          <Button look="primary" icon={<IconUserPlus size={18} aria-hidden />} onClick={() => invite(action[1])}>
            {text(action[0])}
          </Button>
        )
      }
    >
      <ReturnedAddresses />
      <Tabs
        label={text('people.title')}
        value={tab}
        onChange={(chosen) => address.set({ tab: chosen === 'staff' ? null : chosen, q: null, status: null })}
        tabs={TABS.map((id) => ({
          id,
          label: text(`people.${id}`),
          content: (
            <div key={version} className={classes['paper']}>
              {id === 'staff' ? (
                <StaffTab {...shared} />
              ) : id === 'clients' ? (
                <ClientsTab {...shared} />
              ) : (
                <TeamsTab manages={manages} onAsk={onAsk} />
              )}
            </div>
          ),
        }))}
      />
      <Suspense>
        {question === null ? null : (
          <Dialogs question={question} onClose={() => setQuestion(null)} onChanged={() => reload.current()} />
        )}
      </Suspense>
    </PageLayout>
  );
}
