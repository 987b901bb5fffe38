/** `npm run build`: makes everything in `dist/` anew. */
import path from 'node:path';
import { buildAll } from './lib/build-steps.ts';

try {
  await buildAll(path.join(import.meta.dirname, '../..'), (line) => console.log(line), true);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
