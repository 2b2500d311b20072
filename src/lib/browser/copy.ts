/** Copies a text, and tells whether the clipboard took it: it may be refused, or missing on pages without https. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
