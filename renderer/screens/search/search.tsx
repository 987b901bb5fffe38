import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button/button.tsx';
import { ScreenTitle } from '../../components/frame/frame.tsx';
import { KeyboardField } from '../../components/keyboard-field/keyboard-field.tsx';
import { Tile } from '../../components/tile/tile.tsx';
import { useSession } from '../../lib/session/session.tsx';
import { useCall } from '../../lib/use-call.ts';

/** Waits until typing pauses. */
function useSettled(text: string, milliseconds: number): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), milliseconds);
    return () => clearTimeout(timer);
  }, [text, milliseconds]);
  return settled;
}

/** Results as one types; where nothing is found, every guide is offered. */
export function Search({ text }: { text: string }) {
  const { t } = useTranslation();
  const { client, language, go, update } = useSession();
  const query = useSettled(text, 120).trim();
  const answer = useCall(`${query} ${language.tag}`, () =>
    client['search.query']({ language: language.tag, text: query }),
  );
  const home = useCall(language.tag, () => client['library.home']({ language: language.tag }));
  const cards = home.state === 'done' ? home.value.groups.flatMap((group) => group.guides) : [];
  const results = answer.state === 'done' && query !== '' ? answer.value.results : [];
  const nothing =
    query !== '' && answer.state === 'done' && answer.value.query === query && results.length === 0;
  const shown =
    results.length > 0 ? results.flatMap((result) => cards.filter((card) => card.id === result.id)) : cards;
  const type = (next: string) => update({ screen: 'search', text: next });
  const status =
    query === ''
      ? t('search.all')
      : nothing
        ? t('search.nothing')
        : t('search.found', { number: new Intl.NumberFormat(language.locale).format(results.length) });
  return (
    <div className="page page-wide search">
      <div className="stack">
        <ScreenTitle of="search">{t('search.title')}</ScreenTitle>
        <KeyboardField
          label={t('search.field')}
          value={text}
          onChange={type}
          keyboard="always"
          maxLength={100}
        />
      </div>
      <div className="stack">
        <p role="status" className="lead">
          {status}
        </p>
        {answer.state === 'done' && query !== '' && answer.value.didYouMean.length > 0 ? (
          <div className="row">
            <span>{t('search.did-you-mean')}</span>
            {answer.value.didYouMean.map((word) => (
              <Button key={word} small onPress={() => type(word)}>
                <bdi>{word}</bdi>
              </Button>
            ))}
          </div>
        ) : null}
        <ul className="tiles">
          {shown.map((card) => (
            <li key={card.id}>
              <Tile
                pictogram={card.pictogram}
                title={card.title}
                summary={card.summary}
                onPress={() => go({ screen: 'guide', guide: card.id })}
              />
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
