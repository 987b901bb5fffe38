import { useEffect } from 'react';

/** Digits and Backspace of a real keyboard, for screens with a digit pad and no text field. */
export function useDigits(onDigit: (digit: string) => void, onErase: () => void): void {
  useEffect(() => {
    const listen = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) => {
      if (ctrlKey || metaKey || altKey) return;
      if (/^\p{Nd}$/u.test(key)) onDigit(key);
      else if (key === 'Backspace') onErase();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  });
}
