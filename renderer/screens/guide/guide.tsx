import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Block, GuideDocument, Section, Term } from '../../../electron/contract/document.ts';
import { Button } from '../../components/button/button.tsx';
import { Callout, PlainBlocks } from '../../components/callout/callout.tsx';
import { ScreenTitle } from '../../components/frame/frame.tsx';
import { InlineText } from '../../components/inline-text/inline-text.tsx';
import { OtherLanguages } from '../../components/other-languages/other-languages.tsx';
import { Pictogram } from '../../components/pictogram/pictogram.tsx';
import { Tile } from '../../components/tile/tile.tsx';
import { useSession } from '../../lib/session/session.tsx';
import { useCall } from '../../lib/use-call.ts';
import { useFigures } from '../../lib/use-figures.ts';
import { CallProblem } from '../problem/problem.tsx';

const plainTitle = (section: Section) => section.title.map((inline) => inline.text).join('');

function BlockView({ block, terms }: { block: Block; terms: Term[] }) {
  return block.type === 'callout' ? (
    <Callout block={block} terms={terms} />
  ) : (
    <PlainBlocks blocks={[block]} terms={terms} />
  );
}

function SectionView({ section, terms }: { section: Section; terms: Term[] }) {
  return (
    <section
      className="prose"
      id={`section-${section.id}`}
      data-section={section.id}
      aria-labelledby={`title-${section.id}`}
    >
      <h2 id={`title-${section.id}`} className="section-title" tabIndex={-1}>
        {section.pictogram ? <Pictogram name={section.pictogram} /> : null}
        <span>
          <InlineText content={section.title} terms={terms} />
        </span>
      </h2>
      {section.blocks.map((block, index) => (
        <BlockView key={index} block={block} terms={terms} />
      ))}
    </section>
  );
}

const showSection = (id: string) =>
  document.getElementById(`section-${id}`)?.scrollIntoView({ block: 'start' });

function Contents({ sections }: { sections: Section[] }) {
  const { t } = useTranslation();
  return (
    <nav aria-label={t('guide.contents')} className="stack-small">
      <h2>{t('guide.contents')}</h2>
      <ul className="guide-contents">
        {sections.map((section) => (
          <li key={section.id}>
            <Button
              small
              onPress={() => {
                showSection(section.id);
                document.getElementById(`title-${section.id}`)?.focus({ preventScroll: true });
              }}
            >
              {plainTitle(section)}
            </Button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Foot({ guide }: { guide: GuideDocument }) {
  const { t } = useTranslation();
  const { day } = useFigures();
  const { review } = guide;
  return (
    <footer className="guide-foot stack">
      <div className="code-card">
        <span>{t('guide.code')}</span>
        <bdi dir="ltr">{guide.code}</bdi>
        <span className="quiet">{t('guide.code.hint')}</span>
      </div>
      <p>
        {review.state === 'reviewed'
          ? t('guide.reviewed', {
              name: review.by,
              qualification: review.qualification,
              date: day(review.date),
            })
          : t('guide.unreviewed')}
      </p>
      <p className="quiet">{t('guide.checked', { date: day(guide.checked), edition: guide.edition })}</p>
      <div className="quiet">
        <p>{t('guide.sources')}</p>
        <ul>
          {guide.sources.map((source) => (
            <li key={source.code} lang="en" dir="ltr">
              {source.title}
            </li>
          ))}
        </ul>
      </div>
      <p className="quiet">{t('guide.not-a-doctor')}</p>
    </footer>
  );
}

/** The section nearest to the top of the screen, so that a change of language keeps the place. */
function useSectionInView(guide: string) {
  const inView = useRef<string | null>(null);
  useEffect(() => {
    const main = document.getElementById('main');
    const look = () => {
      const tops = [...document.querySelectorAll<HTMLElement>('[data-section]')].filter(
        (one) => one.getBoundingClientRect().top < 240,
      );
      inView.current = tops.at(-1)?.dataset['section'] ?? null;
    };
    inView.current = null;
    main?.addEventListener('scroll', look, { passive: true });
    return () => main?.removeEventListener('scroll', look);
  }, [guide]);
  return inView;
}

interface GuideProps {
  id: string;
  section?: string | undefined;
  whole?: boolean | undefined;
}

/** A guide in its short depth, or whole when that was asked for or `section` stands only there. */
export function Guide({ id, section, whole }: GuideProps) {
  const { t } = useTranslation();
  const { client, language, go, home, update } = useSession();
  const loaded = useCall(`${id} ${language.tag}`, () =>
    client['library.guide']({ guide: id, language: language.tag }),
  );
  const inView = useSectionInView(id);
  const shown = loaded.state === 'done' ? loaded.value.document : null;
  const isNew = useRef<string>('');
  useEffect(() => {
    if (!shown) return;
    const target = isNew.current === shown.id ? inView.current : section;
    isNew.current = shown.id;
    if (target) showSection(target);
    else document.getElementById('main')?.scrollTo({ top: 0 });
  }, [shown, section, inView]);
  if (loaded.state === 'failed') {
    return loaded.error.code === 'not-found' && !language.complete ? (
      <div className="page stack">
        <ScreenTitle of={id}>{t('error.title')}</ScreenTitle>
        <OtherLanguages words={t('guide.not-in-language')} />
      </div>
    ) : (
      <CallProblem error={loaded.error} />
    );
  }
  if (!shown) return null;
  const isWhole = whole ?? (section !== undefined && !shown.short.includes(section));
  const [first, ...rest] = isWhole
    ? shown.sections
    : shown.sections.filter((one) => shown.short.includes(one.id));
  const choose = (next: boolean) => update({ screen: 'guide', guide: id, whole: next });
  return (
    <article className="page stack" lang={shown.language} dir={shown.direction}>
      <ScreenTitle of={shown.id}>{shown.title}</ScreenTitle>
      <p className="lead">{shown.summary}</p>
      {first ? <SectionView section={first} terms={shown.terms} /> : null}
      {isWhole ? <Contents sections={rest} /> : null}
      {rest.map((one) => (
        <SectionView key={one.id} section={one} terms={shown.terms} />
      ))}
      <Button kind={isWhole ? 'plain' : 'main'} onPress={() => choose(!isWhole)}>
        {isWhole ? t('guide.shorter') : t('guide.whole')}
      </Button>
      <section className="stack-small">
        <h2>{t('guide.related')}</h2>
        <ul className="tiles">
          {shown.related.map((guide) => (
            <li key={guide.id}>
              <Tile
                pictogram={guide.pictogram}
                title={guide.title}
                onPress={() => go({ screen: 'guide', guide: guide.id })}
              />
            </li>
          ))}
          <li>
            <Tile pictogram="home" title={t('header.home')} onPress={home} />
          </li>
        </ul>
      </section>
      <Foot guide={shown} />
    </article>
  );
}
