import { formatNumber } from '@daylight/web-format';
import { IconPaperclip } from '@tabler/icons-react';
import { useLanguage } from '../text/locale.js';
import classes from './file-links.module.css';

export interface LinkedFile {
  readonly id: string;
  readonly name: string;
  readonly sizeBytes: number;
}

export interface FileLinksProps {
  /** Where the bytes are: `/portal/files` or `/console/files`. */
  readonly base: string;
  /** The company that is open: a link sends no header that would say so. Null in the console. */
  readonly tenantId?: string | null;
  readonly files: readonly LinkedFile[];
}

const KB = 1_024;
const MB = 1_048_576;

/** Files kept by Daylight, as downloads. */
export function FileLinks({ base, tenantId = null, files }: FileLinksProps) {
  const language = useLanguage();
  if (files.length === 0) return null;
  const size = (bytes: number): string =>
    bytes < MB
      ? `${formatNumber(Math.ceil(bytes / KB), language)} kB`
      : `${formatNumber(Math.ceil((bytes / MB) * 10) / 10, language)} MB`;
  const tail = tenantId === null ? '' : `?tenant=${encodeURIComponent(tenantId)}`;
  return (
    <ul className={classes['list']}>
      {files.map(({ id, name, sizeBytes }) => (
        <li key={id}>
          <a className={classes['file']} href={`${base}/${encodeURIComponent(id)}${tail}`} download={name}>
            <IconPaperclip size={16} stroke={1.75} aria-hidden />
            <span>{name}</span>
            <span className={classes['size']}>{size(sizeBytes)}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
