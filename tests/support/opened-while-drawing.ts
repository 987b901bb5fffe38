/** Prints, as JSON, every file that is opened and every connection tried while all specimens are drawn. Run on its own. */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

const files = new Set<string>();
let connections = 0;
let isWatching = false;
const watched = [
  'open',
  'openSync',
  'readFile',
  'readFileSync',
  'createReadStream',
  'writeFileSync',
  'createWriteStream',
];
const watch = (module: Record<string, unknown>, name: string) => {
  const original = module[name] as (...args: unknown[]) => unknown;
  module[name] = (...args: unknown[]) => {
    if (isWatching) files.add(String(args[0]));
    return original(...args);
  };
};
for (const name of watched) watch(fs as unknown as Record<string, unknown>, name);
for (const name of ['open', 'readFile', 'writeFile'])
  watch(fs.promises as unknown as Record<string, unknown>, name);
const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function count(this: net.Socket, ...args: Parameters<typeof connect>) {
  if (isWatching) connections += 1;
  return connect.apply(this, args);
} as typeof connect;
syncBuiltinESMExports();

const { FontStore } = await import('../../electron/services/handouts/fonts/font-store.ts');
const { renderSheets } = await import('../../electron/services/handouts/pdf/render.ts');
const { allFonts } = await import('./specimen-records.ts');
const { readSpecimen, specimenSheet, specimenTags } = await import('./specimens.ts');
const sheets = specimenTags.map((tag) => specimenSheet(readSpecimen(tag)));
isWatching = true;
const fonts = new FontStore(allFonts.folder);
for (const sheet of sheets) await renderSheets([sheet], fonts);
isWatching = false;
console.log(JSON.stringify({ files: [...files], connections }));
