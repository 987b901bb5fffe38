import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button/button.tsx';
import { DigitPad } from '../../components/digit-pad/digit-pad.tsx';
import { ScreenTitle } from '../../components/frame/frame.tsx';
import { useSession } from '../../lib/session/session.tsx';
import { useDigits } from '../../lib/use-digits.ts';

const length = 4;

/** The four digits of a sheet lead straight to its guide. */
export function Code() {
  const { t } = useTranslation();
  const { client, go } = useSession();
  const [digits, setDigits] = useState('');
  const [unknown, setUnknown] = useState(false);
  const find = async (code: string) => {
    const { guide } = await client['library.code']({ code });
    if (guide) go({ screen: 'guide', guide });
    else {
      setUnknown(true);
      setDigits('');
    }
  };
  const add = (digit: string) => {
    if (digits.length >= length) return;
    const next = digits + digit;
    setDigits(next);
    setUnknown(false);
    if (next.length === length) void find(next);
  };
  const erase = () => setDigits(digits.slice(0, -1));
  useDigits(add, erase);
  return (
    <div className="page stack">
      <ScreenTitle of="code">{t('code.title')}</ScreenTitle>
      <p className="lead">{t('code.hint')}</p>
      <div className="digits" role="img" aria-label={t('code.typed', { digits: [...digits].join(' ') })}>
        {Array.from({ length }, (_, index) => (
          <span className="digit" key={index}>
            {digits[index] ?? ''}
          </span>
        ))}
      </div>
      <p role="status" className="error">
        {unknown ? t('code.unknown') : ''}
      </p>
      {unknown ? (
        <div className="row">
          <Button onPress={() => go({ screen: 'search', text: '' })}>{t('home.search')}</Button>
        </div>
      ) : null}
      <DigitPad onDigit={add} onErase={erase} />
    </div>
  );
}
