import { act, fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { renderUi } from '../testing.js';
import { Composer } from './composer.js';

function setUp(answer = true) {
  const onSubmit = jest.fn(() => Promise.resolve(answer));
  const onDraft = jest.fn();
  renderUi(
    <Composer
      label="답장"
      submitLabel="보내기"
      onSubmit={onSubmit}
      onDraft={onDraft}
      audiences={['PUBLIC', 'INTERNAL']}
    />,
  );
  const field = screen.getByLabelText<HTMLTextAreaElement>('답장');
  const type = (value: string): boolean => fireEvent.change(field, { target: { value } });
  return { onSubmit, onDraft, field, type };
}

describe('writing to each other', () => {
  it('the Enter that ends a syllable does not send', () => {
    const { onSubmit, field, type } = setUp();
    type('안녕하세요');
    fireEvent.keyDown(field, { code: 'Enter', key: 'Enter', metaKey: true, isComposing: true });
    fireEvent.keyDown(field, { code: 'Enter', key: 'Process', metaKey: true, keyCode: 229 });
    expect(onSubmit).not.toHaveBeenCalled();
  });

  it('⌘Enter sends what was written and empties the field', async () => {
    const { onSubmit, field, type } = setUp();
    type('확인했습니다.');
    await act(async () => void fireEvent.keyDown(field, { code: 'Enter', key: 'Enter', metaKey: true }));
    expect(onSubmit).toHaveBeenCalledWith('확인했습니다.', 'PUBLIC');
    expect(field.value).toBe('');
  });

  it('what was refused stays to be sent again', async () => {
    const { field, type } = setUp(false);
    type('확인했습니다.');
    await act(async () => void fireEvent.keyDown(field, { code: 'Enter', key: 'Enter', ctrlKey: true }));
    expect(field.value).toBe('확인했습니다.');
  });

  it('Enter alone makes a new line, and nothing sends nothing', () => {
    const { onSubmit, field, type } = setUp();
    fireEvent.keyDown(field, { code: 'Enter', key: 'Enter', metaKey: true });
    type('글');
    fireEvent.keyDown(field, { code: 'Enter', key: 'Enter' });
    expect(onSubmit).not.toHaveBeenCalled();
  });

  it('an internal note is chosen and named before it is sent', async () => {
    const { onSubmit, field, type } = setUp();
    fireEvent.click(screen.getByRole('radio', { name: '내부 메모' }));
    type('원인 조사 중');
    await act(async () => void fireEvent.keyDown(field, { code: 'Enter', key: 'Enter', metaKey: true }));
    expect(onSubmit).toHaveBeenCalledWith('원인 조사 중', 'INTERNAL');
  });

  it('a draft is kept half a second after the last key, and when the page goes away', () => {
    jest.useFakeTimers();
    const { onDraft, type } = setUp();
    type('초');
    type('초안');
    act(() => void jest.advanceTimersByTime(500));
    type('초안 둘');
    fireEvent(globalThis.window, new Event('pagehide'));
    expect(onDraft.mock.calls).toEqual([['초안'], ['초안 둘']]);
    jest.useRealTimers();
  });

  it('a text that was taken back returns to an empty field, and leaves another draft alone', () => {
    renderUi(<TakingBack />);
    const field = screen.getByLabelText<HTMLTextAreaElement>('답장');
    fireEvent.click(screen.getByText('되돌리기'));
    expect(field.value).toBe('먼저 보낸 글');
    fireEvent.change(field, { target: { value: '새 글' } });
    fireEvent.click(screen.getByText('되돌리기'));
    expect(field.value).toBe('새 글');
  });
});

function TakingBack() {
  const [returned, setReturned] = useState<{ readonly text: string } | null>(null);
  return (
    <>
      <Composer label="답장" submitLabel="보내기" onSubmit={() => Promise.resolve(true)} returned={returned} />
      <button type="button" onClick={() => setReturned({ text: '먼저 보낸 글' })}>
        되돌리기
      </button>
    </>
  );
}
