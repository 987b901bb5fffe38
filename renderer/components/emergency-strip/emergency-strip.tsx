import { useTranslation } from 'react-i18next';
import { Pictogram } from '../pictogram/pictogram.tsx';

/** 911, Poison Help and 988 in the reader's language, at the foot of every screen. */
export function EmergencyStrip() {
  const { t } = useTranslation();
  const lines = [
    { words: t('strip.emergency'), phone: t('strip.emergency.phone') },
    { words: t('strip.poison'), phone: t('strip.poison.phone') },
    { words: t('strip.crisis'), phone: t('strip.crisis.phone') },
  ].filter(({ phone }) => phone !== ''); // a number that has expired is not shown
  return (
    <aside aria-label={t('strip.label')}>
      <ul className="strip">
        {lines.map(({ words, phone }) => (
          <li key={phone}>
            <Pictogram name="phone" />
            <span>{words}</span>
            <strong>
              <bdi dir="ltr">{phone}</bdi>
            </strong>
          </li>
        ))}
      </ul>
    </aside>
  );
}
