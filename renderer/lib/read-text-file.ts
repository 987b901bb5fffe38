/** Why a chosen file is no text that can be used. */
export type FileTrouble = 'too-large' | 'not-text';

/** The text of a file a person chose, read in the page. UTF-8 only: a guess at another encoding would spoil names. */
export async function readTextFile(
  file: File,
  maxBytes: number,
): Promise<{ text: string } | { trouble: FileTrouble }> {
  if (file.size > maxBytes) return { trouble: 'too-large' };
  const bytes = await file.arrayBuffer();
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch (error) {
    if (error instanceof TypeError) return { trouble: 'not-text' }; // what a decoder throws for other bytes
    throw error;
  }
}
