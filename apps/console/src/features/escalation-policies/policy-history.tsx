import { QueryView } from '@daylight/web-app';
import { useQuery } from '@daylight/web-data';
import { Badge, Panel, Row, Text, Time } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import { PolicyHistoryDocument } from './generated/policy-history.js';
import classes from './policy-history.module.css';

/** Who changed what of a policy and when, the newest first. */
export function PolicyHistory({ policyId }: { readonly policyId: string }) {
  const text = useText();
  const [state, ask] = useQuery({ query: PolicyHistoryDocument, variables: { policyId } });
  return (
    <Panel title={text('policy.history')} description={text('policy.history.lead')}>
      <QueryView state={state} onRetry={() => ask({ requestPolicy: 'network-only' })} lines={2}>
        {({ policyHistory }) => (
          <ol className={classes['versions']}>
            {policyHistory.map(({ version, at, by, archived, changes }) => (
              <li key={version} className={classes['version']}>
                <Row gap="s">
                  <strong>{text('policy.versionNumber', { version })}</strong>
                  <Text look="small">
                    <Time at={at} style="dayTime" />
                    {by === null ? null : ` · ${by.displayName}`}
                  </Text>
                  {archived ? <Badge>{text('policy.history.archived')}</Badge> : null}
                </Row>
                {changes.length === 0 ? <Text look="small">{text('policy.history.same')}</Text> : null}
                <ul>
                  {changes.map((change) => (
                    <li key={change}>{change}</li>
                  ))}
                </ul>
              </li>
            ))}
          </ol>
        )}
      </QueryView>
    </Panel>
  );
}
