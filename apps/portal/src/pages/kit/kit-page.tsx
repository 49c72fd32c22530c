import { Switches } from '@daylight/web-app';
import { now } from '@daylight/web-format';
import {
  Badge,
  Banner,
  BulletChart,
  Button,
  ClockTimeline,
  DataTable,
  EmptyState,
  ErrorState,
  Facts,
  Grid,
  Kbd,
  KpiTile,
  PageLayout,
  Panel,
  PriorityBadge,
  Row,
  SlaBadge,
  Stack,
  StatusBadge,
  Table,
  TrendChart,
  type Column,
  type TicketPriority,
} from '@daylight/web-ui';
import { useState } from 'react';
import { Form, Overlays, Writing } from './kit-inputs.js';
import { sampleClocks, sampleDue, sampleMarks, sampleSegments, sampleTickets, type SampleTicket } from './samples.js';

const clocks = sampleClocks(now());
const priorities: readonly TicketPriority[] = ['P1', 'P2', 'P3', 'P4', 'P5'];

const columns: readonly Column<SampleTicket>[] = [
  { id: 'key', header: '번호', width: '8.5rem', cell: (row) => row.key, sortable: true },
  { id: 'subject', header: '제목', cell: (row) => <a href={`#${row.key}`}>{row.subject}</a>, primary: true },
  { id: 'service', header: '서비스', width: '11rem', cell: (row) => row.service, wideOnly: true },
  { id: 'priority', header: '우선순위', width: '6rem', cell: (row) => <PriorityBadge priority={row.priority} /> },
  { id: 'status', header: '상태', width: '9rem', cell: (row) => <StatusBadge status={row.status} /> },
  {
    id: 'clock',
    header: 'SLA',
    width: '10rem',
    cell: (row) => {
      const sample = clocks[row.clock];
      return sample === undefined ? null : (
        <SlaBadge clock={sample.clock} pausedReason={sample.pausedReason ?? null} contractZone="Asia/Seoul" />
      );
    },
  },
];

