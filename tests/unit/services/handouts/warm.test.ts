import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { handoutRequestSchema } from '../../../../electron/contract/handout-request.ts';
import { createHandouts } from '../../../../electron/services/handouts/handouts.ts';
import { ensureFonts } from '../../../../electron/services/handouts/fonts/install-fonts.ts';
import { fixedClock, libraryOf, root, temporaryFolder } from '../../../support/fixtures.ts';

const request = handoutRequestSchema.parse({ guides: ['azathioprine-taking'], language: 'ar', note: 'one' });

describe('warming the worker', () => {
  it('changes nothing of what is drawn next', async () => {
    const { library } = libraryOf();
    const parts = { library, fontsFolder: ensureFonts(root), clock: fixedClock() };
    const [warm, cold] = [createHandouts(parts), createHandouts(parts)];
    await warm.warm();
    const [one, two] = [await warm.render(request), await cold.render(request)];
    expect(Buffer.from(one.pdf).equals(Buffer.from(two.pdf))).toBe(true);
    await Promise.all([warm.close(), cold.close()]);
  });

  it('ends in peace when the service closes meanwhile', async () => {
    const { library } = libraryOf();
    const service = createHandouts({ library, fontsFolder: ensureFonts(root), clock: fixedClock() });
    const warm = service.warm();
    await service.close();
    await expect(warm).resolves.toBeUndefined();
  });

  it('says so when the worker cannot be had', async () => {
    const { library } = libraryOf();
    const fontsFolder = path.join(temporaryFolder(), 'none');
    const service = createHandouts({ library, fontsFolder, clock: fixedClock() });
    await expect(service.warm()).rejects.toThrow('the handout worker ended');
    await service.close();
  });
});
