import { useFormat } from './format-context.tsx';

/** A time as short as is clear, with the exact one on hover. */
export function Moment({ at }: { at: string }) {
  const format = useFormat();
  return (
    <time dateTime={at} title={format.dateTime(at)}>
      {format.moment(at)}
    </time>
  );
}
