import { useGo } from '@daylight/web-app';
import { useSession } from '@daylight/web-data';
import { formatMoney } from '@daylight/web-format';
import { ChartFigure, useHotkeys, useLanguage } from '@daylight/web-ui';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useText } from '../../app/text.js';
import { useLineWork, withPending } from '../queue/use-line-work.js';
import { lanesOf, stakes, type Dot } from './lanes.js';
import { RiskCurrent } from './risk-current.js';
import { RiskPicture } from './risk-picture.js';
import { RiskTable } from './risk-table.js';
import classes from './risk.module.css';

const Dialogs = lazy(() => import('../queue/queue-dialogs.js'));

interface RiskBoardProps {
  readonly dots: readonly Dot[];
  readonly hours: number;
}

/** The board with what can be done from it: claim, assign, open. */
export function RiskBoard({ dots: known, hours }: RiskBoardProps) {
  const text = useText();
  const language = useLanguage();
  const go = useGo();
  const { viewer } = useSession();
  const { id, displayName } = viewer;
  const work = useLineWork({ __typename: 'PersonName', id, displayName, side: 'PROVIDER' });
  const [wanted, setWanted] = useState<string | null>(null);
  const [assigning, setAssigning] = useState(false);
  const lanes = useMemo(() => {
    const lines = withPending(
      known.map(({ ticket }) => ticket),
      work.pending,
    );
    return lanesOf(
      known.map((dot, index) => ({ ...dot, ticket: lines[index] ?? dot.ticket })),
      language,
    );
  }, [known, work.pending, language]);
  const dots = lanes.flatMap((lane) => lane.dots);
  const current = dots.find(({ ticket }) => ticket.id === wanted) ?? null;
  const at = dots.findIndex(({ ticket }) => ticket.id === wanted);
  const move = (step: 1 | -1) => () => setWanted(dots[at < 0 ? 0 : at + step]?.ticket.id ?? wanted);
  const open = (): void => void (current !== null && go(`/tickets/${current.ticket.key}`));
  const claim = (): void => void (current !== null && work.claim([current.ticket]));
  const assign = (): void => setAssigning(current !== null);
  const group = text('risk.title');
  useHotkeys([
    { keys: 'KeyJ', label: text('queue.keys.next'), group, run: move(1) },
    { keys: 'KeyK', label: text('queue.keys.previous'), group, run: move(-1) },
    { keys: 'KeyA', label: text('queue.claim'), group, run: claim },
    { keys: 'KeyI', label: text('queue.assign'), group, run: assign },
    { keys: 'KeyO', label: text('queue.open'), group, run: open },
  ]);
  return (
    <>
      <ChartFigure
        title={text('risk.title')}
        finding={<Finding dots={dots} hours={hours} />}
        table={<RiskTable lanes={lanes} />}
      >
        <div className={classes['picture']}>
          <RiskPicture lanes={lanes} hours={hours} current={wanted} onCurrent={setWanted} onOpen={open} />
          <Legend dots={dots} />
          {current === null ? null : <RiskCurrent dot={current} onClaim={claim} onAssign={assign} />}
        </div>
        <div className={classes['list']}>
          <RiskTable lanes={lanes} />
        </div>
      </ChartFigure>
      {assigning && current !== null ? (
        <Suspense>
          <Dialogs
            kind="assign"
            rows={[current.ticket]}
            onAssign={(assignment) => void work.assign([current.ticket], assignment)}
            onPriority={() => undefined}
            onClose={() => setAssigning(false)}
          />
        </Suspense>
      ) : null}
    </>
  );
}

/** One sentence: what the picture shows. */
function Finding({ dots: all, hours: ahead }: RiskBoardProps) {
  const text = useText();
  const over = all.filter((dot) => dot.over).length;
  return text('risk.finding', { over, ahead: all.length - over, hours: ahead });
}

function Legend({ dots: all }: { readonly dots: readonly Dot[] }) {
  const text = useText();
  const language = useLanguage();
  const weights = stakes(all);
  const most = Math.max(0, ...weights.values());
  const currency = all.find(({ atStake }) => atStake !== null)?.atStake?.currency ?? '';
  return (
    <ul className={classes['legend']}>
      {(['over', 'soon', 'later'] as const).map((look) => (
        <li key={look}>
          <span className={classes['key']} data-look={look} aria-hidden /> {text(`risk.key.${look}`)}
        </li>
      ))}
      <li>
        <span className={classes['key']} data-free aria-hidden /> {text('risk.key.free')}
      </li>
      <li>
        {most > 0
          ? text('risk.size', { most: formatMoney({ amountMinor: most, currency }, language) })
          : text('risk.sizeNone')}
      </li>
    </ul>
  );
}
