/** `npm run bench -- NAME`: figures beside named peers, measured in one run. */
import path from 'node:path';
import { benchHandout } from './handout/bench-handout.ts';
import { benchScreen } from './screen/bench-screen.ts';
import { benchSearch } from './search/bench-search.ts';

const root = path.join(import.meta.dirname, '../..');
const [name, option] = process.argv.slice(2);
if (name === 'search') benchSearch(root, option);
else if (name === 'screen') benchScreen(root);
else if (name === 'handout') await benchHandout(root, option);
else {
  console.error(`Usage: npm run bench -- search [tuning | slips]
  tuning, slips   list what Sala got wrong there
       npm run bench -- screen
       npm run bench -- handout [quick]
  quick           one round of few documents`);
  process.exitCode = 2;
}
