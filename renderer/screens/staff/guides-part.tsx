import { useTranslation } from 'react-i18next';
import type { GuideCard } from '../../../electron/contract/document.ts';
import { Button } from '../../components/button/button.tsx';
import { Pictogram } from '../../components/pictogram/pictogram.tsx';
import { useSession } from '../../lib/session/session.tsx';
import { useCall } from '../../lib/use-call.ts';
import { Choice, Part, type PartProps } from './form-parts.tsx';

function SectionChoices({
  guide,
  chosen,
  onChange,
}: {
  guide: GuideCard;
  chosen: string[];
  onChange: (ids: string[]) => void;
}) {
  const { t } = useTranslation();
  const { client, language } = useSession();
  const loaded = useCall(`${guide.id} ${language.tag}`, () =>
    client['library.guide']({ guide: guide.id, language: language.tag }),
  );
  if (loaded.state !== 'done') return null;
  const { sections } = loaded.value.document;
  const title = (index: number) => sections[index]?.title.map((inline) => inline.text).join('') ?? '';
  return (
    <details className="sections">
      <summary>
        {chosen.length === 0
          ? t('builder.sections.all')
          : t('builder.sections.some', { number: chosen.length })}
      </summary>
      {sections.map(({ id }, index) => (
        <label className="check" key={id}>
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={() =>
              onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
            }
          />
          <span>{title(index)}</span>
        </label>
      ))}
    </details>
  );
}

const depths = ['full', 'short'] as const;

/** Guides and, if wanted, single sections of them, in the order they are printed. */
export function GuidesPart({ draft, change, cards }: PartProps & { cards: GuideCard[] }) {
  const { t } = useTranslation();
  const move = (index: number, by: number) => {
    const guides = [...draft.guides];
    const [one] = guides.splice(index, 1);
    guides.splice(index + by, 0, one as string);
    change({ guides });
  };
  const remove = (id: string) => {
    const { [id]: _dropped, ...sections } = draft.sections;
    change({ guides: draft.guides.filter((one) => one !== id), sections });
  };
  const chosen = draft.guides.flatMap((id) => cards.filter((card) => card.id === id));
  const open = cards.filter((card) => !draft.guides.includes(card.id));
  const groups = [...new Set(open.map((card) => card.group))];
  return (
    <Part title={t('builder.guides')}>
      {chosen.map((card, index) => (
        <div className="sub-part stack-small" key={card.id} data-guide={card.id}>
          <div className="row">
            <strong className="grow">{card.title}</strong>
            <Button
              small
              isDisabled={index === 0}
              aria-label={t('builder.guides.up', { title: card.title })}
              onPress={() => move(index, -1)}
            >
              <Pictogram name="up" />
            </Button>
            <Button
              small
              isDisabled={index === chosen.length - 1}
              aria-label={t('builder.guides.down', { title: card.title })}
              onPress={() => move(index, 1)}
            >
              <Pictogram name="down" />
            </Button>
            <Button
              small
              kind="danger"
              aria-label={t('builder.guides.remove', { title: card.title })}
              onPress={() => remove(card.id)}
            >
              <Pictogram name="close" />
            </Button>
          </div>
          <SectionChoices
            guide={card}
            chosen={draft.sections[card.id] ?? []}
            onChange={(ids) => change({ sections: { ...draft.sections, [card.id]: ids } })}
          />
        </div>
      ))}
      <Choice
        label={t('builder.depth')}
        value={draft.depth}
        options={depths.map((value) => ({ value, label: t(`builder.depth.${value}`) }))}
        onChange={(depth) => change({ depth })}
      />
      <p className="label">{t('builder.guides.add')}</p>
      {groups.map((group) => (
        <div className="stack-small" key={group}>
          <p className="quiet">{t(`group.${group}`)}</p>
          <div className="row">
            {open
              .filter((card) => card.group === group)
              .map((card) => (
                <Button small key={card.id} onPress={() => change({ guides: [...draft.guides, card.id] })}>
                  <Pictogram name="plus" />
                  {card.title}
                </Button>
              ))}
          </div>
        </div>
      ))}
    </Part>
  );
}
