import { useMay } from '@daylight/web-app';
import { useMutation, useQuery } from '@daylight/web-data';
import { Badge, Button, Panel, Row, Stack, Table, Text, Time, useToast } from '@daylight/web-ui';
import { useText } from '../../app/text.js';
import { ReturnedAddressesDocument, TryAddressAgainDocument } from './generated/returned.js';

/** People whose address returns mail; nothing where none does. */
export function ReturnedAddresses() {
  const text = useText();
  const toast = useToast();
  const mayMend = useMay()('people:manage');
  const [{ data }, ask] = useQuery({ query: ReturnedAddressesDocument, variables: {} });
  const [{ fetching }, send] = useMutation(TryAddressAgainDocument);
  const rows = data?.returnedAddresses ?? [];
  if (rows.length === 0) return null;
  async function tryAgain(id: string, address: string): Promise<void> {
    const { data: answer } = await send({ input: { id } });
    if (answer === undefined) toast({ tone: 'error', text: text('page.unreachable') });
    else toast({ text: text('returned.tried', { address }) });
    ask({ requestPolicy: 'network-only' });
  }
  return (
    <Panel title={text('returned.title')} description={text('returned.lead')} look="flush">
      <Table
        caption={text('returned.title')}
        head={[
          text('returned.address'),
          text('returned.since'),
          text('returned.said'),
          <span key="x" className="dl-hidden">
            {text('returned.tryAgain')}
          </span>,
        ]}
        rows={rows.map(({ id, address, person, tenantName, returned }) => [
          <Stack key="a" gap="xs">
            <Row gap="s">
              <span>{person?.displayName ?? address}</span>
              <Badge tone={returned.kind === 'HARD' ? 'danger' : 'warn'}>{text(`returned.${returned.kind}`)}</Badge>
            </Row>
            <Text look="small">{[address, tenantName].filter((each) => each !== null).join(' · ')}</Text>
          </Stack>,
          <Time key="t" at={returned.at} style="dayTime" />,
          <Text key="s" look="small">
            {[returned.status, returned.said].filter((each) => each !== null).join(' · ')}
          </Text>,
          mayMend ? (
            <Button
              key="b"
              size="small"
              busy={fetching}
              aria-label={text('returned.tryAgainOf', { address })}
              onClick={() => void tryAgain(id, address)}
            >
              {text('returned.tryAgain')}
            </Button>
          ) : null,
        ])}
      />
    </Panel>
  );
}
