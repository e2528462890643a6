const tints = 5;

/** The same person has the same colour everywhere. */
function tintOf(name: string) {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return sum % tints;
}

interface AvatarProps {
  name: string;
  size?: 'small' | 'medium' | 'large';
}

/** The first letter of a name; always beside the name, so it is hidden from screen readers. */
export function Avatar({ name, size = 'medium' }: AvatarProps) {
  const [first = '?'] = name.trim();
  return (
    <span className={`avatar ${size} tint-${tintOf(name)}`} aria-hidden="true">
      {first.toUpperCase()}
    </span>
  );
}
