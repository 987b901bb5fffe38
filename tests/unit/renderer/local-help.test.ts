import { describe, expect, it } from 'vitest';
import { readTextFile } from '../../../renderer/lib/read-text-file.ts';
import {
  emptyDraft,
  toDraft,
  toResource,
} from '../../../renderer/screens/staff/local-help/resource-draft.ts';

const today = '2026-11-24';

describe('the form of a place', () => {
  it('becomes a place of what is filled in, and nothing else', () => {
    const draft = { ...emptyDraft(today), name: 'Pantry', phone: '555', notes: '  ' };
    const pantry = { kind: 'clinic', name: 'Pantry', phone: '555', lastChecked: today } as const;
    expect(toResource(draft, today)).toEqual(pantry);
    expect(toResource(toDraft(pantry), today)).toEqual(pantry);
  });

  it('says what is missing', () => {
    const draft = { ...emptyDraft(today), name: 'Pantry' };
    expect(toResource({ ...draft, name: ' ' }, today)).toBe('no-name');
    expect(toResource({ ...draft, lastChecked: '' }, today)).toBe('no-day');
    expect(toResource({ ...draft, lastChecked: '2026-11-25' }, today)).toBe('no-day');
  });
});

describe('a chosen file', () => {
  it('is read as UTF-8, or not at all', async () => {
    expect(await readTextFile(new File(['\ufeffñ'], 'a.csv'), 10)).toEqual({ text: 'ñ' });
    expect(await readTextFile(new File([new Uint8Array([0xf1])], 'a.csv'), 10)).toEqual({
      trouble: 'not-text',
    });
    expect(await readTextFile(new File(['12345678901'], 'a.csv'), 10)).toEqual({ trouble: 'too-large' });
  });
});
