import { CombinedError } from '@urql/core';
import { screen } from '@testing-library/react';
import { renderUi } from '@daylight/web-ui/testing';
import messages from '../messages/ko.json';
import { QueryView } from './query-view.js';

const draw = (state: { data?: { name: string }; error?: CombinedError; fetching: boolean }) =>
  renderUi(
    <QueryView state={state} onRetry={() => undefined}>
      {({ name }) => <p>{name}</p>}
    </QueryView>,
    { messages },
  );
const refused = (code: string) =>
  new CombinedError({ graphQLErrors: [{ message: 'no', extensions: { code, requestId: 'req-1' } }] });

describe('the page of a query', () => {
  it('shows what came', () => {
    draw({ data: { name: '한빛정밀' }, fetching: false });
    expect(screen.getByText('한빛정밀')).toBeTruthy();
  });

  it('says that the reader may not see it, also when half an answer came with the refusal', () => {
    draw({ data: { name: '한빛정밀' }, error: refused('FORBIDDEN'), fetching: false });
    expect(screen.getByText(messages['page.forbidden.title'])).toBeTruthy();
    expect(screen.queryByText('한빛정밀')).toBeNull();
  });

  it('shows nothing of half an answer while it is asked for again', () => {
    draw({ data: { name: '한빛정밀' }, error: refused('UNAUTHENTICATED'), fetching: true });
    expect(screen.queryByText('한빛정밀')).toBeNull();
  });

  it('names the request when something broke, and offers to try again', () => {
    draw({ error: refused('INTERNAL'), fetching: false });
    expect(screen.getByText('req-1')).toBeTruthy();
    expect(screen.getByRole('button', { name: '다시 시도' })).toBeTruthy();
  });

  it('keeps what was there when the connection is lost, and says so', () => {
    draw({
      data: { name: '한빛정밀' },
      error: new CombinedError({ networkError: new Error('offline') }),
      fetching: false,
    });
    expect(screen.getByText('한빛정밀')).toBeTruthy();
    expect(screen.getByText(messages['page.notFresh'])).toBeTruthy();
  });
});
