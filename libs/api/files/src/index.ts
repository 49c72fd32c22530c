export { FilesModule } from './files.module.js';
export { asDownload } from './file-name.js';
export { readFile, type FileWithBytes } from './read-file.js';
export { RequestCallers } from './request-callers.js';
export { LARGEST_FILE_BYTES, storeFile, type NewFile, type StoredFile, type StoreOutcome } from './store-file.js';
