import { useSession } from '../../lib/session/session.tsx';

/** A line drawing beside words; it says nothing by itself to a screen reader. */
export function Pictogram({
  name,
  size = 'normal',
  flip = false,
}: {
  name: string;
  size?: 'normal' | 'large';
  flip?: boolean;
}) {
  const { pictograms } = useSession();
  return (
    <svg
      className={flip ? 'pictogram flip' : 'pictogram'}
      data-size={size}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
    >
      {(pictograms[name] ?? []).map((path) => (
        <path key={path} d={path} />
      ))}
    </svg>
  );
}
