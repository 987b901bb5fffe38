/** How the sheet comes out: languages, a second sheet for a carer, paper. */
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../lib/session/session.tsx';
import { Choice, PaperChoice, Part, type PartProps } from '../form-parts.tsx';
import { useListed } from '../use-listed.ts';

function useLanguages() {
  const { kiosk } = useSession();
  const options = kiosk.languages.map(({ tag, ownName }) => ({ value: tag, label: ownName, lang: tag }));
  const nameOf = (tag: string) => kiosk.languages.find((one) => one.tag === tag)?.ownName ?? '';
  return { options, nameOf };
}

export function LanguagesPart({ draft, change }: PartProps) {
  const { t } = useTranslation();
  const listed = useListed();
  const { options, nameOf } = useLanguages();
  const chosen = [draft.language, draft.secondLanguage].filter((tag) => tag !== '');
  return (
    <Part name="languages" title={t('builder.languages')} summary={listed(chosen.map(nameOf))}>
      <Choice
        label={t('builder.language')}
        value={draft.language}
        options={options}
        onChange={(language) =>
          change({ language, ...(draft.secondLanguage === language ? { secondLanguage: '' } : {}) })
        }
      />
      <Choice
        label={t('builder.second-language')}
        value={draft.secondLanguage}
        options={[
          { value: '', label: t('builder.second-language.none') },
          ...options.filter(({ value }) => value !== draft.language),
        ]}
        onChange={(secondLanguage) => change({ secondLanguage })}
      />
    </Part>
  );
}

/** The same parts once more for the person who helps; `hasSheet` is false while there is nothing to say to them. */
export function CarerPart({ draft, change, hasSheet }: PartProps & { hasSheet: boolean }) {
  const { t } = useTranslation();
  const { options, nameOf } = useLanguages();
  return (
    <Part name="carer" title={t('builder.carer')} summary={nameOf(draft.carerLanguage)}>
      <Choice
        label={t('builder.carer.language')}
        value={draft.carerLanguage}
        options={[{ value: '', label: t('builder.carer.none') }, ...options]}
        onChange={(carerLanguage) => change({ carerLanguage })}
      />
      {draft.carerLanguage === '' ? null : (
        <Choice
          label={t('builder.carer.print')}
          value={draft.carerPrint}
          options={[
            { value: 'normal', label: t('builder.print.normal') },
            { value: 'large', label: t('builder.print.large') },
          ]}
          onChange={(carerPrint) => change({ carerPrint })}
        />
      )}
      {hasSheet ? null : <p className="error">{t('builder.carer.wallet')}</p>}
    </Part>
  );
}

export function PaperPart({ draft, change }: PartProps) {
  const { t } = useTranslation();
  const listed = useListed();
  const papers = { letter: t('builder.paper.letter'), a4: t('builder.paper.a-four') };
  const prints = { normal: t('builder.print.normal'), large: t('builder.print.large') };
  return (
    <Part
      name="paper"
      title={t('builder.paper')}
      summary={listed([papers[draft.paper], prints[draft.print]])}
    >
      <PaperChoice value={draft.paper} onChange={(paper) => change({ paper })} />
      <Choice
        label={t('builder.print')}
        value={draft.print}
        options={[
          { value: 'normal', label: prints.normal },
          { value: 'large', label: prints.large },
        ]}
        onChange={(print) => change({ print })}
      />
    </Part>
  );
}
