import { useEffect, useRef } from 'react';
import { commandLetter } from '../../lib/browser-keys.ts';

export interface BuilderCommands {
  print: () => void;
  save: () => void;
  undo: () => void;
  redo: () => void;
}

/** A dialog has keys and fields of its own. */
const isBehindDialog = () => document.querySelector('[role="dialog"], [role="alertdialog"]') !== null;

function commandOf(event: KeyboardEvent): keyof BuilderCommands | null {
  switch (commandLetter(event)) {
    case 'p':
      return 'print';
    case 's':
      return 'save';
    case 'z':
      return event.shiftKey ? 'redo' : 'undo';
    case 'y':
      return 'redo';
    default:
      return null;
  }
}

/**
 * Control with P, S, Z, Shift and Z (or Y) while the builder is looked at. The undo of the browser's own fields, which knows
 * only the field's text, gives way, also where a menu asks for it.
 */
export function useBuilderKeys(isShown: boolean, commands: BuilderCommands): void {
  const latest = useRef(commands);
  useEffect(() => {
    latest.current = commands;
  });
  useEffect(() => {
    if (!isShown) return undefined;
    const onKey = (event: KeyboardEvent) => {
      const command = commandOf(event);
      if (!command || isBehindDialog()) return;
      event.preventDefault();
      latest.current[command]();
    };
    const onInput = (event: InputEvent) => {
      const command = ({ historyUndo: 'undo', historyRedo: 'redo' } as const)[event.inputType];
      if (!command || isBehindDialog()) return;
      event.preventDefault();
      latest.current[command]();
    };
    window.addEventListener('keydown', onKey);
    window.addEventListener('beforeinput', onInput);
    return () => {
      window.removeEventListener('keydown', onKey);
      window.removeEventListener('beforeinput', onInput);
    };
  }, [isShown]);
}
