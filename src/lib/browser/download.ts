/** Hands a file to the browser's downloads. */
export function download(name: string, type: string, content: BlobPart): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  Object.assign(document.createElement('a'), { href: address, download: name }).click();
  // The browser reads it some time after the click; a minute later it has.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
