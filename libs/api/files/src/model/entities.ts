import { FileContentRow } from './file-content.row.js';
import { FileRow } from './file.row.js';

export const entities = [FileRow, FileContentRow];
