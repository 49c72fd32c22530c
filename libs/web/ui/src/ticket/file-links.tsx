import { formatNumber } from '@daylight/web-format';
import { IconPaperclip } from '@tabler/icons-react';
import { createContext, useContext, type ReactNode } from 'react';
import { useLanguage } from '../text/locale.js';
import classes from './file-links.module.css';

export interface LinkedFile {
  readonly id: string;
  readonly name: string;
  readonly sizeBytes: number;
}

const FileAddress = createContext<(fileId: string) => string>(() => '');

interface FileAddressProps {
  /** Where a file's bytes are. A link sends no header that would name the company: the address has to. */
  readonly address: (fileId: string) => string;
  readonly children: ReactNode;
}

/** Tells every link to a file below where the bytes are. */
export const FileAddressProvider = ({ address, children }: FileAddressProps) => (
  <FileAddress value={address}>{children}</FileAddress>
);

export interface FileLinksProps {
  readonly files: readonly LinkedFile[];
}

const KB = 1_024;
const MB = 1_048_576;

/** Files kept by Daylight, as downloads. */
export function FileLinks({ files }: FileLinksProps) {
  const address = useContext(FileAddress);
  const language = useLanguage();
  if (files.length === 0) return null;
  const size = (bytes: number): string =>
    bytes < MB
      ? `${formatNumber(Math.ceil(bytes / KB), language)} kB`
      : `${formatNumber(Math.ceil((bytes / MB) * 10) / 10, language)} MB`;
  return (
    <ul className={classes['list']}>
      {files.map(({ id, name, sizeBytes }) => (
        <li key={id}>
          <a className={classes['file']} href={address(id)} download={name}>
            <IconPaperclip size={16} stroke={1.75} aria-hidden />
            <span>{name}</span>
            <span className={classes['size']}>{size(sizeBytes)}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
