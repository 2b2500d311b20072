/** What the bytes from 0x80 on stand for in names that are not marked as UTF-8. Source: APPNOTE.TXT 6.3, appendix D. */
const CODE_PAGE_437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';

/**
 * Reads the name of an entry. Whoever does not mark UTF-8 may have written it all the same, or in the code page of
 * some Windows: then a letter may come out as another one, and no two names as the same.
 * @throws {TypeError} when it is marked as UTF-8 and is not.
 */
export function decodeName(bytes: Uint8Array, isUtf8: boolean): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (isUtf8) throw error;
    return Array.from(bytes, (byte) =>
      byte < 0x80 ? String.fromCharCode(byte) : CODE_PAGE_437[byte - 0x80]
    ).join('');
  }
}

/**
 * Where an entry goes in the folder that it is unpacked in, however the name was written: `.dvc\config` as
 * PowerShell has it, `./receipt.json` as bsdtar has it.
 * @returns '' for the folder itself; null for a name that leads out of it, or elsewhere on some system.
 */
export function pathOf(name: string): string | null {
  const slashed = name.replaceAll('\\', '/');
  const parts = slashed.split('/').filter((part) => part !== '' && part !== '.');
  if (name !== '' && parts.length === 0) return '';
  const leadsOut =
    parts.length === 0 ||
    slashed.startsWith('/') ||
    /[:\p{Cc}]/u.test(name) ||
    parts.some((part) => /^[. ]+$/.test(part));
  return leadsOut ? null : parts.join('/');
}
