/** Where files are sent to, and below which they are fetched. */
export const FILES = '/portal/files';
