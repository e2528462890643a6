/** Larger recordings get no waveform: decoding them would take the page's memory. */
const mostBytes = 30 * 1024 * 1024;

/** The loudest sample of each of `count` equal stretches, 0 to 1 of the loudest of all. */
export function peaksOf(samples: Float32Array, count: number): number[] {
  const step = Math.max(1, Math.floor(samples.length / count));
  const peaks = Array.from({ length: count }, (_, index) => {
    let peak = 0;
    for (let at = index * step; at < Math.min(samples.length, (index + 1) * step); at++) {
      peak = Math.max(peak, Math.abs(samples[at] ?? 0));
    }
    return peak;
  });
  const loudest = Math.max(...peaks);
  return loudest > 0 ? peaks.map((peak) => peak / loudest) : peaks;
}

/** Reads the waveform of a recording. Rejects if it cannot be read or is too large. */
export async function readPeaks(url: string, count: number, signal: AbortSignal): Promise<number[]> {
  const response = await fetch(url, { signal });
  if (!response.ok || Number(response.headers.get('content-length')) > mostBytes) throw new Error('no waveform');
  const decoded = await new OfflineAudioContext(1, 1, 8_000).decodeAudioData(await response.arrayBuffer());
  return peaksOf(decoded.getChannelData(0), count);
}
