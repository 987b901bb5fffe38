import { useTranslation } from 'react-i18next';
import type { LocalResource } from '../../../../electron/contract/local-resource.ts';
import { KeyboardField } from '../../../components/keyboard-field/keyboard-field.tsx';
import { useFigures } from '../../../lib/use-figures.ts';
import { mostOf, ownQuestions, placeKey } from '../draft.ts';
import { Check, Choice, Part, type PartProps } from '../form-parts.tsx';
import { useListed } from '../use-listed.ts';

function Questions({ draft, change }: PartProps) {
  const { t } = useTranslation();
  const { number } = useFigures();
  return (
    <div className="under-check stack-small">
      <Choice
        label={t('builder.questions.from')}
        value={draft.questions === 'own' ? 'own' : 'guides'}
        options={[
          { value: 'guides', label: t('builder.questions.guides') },
          { value: 'own', label: t('builder.questions.own') },
        ]}
        onChange={(questions) => change({ questions })}
      />
      {draft.questions === 'own' ? (
        <KeyboardField
          label={t('builder.questions.field')}
          multiline
          value={draft.ownQuestions}
          maxLength={mostOf.questions * mostOf.questionLetters}
          onChange={(text) => change({ ownQuestions: text }, 'ownQuestions')}
        />
      ) : null}
      {draft.questions === 'own' && ownQuestions(draft.ownQuestions).tooMuch ? (
        <p role="status" className="error">
          {t('builder.questions.too-much', {
            ...{ number: number(mostOf.questions), letters: number(mostOf.questionLetters) },
          })}
        </p>
      ) : null}
    </div>
  );
}

function Places({ draft, change, places }: PartProps & { places: readonly LocalResource[] }) {
  const { t } = useTranslation();
  return (
    <fieldset className="sub-part stack-small">
      <legend>{t('builder.places')}</legend>
      {places.length === 0 ? <p className="quiet">{t('builder.places.none')}</p> : null}
      {places.map((place) => {
        const key = placeKey(place);
        const isChecked = draft.places.includes(key);
        return (
          <Check
            key={key}
            label={
              <>
                <bdi>{place.name}</bdi> <span className="quiet">({t(`local.kind.${place.kind}`)})</span>
              </>
            }
            isChecked={isChecked}
            isDisabled={!isChecked && draft.places.length >= mostOf.places}
            onChange={(on) =>
              change({ places: on ? [...draft.places, key] : draft.places.filter((one) => one !== key) })
            }
          />
        );
      })}
    </fieldset>
  );
}

/** What is on the sheet beside the guides. The boxes carry the headings that are printed. */
export function ExtrasPart({ draft, change, places }: PartProps & { places: readonly LocalResource[] }) {
  const { t } = useTranslation();
  const listed = useListed();
  const chosenPlaces = places.filter((one) => draft.places.includes(placeKey(one)));
  const chosen = [
    ...(draft.questions === 'no' ? [] : [t('handout.questions')]),
    ...(draft.teachBack ? [t('handout.teach-back')] : []),
    ...(draft.helpCard ? [t('handout.help-card')] : []),
    ...(draft.walletCard ? [t('handout.wallet')] : []),
    ...(draft.languageHelp ? [t('handout.language-help')] : []),
    ...(chosenPlaces.length > 0 ? [t('builder.places')] : []),
  ];
  const needsGuide = draft.guides.length === 0 && (draft.questions === 'guides' || draft.teachBack);
  return (
    <Part name="extras" title={t('builder.extras')} summary={listed(chosen)} startsOpen>
      <Check
        label={t('handout.questions')}
        isChecked={draft.questions !== 'no'}
        onChange={(on) => change({ questions: on ? 'guides' : 'no' })}
      />
      {draft.questions === 'no' ? null : <Questions draft={draft} change={change} />}
      <Check
        label={t('handout.teach-back')}
        isChecked={draft.teachBack}
        onChange={(teachBack) => change({ teachBack })}
      />
      {needsGuide ? <p className="error">{t('builder.extras.from-guides')}</p> : null}
      <Check
        label={t('handout.help-card')}
        isChecked={draft.helpCard}
        onChange={(helpCard) => change({ helpCard })}
      />
      <Check
        label={
          <>
            {t('handout.wallet')} <span className="quiet">{t('builder.extras.wallet.hint')}</span>
          </>
        }
        isChecked={draft.walletCard}
        onChange={(walletCard) => change({ walletCard })}
      />
      <Check
        label={t('handout.language-help')}
        isChecked={draft.languageHelp}
        onChange={(languageHelp) => change({ languageHelp })}
      />
      <Places draft={draft} change={change} places={places} />
      <p className="quiet">{t('builder.extras.finder')}</p>
    </Part>
  );
}
