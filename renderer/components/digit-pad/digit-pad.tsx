import { useTranslation } from 'react-i18next';
import { Button } from '../button/button.tsx';

const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** Ten large digit keys and one to erase. Digits of a real keyboard are the screen's own affair. */
export function DigitPad({ onDigit, onErase }: { onDigit: (digit: string) => void; onErase: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="pad" role="group" aria-label={t('pad.label')}>
      {keys.map((digit) => (
        <Button key={digit} onPress={() => onDigit(digit)}>
          {digit}
        </Button>
      ))}
      <span />
      <Button onPress={() => onDigit('0')}>{'0'}</Button>
      <Button aria-label={t('keyboard.erase')} onPress={onErase}>
        {'⌫'}
      </Button>
    </div>
  );
}
