import { describe, expect, it } from 'vitest';
import { commandLetter } from '../../../renderer/lib/browser-keys.ts';

const none = { ctrlKey: false, metaKey: false, altKey: false };

describe('a letter with Control', () => {
  it.each([
    ['z', 'KeyZ', 'z'],
    ['Z', 'KeyZ', 'z'],
    ['z', 'KeyW', 'z'], // a French keyboard: the letter, not its place
    ['ئ', 'KeyZ', 'z'], // an Arabic one: its place
    ['Process', 'KeyZ', 'z'], // an input method is on
    [';', 'KeyZ', ''],
    ['Enter', 'Enter', ''],
  ])('%s at %s is "%s"', (key, code, letter) => {
    expect(commandLetter({ ...none, ctrlKey: true, key, code })).toBe(letter);
    expect(commandLetter({ ...none, metaKey: true, key, code })).toBe(letter);
    expect(commandLetter({ ...none, key, code })).toBe('');
    expect(commandLetter({ ...none, ctrlKey: true, altKey: true, key, code })).toBe('');
  });
});
