import { fireEvent, screen } from '@testing-library/react';
import { renderUi } from '../testing.js';
import { useToast } from './toast.js';

function Sender({ undo }: { readonly undo: () => void }) {
  const toast = useToast();
  return (
    <>
      <button type="button" onClick={() => toast({ text: '답장을 보냈습니다.', undo })}>
        보내기
      </button>
      <textarea aria-label="답장" />
    </>
  );
}

/** Ctrl+Z as a Korean keyboard gives it: the letter is Hangul, the place of the key is not. */
const pressUndo = (target: Element) => fireEvent.keyDown(target, { code: 'KeyZ', key: 'ㅋ', ctrlKey: true });

describe('a message that offers to undo', () => {
  it('is undone by Ctrl+Z, once', () => {
    const undo = jest.fn();
    renderUi(<Sender undo={undo} />);
    fireEvent.click(screen.getByText('보내기'));
    pressUndo(document.body);
    pressUndo(document.body);
    expect(undo).toHaveBeenCalledTimes(1);
    expect(screen.queryByText('답장을 보냈습니다.')).toBeNull();
  });

  it('leaves Ctrl+Z to a field that holds text, and takes it in an empty one', () => {
    const undo = jest.fn();
    renderUi(<Sender undo={undo} />);
    fireEvent.click(screen.getByText('보내기'));
    const field = screen.getByLabelText('답장');
    fireEvent.change(field, { target: { value: '다음 답장' } });
    pressUndo(field);
    expect(undo).not.toHaveBeenCalled();
    fireEvent.change(field, { target: { value: '' } });
    pressUndo(field);
    expect(undo).toHaveBeenCalledTimes(1);
  });
});
