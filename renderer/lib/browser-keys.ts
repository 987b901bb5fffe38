/** The letter that is pressed with Control or Command, on a keyboard of any script; empty for another key. */
export function commandLetter({
  key,
  code,
  ctrlKey,
  metaKey,
  altKey,
}: Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey'>): string {
  if (altKey || !(ctrlKey || metaKey)) return '';
  if (/^[a-z]$/i.test(key)) return key.toLowerCase();
  // A layout without Latin letters gives its own letter: then the place of the key says what is meant.
  return /^[\u0021-\u007e]$/.test(key) ? '' : (/^Key([A-Z])$/.exec(code)?.[1] ?? '').toLowerCase();
}

/** A browser's own printing and saving would show a page, not a sheet. */
export function keepFromBrowser(event: KeyboardEvent): void {
  if (['p', 's'].includes(commandLetter(event))) event.preventDefault();
}
