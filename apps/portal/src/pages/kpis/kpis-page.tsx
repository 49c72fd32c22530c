import { EmptyState, PageLayout, Panel } from '@daylight/web-ui';
import { useText } from '../../app/text.js';

export function KpisPage() {
  const text = useText();
  return (
    <PageLayout title={text('app.nav.kpis')}>
      <Panel look="flush">
        <EmptyState title={text('app.empty.title')}>{text('app.empty.body')}</EmptyState>
      </Panel>
    </PageLayout>
  );
}
