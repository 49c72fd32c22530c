import { EmptyState, PageLayout, Panel } from '@daylight/web-ui';
import { useText } from '../../app/text.js';

export function QueuePage() {
  const text = useText();
  return (
    <PageLayout title={text('app.nav.queue')}>
      <Panel look="flush">
        <EmptyState title={text('app.empty.title')}>{text('app.empty.body')}</EmptyState>
      </Panel>
    </PageLayout>
  );
}
