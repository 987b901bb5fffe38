/** What pages for Chromium are written with, in tests and in the benchmark. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FontManifest } from '../../electron/services/handouts/fonts/font-store.ts';

export const escapeHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Style rules that name each font file of a folder as a family. */
export const fontFaces = ({ folder, manifest }: { folder: string; manifest: FontManifest }) =>
  Object.entries(manifest)
    .flatMap(([family, files]) =>
      (['regular', 'bold'] as const).map(
        (weight) =>
          `@font-face{font-family:'${family}';font-weight:${weight === 'bold' ? 700 : 400};src:url('${pathToFileURL(path.join(folder, files[weight])).href}')}`,
      ),
    )
    .join('\n');
