import { fireEvent, screen } from '@testing-library/react';
import { renderUi } from '../testing.js';
import { FileDrop } from './file-drop.js';

const MOST = 25 * 1_048_576;

/** A file of that size, without its bytes. */
function fileOf(name: string, size: number): File {
  const file = new File([''], name, { type: 'text/csv' });
  Object.defineProperty(file, 'size', { value: size });
  return file;
}

describe('giving files', () => {
  it.each([
    ['ko', '기록.csv는 25MB보다 커서 첨부할 수 없습니다.'],
    ['en', '기록.csv: larger than 25 MB, so it was not attached.'],
  ] as const)('one that is too large is refused in words (%s) before anything is sent', (language, words) => {
    const onAdd = jest.fn();
    renderUi(<FileDrop label="파일" files={[]} maxBytes={MOST} onAdd={onAdd} onRemove={() => undefined} />, {
      language,
    });
    fireEvent.change(screen.getByLabelText(/파일/u), { target: { files: [fileOf('기록.csv', MOST + 1)] } });
    expect(onAdd).not.toHaveBeenCalled();
    expect(screen.getByRole('alert').textContent?.replaceAll(' MB', 'MB')).toBe(words.replaceAll(' MB', 'MB'));
  });

  it('one of just that size is taken, and the others of the same choice too', () => {
    const onAdd = jest.fn();
    renderUi(<FileDrop label="파일" files={[]} maxBytes={MOST} onAdd={onAdd} onRemove={() => undefined} />);
    const [large, fits] = [fileOf('b.csv', MOST + 1), fileOf('a.csv', MOST)];
    fireEvent.change(screen.getByLabelText(/파일/u), { target: { files: [large, fits] } });
    expect(onAdd).toHaveBeenCalledWith([fits]);
    expect(screen.getByRole('alert').textContent).toContain('b.csv');
  });
});
