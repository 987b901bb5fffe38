import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DigitPad } from '../../components/digit-pad/digit-pad.tsx';
import { useDigits } from '../../lib/use-digits.ts';

interface NumberPadProps {
  value: number | undefined;
  most: number;
  /** The number as it is shown, such as `$2,000`. */
  text: (value: number) => string;
  onChange: (value: number | undefined) => void;
}

/** A whole number by touch or by the digits of a keyboard. It never holds more than `most`. */
export function NumberPad({ value, most, text, onChange }: NumberPadProps) {
  const { t } = useTranslation();
  const [refused, setRefused] = useState(false);
  const add = (digit: string) => {
    const next = (value ?? 0) * 10 + Number(digit);
    setRefused(next > most);
    if (next <= most) onChange(next);
  };
  const erase = () => {
    setRefused(false);
    onChange(value === undefined || value < 10 ? undefined : Math.floor(value / 10));
  };
  useDigits(add, erase);
  return (
    <div className="finder-number">
      <output className="finder-typed" aria-label={t('finder.typed')}>
        <bdi dir="ltr">{value === undefined ? '–' : text(value)}</bdi>
      </output>
      <p role="status" className="error">
        {refused ? t('finder.too-high') : ''}
      </p>
      <DigitPad onDigit={add} onErase={erase} />
    </div>
  );
}
