import { formatNumber } from '@daylight/web-format';
import { useLanguage } from '@daylight/web-ui';
import { IconPaperclip } from '@tabler/icons-react';
import classes from './file-links.module.css';

interface FileLinksProps {
  readonly files: readonly { readonly id: string; readonly name: string; readonly sizeBytes: number }[];
}

/** Files kept by Daylight, as downloads. */
export function FileLinks({ files }: FileLinksProps) {
  const language = useLanguage();
  if (files.length === 0) return null;
  const size = (bytes: number): string => (bytes < 1_048_576 ? `${formatNumber(Math.ceil(bytes / 1_024), language)} kB` : `${formatNumber(Math.ceil((bytes / 1_048_576) * 10) / 10, language)} MB`);
  return (
    <ul className={classes['list']}>
      {files.map(({ id, name, sizeBytes }) => (
        <li key={id}>
          <a className={classes['file']} href={`/files/${encodeURIComponent(id)}`} download={name}>
            <IconPaperclip size={16} stroke={1.75} aria-hidden />
            <span>{name}</span>
            <span className={classes['size']}>{size(sizeBytes)}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
