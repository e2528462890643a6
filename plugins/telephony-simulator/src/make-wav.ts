const sampleRate = 8_000;
const bytesPerSample = 2;
/** Two soft tones that take turns each second, as two people would (Hz). */
const tones = [330, 440];
const amplitude = 0.2 * 0x7fff;

/** How loud it is at a moment (s): words of a quarter to half a second with pauses between them, as in speech. */
const loudness = (second: number): number =>
  Math.max(0, 0.35 + 0.65 * Math.sin(second * 9.1) * Math.sin(second * 3.7 + 1));

/** A WAV of this length (s): 8 kHz, 16 bits, mono PCM, after the RIFF layout of Microsoft's and IBM's specification. */
export function makeWav(seconds: number): Buffer {
  const samples = Math.round(seconds * sampleRate);
  const dataBytes = samples * bytesPerSample;
  const wav = Buffer.alloc(44 + dataBytes);
  wav.write('RIFF', 0, 'latin1');
  wav.writeUInt32LE(36 + dataBytes, 4);
  wav.write('WAVEfmt ', 8, 'latin1');
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(sampleRate, 24);
  wav.writeUInt32LE(sampleRate * bytesPerSample, 28);
  wav.writeUInt16LE(bytesPerSample, 32);
  wav.writeUInt16LE(8 * bytesPerSample, 34);
  wav.write('data', 36, 'latin1');
  wav.writeUInt32LE(dataBytes, 40);
  for (let sample = 0; sample < samples; sample++) {
    const tone = tones[Math.floor(sample / sampleRate) % tones.length] ?? 0;
    const value = amplitude * loudness(sample / sampleRate) * Math.sin((2 * Math.PI * tone * sample) / sampleRate);
    wav.writeInt16LE(Math.round(value), 44 + sample * bytesPerSample);
  }
  return wav;
}
