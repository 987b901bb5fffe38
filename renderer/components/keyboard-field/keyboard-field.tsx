import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../button/button.tsx';
import { OnScreenKeyboard } from '../on-screen-keyboard/on-screen-keyboard.tsx';
import { Pictogram } from '../pictogram/pictogram.tsx';

interface KeyboardFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** Several lines. */
  multiline?: boolean;
  /** `always` shows the keyboard at once; `button` only when asked for. */
  keyboard?: 'always' | 'button';
  hint?: string;
  maxLength: number;
}

/** A text field that can be filled by touch alone. Nothing typed is kept or offered again. */
export function KeyboardField({
  label,
  value,
  onChange,
  multiline = false,
  keyboard = 'button',
  hint,
  maxLength,
}: KeyboardFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  const [open, setOpen] = useState(keyboard === 'always');
  const shared = {
    id,
    className: 'input',
    value,
    maxLength,
    dir: 'auto' as const,
    autoComplete: 'off',
    autoCorrect: 'off',
    spellCheck: false,
    'aria-describedby': hint ? `${id}-hint` : undefined,
  };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint ? (
        <span className="quiet" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
      <div className="row" style={{ flexWrap: 'nowrap' }}>
        {multiline ? (
          <textarea {...shared} rows={4} onChange={(event) => onChange(event.target.value)} />
        ) : (
          <input {...shared} type="text" onChange={(event) => onChange(event.target.value)} />
        )}
        {keyboard === 'button' ? (
          <Button
            small
            aria-label={`${t('keyboard.label')}: ${label}`}
            aria-expanded={open}
            onPress={() => setOpen(!open)}
          >
            <Pictogram name="keyboard" />
          </Button>
        ) : null}
      </div>
      {open ? (
        <OnScreenKeyboard
          value={value}
          marks={keyboard === 'button'}
          onChange={(next) => onChange(next.slice(0, maxLength))}
        />
      ) : null}
    </div>
  );
}
