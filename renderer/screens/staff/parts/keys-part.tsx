import { useTranslation } from 'react-i18next';

const keys = [
  { keys: ['Ctrl', 'P'], words: 'builder.print.action' },
  { keys: ['Ctrl', 'S'], words: 'builder.save.action' },
  { keys: ['Ctrl', 'Z'], words: 'builder.undo' },
  { keys: ['Ctrl', 'Shift', 'Z'], words: 'builder.redo' },
] as const;

/** The keys that do what the buttons do. */
export function KeysPart() {
  const { t } = useTranslation();
  return (
    <details className="keys">
      <summary>{t('builder.keys')}</summary>
      <dl>
        {keys.map(({ keys: pressed, words }) => (
          <div key={words}>
            <dt dir="ltr">
              {pressed.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(words)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
