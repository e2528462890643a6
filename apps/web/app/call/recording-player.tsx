import './call.css';
import { Pause, Play } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '~/format/format-context.tsx';
import { readPeaks } from './read-peaks.ts';

const BARS = 96;
const speeds = [1, 1.5, 2] as const;

interface RecordingPlayerProps {
  recording: { url: string; durationSeconds: number };
  /** Fetches nothing before it is played, for lists of many. */
  isLazy?: boolean;
}

/** Plays a recording in place: the waveform is a slider, also for the keyboard. */
export function RecordingPlayer({ recording: { url, durationSeconds }, isLazy = false }: RecordingPlayerProps) {
  const { t } = useTranslation('call');
  const format = useFormat();
  const audio = useRef<HTMLAudioElement>(null);
  const [peaks, setPeaks] = useState<readonly number[]>([]);
  const [at, setAt] = useState(0);
  const [length, setLength] = useState(durationSeconds);
  const [isPlaying, setIsPlaying] = useState(false);
  const [speed, setSpeed] = useState<(typeof speeds)[number]>(1);
  const [hasFailed, setHasFailed] = useState(false);
  const [isWanted, setIsWanted] = useState(!isLazy);
  useEffect(() => {
    if (!isWanted) return;
    const abort = new AbortController();
    readPeaks(url, BARS, abort.signal).then(setPeaks, () => undefined);
    return () => abort.abort();
  }, [url, isWanted]);
  const toggle = () => {
    const player = audio.current;
    if (!player) return;
    setHasFailed(false);
    setIsWanted(true);
    if (player.paused) player.play().catch(() => setHasFailed(true));
    else player.pause();
  };
  const seek = (seconds: number) => {
    setAt(seconds);
    if (audio.current) audio.current.currentTime = seconds;
  };
  const faster = () => {
    const next = speeds[(speeds.indexOf(speed) + 1) % speeds.length] ?? 1;
    setSpeed(next);
    if (audio.current) audio.current.playbackRate = next;
  };
  const times = { at: format.clock(at), length: format.clock(length) };
  return (
    <div className="player">
      {/* The transcript of a call is not made here, so there are no captions to offer. */}
      {/* eslint-disable-next-line jsx-a11y/media-has-caption */}
      <audio
        ref={audio}
        src={url}
        preload={isWanted ? 'metadata' : 'none'}
        onLoadedMetadata={({ currentTarget }) =>
          Number.isFinite(currentTarget.duration) && setLength(currentTarget.duration)
        }
        onTimeUpdate={({ currentTarget }) => setAt(currentTarget.currentTime)}
        onPlay={() => setIsPlaying(true)}
        onPause={() => setIsPlaying(false)}
        onError={() => setHasFailed(true)}
      />
      <button type="button" className="player-toggle" aria-label={t(isPlaying ? 'pause' : 'play')} onClick={toggle}>
        {isPlaying ? <Pause size={16} /> : <Play size={16} />}
      </button>
      <span className="player-wave">
        <svg viewBox={`0 0 ${BARS} 24`} preserveAspectRatio="none" aria-hidden="true">
          {Array.from({ length: BARS }, (_, index) => {
            const height = Math.max(1.5, (peaks[index] ?? 0) * 24);
            const isPast = (index + 0.5) / BARS <= at / Math.max(length, 0.001);
            return (
              <rect
                key={index}
                x={index + 0.2}
                y={12 - height / 2}
                width={0.6}
                height={height}
                className={isPast ? 'is-past' : undefined}
              />
            );
          })}
        </svg>
        <input
          type="range"
          aria-label={t('position')}
          aria-valuetext={t('of', times)}
          min={0}
          max={length}
          step={0.1}
          value={Math.min(at, length)}
          onChange={({ target }) => seek(Number(target.value))}
        />
      </span>
      <span className="small quiet player-time">{t('of', times)}</span>
      <button type="button" className="player-speed small" aria-label={t('speed', { speed })} onClick={faster}>
        {speed}×
      </button>
      {hasFailed && (
        <p role="alert" className="field-error">
          {t('cannotPlay')}
        </p>
      )}
    </div>
  );
}
