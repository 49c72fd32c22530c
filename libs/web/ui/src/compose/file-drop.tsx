import { formatNumber } from '@daylight/web-format';
import { IconFile, IconUpload, IconX } from '@tabler/icons-react';
import { useId, useState, type DragEvent } from 'react';
import { IconButton } from '../forms/button.js';
import { useLanguage } from '../text/locale.js';
import { useUiText } from '../text/ui-text.js';
import classes from './file-drop.module.css';

/** A file on its way or refused. */
export interface FileItem {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  /** 0..1 while it is sent; null when done. */
  readonly progress: number | null;
  readonly error: string | null;
}

export interface FileDropProps {
  readonly label: string;
  readonly files: readonly FileItem[];
  readonly maxBytes: number;
  /** As in `<input accept>`. */
  readonly accept?: string;
  readonly multiple?: boolean;
  /** Files within the limit; too large ones are named in a message and never handed over. */
  readonly onAdd: (files: readonly File[]) => void;
  readonly onRemove: (id: string) => void;
}

/** Takes files by dropping, choosing or keyboard; shows their progress and what is wrong with them. */
export function FileDrop({ label, files, maxBytes, accept, multiple = true, onAdd, onRemove }: FileDropProps) {
  const text = useUiText();
  const language = useLanguage();
  const id = useId();
  const [over, setOver] = useState(false);
  const [refused, setRefused] = useState<readonly string[]>([]);
  const megabytes = (bytes: number): string => `${formatNumber(Math.ceil((bytes / 1_048_576) * 10) / 10, language)} MB`;

  function add(list: FileList | null): void {
    const all = [...(list ?? [])].slice(0, multiple ? undefined : 1);
    setRefused(all.filter((file) => file.size > maxBytes).map((file) => file.name));
    const fitting = all.filter((file) => file.size <= maxBytes);
    if (fitting.length > 0) onAdd(fitting);
  }
  function drop(event: DragEvent): void {
    event.preventDefault();
    setOver(false);
    add(event.dataTransfer.files);
  }

  return (
    <div>
      <label
        htmlFor={id}
        className={classes['drop']}
        data-over={over}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <input
          id={id}
          type="file"
          className="dl-hidden"
          multiple={multiple}
          {...(accept === undefined ? {} : { accept })}
          onChange={(event) => {
            add(event.currentTarget.files);
            event.currentTarget.value = '';
          }}
        />
        <IconUpload size={20} aria-hidden />
        <span>
          <strong>{label}</strong> {text('ui.file.hint', { max: megabytes(maxBytes) })}
        </span>
      </label>
      {refused.length === 0 ? null : (
        <p className={classes['error']} role="alert">
          {text('ui.file.tooLarge', { names: refused.join(', '), max: megabytes(maxBytes) })}
        </p>
      )}
      {files.length === 0 ? null : (
        <ul className={classes['list']}>
          {files.map((file) => (
            <li key={file.id} className={classes['file']}>
              <IconFile size={18} aria-hidden />
              <span className={classes['name']}>{file.name}</span>
              <span className={classes['size']}>{megabytes(file.bytes)}</span>
              {file.progress === null ? null : (
                <progress className={classes['progress']} value={file.progress} aria-label={file.name} />
              )}
              {file.error === null ? null : <span className={classes['error']}>{file.error}</span>}
              <IconButton
                label={text('ui.file.remove', { name: file.name })}
                icon={<IconX size={16} />}
                onClick={() => onRemove(file.id)}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