/** Every part of the kit on one page, for pictures and for the accessibility check. Only in builds made for tests. */
export function KitPage() {
  return (
    <main>
      <Banner tone="warn">오프라인입니다. 작성 중인 내용은 이 브라우저에 저장됩니다.</Banner>
      <PageLayout
        title="Daylight kit"
        description="구성 요소 모음 · Every part on one page"
        actions={
          <>
            <Switches />
            <Button>Secondary</Button>
            <Button look="primary">문의하기</Button>
          </>
        }
      >
        <Grid min={15}>
          <KpiTile
            label="최초 응답 준수율"
            value="98.41%"
            verdict="met"
            target="목표 95%"
            change={{ text: '1.20%p', better: true, up: true }}
            n={63}
            asOf="2026-11-22T05:05:00Z"
            href="#kpi"
          />
          <KpiTile
            label="복구 준수율"
            value="91.66%"
            verdict="missed"
            target="목표 95%"
            change={{ text: '2.31%p', better: false, up: false }}
            n={12}
            asOf="2026-11-22T05:05:00Z"
          />
          <KpiTile label="가용률" value={null} verdict={null} target="목표 99.95%" n={0} />
          <KpiTile label="Backlog" value="17" verdict={null} n={17} asOf="2026-11-22T05:05:00Z" />
        </Grid>
        <Panel title="Tickets" look="flush" actions={<Button size="small">CSV</Button>}>
          <Tickets />
        </Panel>
        <Panel>
          <ClockTimeline
            title="복구 시간 · P2"
            finding="기한 4시간 가운데 고객 회신 대기 1시간 18분과 야간은 제외되었고, 8분을 넘겨 복구했습니다."
            segments={sampleSegments}
            marks={sampleMarks}
            dueAt={sampleDue}
            zone="Asia/Seoul"
          />
        </Panel>
        <Grid min={28}>
          <Panel>
            <BulletChart
              title="SLA 준수율"
              finding="P2 복구만 목표에 못 미쳤습니다."
              rows={[
                { id: '1', label: 'P1 응답', value: 100, target: 95, previous: 97, n: 9 },
                { id: '2', label: 'P2 응답', value: 97.2, target: 95, previous: 94, n: 36 },
                { id: '3', label: 'P2 복구', value: 88.8, target: 92, previous: 93, n: 36 },
                { id: '4', label: 'P4 응답', value: 100, target: 90, previous: null, n: 3 },
                { id: '5', label: 'P5', value: null, target: 90, previous: null, n: 0 },
              ]}
            />
          </Panel>
          <Panel>
            <TrendChart
              title="복구 시간 중앙값"
              finding="3개월째 목표 아래에 있습니다."
              min={0}
              target={4}
              targetLabel="목표 4시간"
              format={(value) => `${value}시간`}
              points={[5.2, 4.8, 5, 4.1, null, 3.6, 3.9, 3.1].map((value, index) => ({
                label: `${index + 3}월`,
                value,
                low: value === null ? null : value - 0.8,
                high: value === null ? null : value + 1.1,
              }))}
            />
          </Panel>
        </Grid>
        <Panel title="Badges">
          <Stack>
            <Row>
              {clocks.map((sample, index) => (
                <SlaBadge
                  key={index}
                  clock={sample.clock}
                  pausedReason={sample.pausedReason ?? null}
                  contractZone="Asia/Seoul"
                  calendarName="평일 09-18시"
                />
              ))}
            </Row>
            <Row>
              {priorities.map((priority) => (
                <PriorityBadge key={priority} priority={priority} withName />
              ))}
            </Row>
            <Row gap="m">
              {(
                [
                  'NEW',
                  'OPEN',
                  'WAITING_ON_CLIENT',
                  'WAITING_ON_THIRD_PARTY',
                  'SCHEDULED',
                  'RESOLVED',
                  'CLOSED',
                  'CANCELLED',
                  'MERGED',
                ] as const
              ).map((status) => (
                <StatusBadge key={status} status={status} />
              ))}
            </Row>
            <Row>
              {(['neutral', 'accent', 'ok', 'warn', 'danger'] as const).map((tone) => (
                <Badge key={tone} tone={tone} look="outline">
                  {tone}
                </Badge>
              ))}
              <Kbd keys="KeyG KeyT" />
              <Kbd keys="Mod+KeyK" />
            </Row>
          </Stack>
        </Panel>
        <Grid min={28}>
          <Panel title="Form">
            <Form />
          </Panel>
          <Panel title="Writing">
            <Writing />
          </Panel>
        </Grid>
        <Grid min={20}>
          <Panel title="Empty" look="flush">
            <EmptyState compact title="열린 티켓이 없습니다" action={<Button look="primary">문의하기</Button>}>
              새로운 문의는 계약한 시간 안에 답변드립니다.
            </EmptyState>
          </Panel>
          <Panel title="Error" look="flush">
            <ErrorState compact onRetry={() => undefined} requestId="req-7f3a" />
          </Panel>
          <Panel title="Facts">
            <Facts
              items={[
                { term: '계약', value: '제2차 개정본' },
                { term: '서비스 제공 시간', value: '평일 09:00–18:00 KST' },
                { term: '공급가액', value: '₩12,500,000 (부가세 별도)' },
              ]}
            />
          </Panel>
        </Grid>
        <Panel title="Notices and overlays">
          <Overlays />
        </Panel>
        <Panel title="Table" look="flush">
          <Table
            caption="SLA"
            head={['우선순위', '응답', '복구']}
            figures={[1, 2]}
            rows={[
              ['P1', '15분', '4시간'],
              ['P2', '30분', '8시간'],
              ['P3', '4시간', '3영업일'],
            ]}
          />
        </Panel>
      </PageLayout>
    </main>
  );
}

function Tickets() {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set(['3']));
  return (
    <DataTable
      caption="Tickets"
      columns={columns}
      rows={sampleTickets}
      rowKey={(row) => row.id}
      selected={selected}
      onSelect={setSelected}
      onOpen={() => undefined}
      sort={{ column: 'key', direction: 'descending' }}
      onSort={() => undefined}
      footer="4 / 4"
    />
  );
}
