import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button/button.tsx';
import { DigitPad } from '../../components/digit-pad/digit-pad.tsx';
import { ScreenTitle } from '../../components/frame/frame.tsx';
import { useSession } from '../../lib/session/session.tsx';
import { toKioskError, useCall } from '../../lib/use-call.ts';
import { useDigits } from '../../lib/use-digits.ts';
import { CallProblem } from '../problem/problem.tsx';

const shortest = 4;
const longest = 12;

/** Counts whole seconds down to nothing. */
function useCountdown(): [number, (seconds: number) => void] {
  const [until, setUntil] = useState(0);
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (until === 0) return undefined;
    const tick = () => setLeft(Math.max(0, Math.ceil((until - Date.now()) / 1000)));
    tick();
    const timer = setInterval(tick, 250);
    return () => clearInterval(timer);
  }, [until]);
  return [left, (seconds) => setUntil(seconds > 0 ? Date.now() + seconds * 1000 : 0)];
}

/** Sets the PIN on first use, asks for it afterwards. */
export function Pin({ onOpen }: { onOpen: (session: string) => void }) {
  const { t } = useTranslation();
  const { client, language } = useSession();
  const [attempt, setAttempt] = useState(0);
  const status = useCall(`status ${attempt}`, () => client['staff.status']({}));
  const [pin, setPin] = useState('');
  const [first, setFirst] = useState<string | null>(null);
  const [message, setMessage] = useState('');
  const [busy, setBusy] = useState(false);
  const [wait, setWait] = useCountdown();
  const waiting = status.state === 'done' ? status.value.waitSeconds : 0;
  useEffect(() => setWait(waiting), [waiting]); // eslint-disable-line react-hooks/exhaustive-deps
  const add = (digit: string) => {
    if (wait === 0 && !busy && pin.length < longest) setPin(pin + digit);
  };
  const erase = () => setPin(pin.slice(0, -1));
  useDigits(add, erase);
  if (status.state === 'failed') return <CallProblem error={status.error} />;
  if (status.state === 'loading') return null;
  const { pinSet } = status.value;

  const send = async (call: () => Promise<{ session: string }>) => {
    setBusy(true);
    try {
      onOpen((await call()).session);
    } catch (error) {
      const { code, fields } = toKioskError(error);
      setWait(Number(fields['waitSeconds'] ?? 0));
      setMessage(code === 'pin-wrong' || code === 'pin-wait' ? t('staff.pin.wrong') : t('error.try-again'));
      if (code === 'pin-already-set') setAttempt(attempt + 1);
    }
    setPin('');
    setBusy(false);
  };
  const next = () => {
    setMessage('');
    if (pinSet) void send(() => client['staff.unlock']({ pin }));
    else if (first === null) {
      setFirst(pin);
      setPin('');
    } else if (first === pin) void send(() => client['staff.setPin']({ pin }));
    else {
      setFirst(null);
      setPin('');
      setMessage(t('staff.pin.differ'));
    }
  };
  const title = pinSet ? t('staff.pin.title') : first === null ? t('staff.pin.new') : t('staff.pin.again');
  const seconds = new Intl.NumberFormat(language.locale).format(wait);
  return (
    <div className="page stack">
      <ScreenTitle of={title}>{title}</ScreenTitle>
      {pinSet ? null : <p className="lead">{t('staff.pin.advice')}</p>}
      <div
        className="digits"
        role="img"
        aria-label={t('staff.pin.typed', {
          number: new Intl.NumberFormat(language.locale).format(pin.length),
        })}
      >
        {Array.from({ length: Math.max(shortest, pin.length) }, (_, index) => (
          <span className="digit" key={index}>
            {index < pin.length ? '•' : ''}
          </span>
        ))}
      </div>
      <p role="status" className="error">
        {message} {wait > 0 ? t('staff.pin.wait', { seconds }) : ''}
      </p>
      <DigitPad onDigit={add} onErase={erase} />
      <div className="row" style={{ justifyContent: 'center' }}>
        <Button kind="main" isDisabled={pin.length < shortest || wait > 0 || busy} onPress={next}>
          {t('staff.pin.next')}
        </Button>
      </div>
    </div>
  );
}
