/** Hands a text to the browser as a download. */
export function saveFile(file: { readonly fileName: string; readonly mediaType: string; readonly text: string }): void {
  const address = URL.createObjectURL(new Blob([file.text], { type: file.mediaType }));
  const link = document.createElement('a');
  link.href = address;
  link.download = file.fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
