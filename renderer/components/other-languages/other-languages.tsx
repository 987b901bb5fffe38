import { useSession } from '../../lib/session/session.tsx';
import { Button } from '../button/button.tsx';

/** Says, in a language that has joined with part of the content, which languages have it all (or are `tags`), and offers these. */
export function OtherLanguages({ words, tags }: { words: string; tags?: string[] }) {
  const { kiosk, chooseLanguage } = useSession();
  return (
    <section className="stack-small">
      <p>{words}</p>
      <div className="row">
        {kiosk.languages
          .filter((one) => (tags ? tags.includes(one.tag) : one.complete))
          .map((one) => (
            <Button key={one.tag} onPress={() => void chooseLanguage(one.tag)}>
              <span lang={one.tag} dir={one.direction}>
                {one.ownName}
              </span>
            </Button>
          ))}
      </div>
    </section>
  );
}
