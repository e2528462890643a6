import { useState } from 'react';
import { TextInput } from '../../text-input.tsx';

interface CodeInputProps {
  name: string;
  label: string;
  /** What holds where nothing is written; as long as a code is. */
  usual: string;
  value: string | undefined;
  onChange: (code: string | undefined) => void;
}

/** A code in capitals, such as of a currency; it is a code only once all its letters are there. */
export function CodeInput({ name, label, usual, value = '', onChange }: CodeInputProps) {
  const [text, setText] = useState(value);
  const isWhole = text === '' || text === value;
  return (
    <TextInput
      name={name}
      label={label}
      placeholder={usual}
      maxLength={usual.length}
      value={isWhole ? value : text}
      onChange={(typed) => {
        const code = typed.toUpperCase().replace(/[^A-Z]/g, '');
        setText(code);
        if (code.length === usual.length || code === '') onChange(code || undefined);
      }}
    />
  );
}
