/** What the header of a WAV file says of its sound. */
export interface WavFacts {
  channels: number;
  sampleRate: number;
  bitsPerSample: number;
  durationSeconds: number;
}

/** Reads a PCM WAV header (RIFF, 44 bytes). Throws if it is none or its lengths don't fit the bytes. */
export function readWav(bytes: Buffer): WavFacts {
  if (bytes.length < 44 || bytes.toString('latin1', 0, 4) !== 'RIFF' || bytes.toString('latin1', 8, 12) !== 'WAVE') {
    throw new Error('not a WAV file');
  }
  if (bytes.readUInt32LE(4) !== bytes.length - 8) throw new Error('the RIFF length is wrong');
  const dataBytes = bytes.readUInt32LE(40);
  if (bytes.toString('latin1', 36, 40) !== 'data' || dataBytes !== bytes.length - 44) {
    throw new Error('the length of the sound is wrong');
  }
  return {
    channels: bytes.readUInt16LE(22),
    sampleRate: bytes.readUInt32LE(24),
    bitsPerSample: bytes.readUInt16LE(34),
    durationSeconds: dataBytes / bytes.readUInt32LE(28),
  };
}
