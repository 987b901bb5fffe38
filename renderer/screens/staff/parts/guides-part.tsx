import { useTranslation } from 'react-i18next';
import type { GuideCard } from '../../../../electron/contract/document.ts';
import { Button } from '../../../components/button/button.tsx';
import { Pictogram } from '../../../components/pictogram/pictogram.tsx';
import { useSession } from '../../../lib/session/session.tsx';
import { useCall } from '../../../lib/use-call.ts';
import { mostOf } from '../draft.ts';
import { Check, Choice, Part, type PartProps } from '../form-parts.tsx';
import { useListed } from '../use-listed.ts';

function SectionChoices({
  guide,
  chosen,
  onChange,
}: {
  guide: Pick<GuideCard, 'id'>;
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
        <Check
          key={id}
          label={title(index)}
          isChecked={chosen.includes(id)}
          onChange={(on) => onChange(on ? [...chosen, id] : chosen.filter((one) => one !== id))}
        />
      ))}
    </details>
  );
}

interface ChosenProps {
  card: Pick<GuideCard, 'id' | 'title'>;
  isFirst: boolean;
  isLast: boolean;
  sections: string[];
  onMove: (by: number) => void;
  onRemove: () => void;
  onSections: (ids: string[]) => void;
}

/** A chosen guide: its place among the others, its sections, and the way out. */
function Chosen({ card, isFirst, isLast, sections, onMove, onRemove, onSections }: ChosenProps) {
  const { t } = useTranslation();
  const { title } = card;
  return (
    <div className="sub-part stack-small" data-guide={card.id}>
      <div className="row chosen-guide">
        <strong className="grow">{title}</strong>
        <Button
          small
          isDisabled={isFirst}
          aria-label={t('builder.guides.up', { title })}
          onPress={() => onMove(-1)}
        >
          <Pictogram name="up" />
        </Button>
        <Button
          small
          isDisabled={isLast}
          aria-label={t('builder.guides.down', { title })}
          onPress={() => onMove(1)}
        >
          <Pictogram name="down" />
        </Button>
        <Button small kind="danger" aria-label={t('builder.guides.remove', { title })} onPress={onRemove}>
          <Pictogram name="close" />
        </Button>
      </div>
      <SectionChoices guide={card} chosen={sections} onChange={onSections} />
    </div>
  );
}

interface OfferProps {
  cards: GuideCard[];
  isFull: boolean;
  onAdd: (id: string) => void;
}

/** The guides that are not chosen yet, by group; the first group is open. */
function Offer({ cards, isFull, onAdd }: OfferProps) {
  const { t } = useTranslation();
  const groups = [...new Set(cards.map((card) => card.group))];
  return (
    <>
      <p className="label">{t('builder.guides.add')}</p>
      {groups.map((group, index) => (
        <details className="offer" key={group} data-group={group} open={index === 0}>
          <summary>{t(`group.${group}`)}</summary>
          <div className="row offer-row">
            {cards
              .filter((card) => card.group === group)
              .map((card) => (
                <Button small key={card.id} isDisabled={isFull} onPress={() => onAdd(card.id)}>
                  <Pictogram name="plus" />
                  {card.title}
                </Button>
              ))}
          </div>
        </details>
      ))}
    </>
  );
}

const depths = ['full', 'short', 'none'] as const;

/** Guides and, if wanted, single sections of them, in the order they are printed. */
export function GuidesPart({ draft, change, cards }: PartProps & { cards: GuideCard[] }) {
  const { t } = useTranslation();
  const listed = useListed();
  const { guides } = draft;
  const move = (index: number, by: number) => {
    const without = guides.toSpliced(index, 1);
    change({ guides: without.toSpliced(index + by, 0, guides[index] as string) });
  };
  const remove = (id: string) => {
    const { [id]: _dropped, ...sections } = draft.sections;
    change({ guides: guides.filter((one) => one !== id), sections });
  };
  // A guide that this language does not have still stands in the request: it must be seen to be taken out.
  const chosen = guides.map((id) => cards.find((card) => card.id === id) ?? { id, title: id });
  return (
    <Part
      name="guides"
      title={t('builder.guides')}
      summary={listed(chosen.map(({ title }) => title))}
      startsOpen
    >
      {chosen.map((card, index) => (
        <Chosen
          key={card.id}
          card={card}
          isFirst={index === 0}
          isLast={index === chosen.length - 1}
          sections={draft.sections[card.id] ?? []}
          onMove={(by) => move(index, by)}
          onRemove={() => remove(card.id)}
          onSections={(ids) => change({ sections: { ...draft.sections, [card.id]: ids } })}
        />
      ))}
      <Choice
        label={t('builder.depth')}
        value={draft.depth}
        options={depths.map((value) => ({ value, label: t(`builder.depth.${value}`) }))}
        onChange={(depth) => change({ depth })}
      />
      <Offer
        cards={cards.filter((card) => !guides.includes(card.id))}
        isFull={guides.length >= mostOf.guides}
        onAdd={(id) => change({ guides: [...guides, id] })}
      />
    </Part>
  );
}
