import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';

/** Seals settings that must not be readable at rest. */
export interface SecretBox {
  seal(text: string): string;
  open(sealed: string): string;
  /** A key of its own for signing, the same in every process under the newest key; `purpose` keeps uses apart. */
  signingKey(purpose: string): string;
}

const keyIdOf = (key: Buffer): string => createHash('sha256').update(key).digest('hex').slice(0, 8);

/**
 * AES-256-GCM under the deployment's keys (base64, 32 bytes, comma-separated, newest first): the first seals,
 * all of them open, so that a key can be rotated. Throws if a key has the wrong length or none fits.
 */
export function createSecretBox(keys: string): SecretBox {
  const ring = keys.split(',').map((text) => {
    const key = Buffer.from(text.trim(), 'base64');
    if (key.length !== 32) throw new Error('SECRET_KEY must be 32 bytes in base64');
    return { id: keyIdOf(key), key };
  });
  const newest = ring[0];
  if (!newest) throw new Error('SECRET_KEY is empty');
  return {
    signingKey: (purpose) => Buffer.from(hkdfSync('sha256', newest.key, '', purpose, 32)).toString('hex'),
    seal(text) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', newest.key, nonce);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return [
        newest.id,
        nonce.toString('base64'),
        cipher.getAuthTag().toString('base64'),
        body.toString('base64'),
      ].join('.');
    },
    open(sealed) {
      const [id, nonce, tag, body] = sealed.split('.');
      const entry = ring.find((candidate) => candidate.id === id);
      if (!entry || !nonce || !tag || body === undefined)
        throw new Error('sealed under a key that is not in SECRET_KEY');
      const decipher = createDecipheriv('aes-256-gcm', entry.key, Buffer.from(nonce, 'base64'));
      decipher.setAuthTag(Buffer.from(tag, 'base64'));
      return Buffer.concat([decipher.update(Buffer.from(body, 'base64')), decipher.final()]).toString('utf8');
    },
  };
}
