import IconButton from '@mui/material/IconButton';
import { FileText, Paperclip, X } from 'lucide-react';
import { useRef, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldFrame, type FieldFrameProps } from './field-frame.tsx';

export interface KeptFile {
  id: string;
  name: string;
}

interface FileInputProps extends FieldFrameProps {
  value: readonly KeptFile[];
  accept?: string;
  maxCount?: number;
  upload: (file: File) => Promise<KeptFile>;
  onChange: (value: KeptFile[]) => void;
  isReadOnly?: boolean;
  /** Files are named and not opened. */
  areHidden?: boolean;
}

/** Files are kept as soon as they are chosen; the field holds their ids. */
export function FileInput(props: FileInputProps) {
  const { value, accept, maxCount, upload, onChange, isReadOnly, areHidden } = props;
  const { t } = useTranslation('form');
  const [isOver, setIsOver] = useState(false);
  const [pending, setPending] = useState<string[]>([]);
  const [failed, setFailed] = useState<string | null>(null);
  const latest = useRef(value);
  latest.current = value;

  const add = async (files: readonly File[]) => {
    const room = maxCount === undefined ? files.length : Math.max(0, maxCount - value.length);
    setFailed(null);
    for (const file of files.slice(0, room)) {
      setPending((names) => [...names, file.name]);
      try {
        onChange([...latest.current, await upload(file)]);
      } catch (error) {
        const why = error instanceof Error && error.message ? ` ${error.message}` : '';
        setFailed(t('file.failed', { name: file.name }) + why);
      }
      setPending((names) => names.filter((name) => name !== file.name));
    }
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    void add([...event.dataTransfer.files]);
  };

  const isFull = maxCount !== undefined && value.length >= maxCount;
  return (
    <FieldFrame {...props} error={props.error ?? failed ?? undefined}>
      {(control) => (
        <>
          {!isReadOnly && !isFull && (
            <label
              className={isOver ? 'file-drop is-over' : 'file-drop'}
              onDragOver={(event) => {
                event.preventDefault();
                setIsOver(true);
              }}
              onDragLeave={() => setIsOver(false)}
              onDrop={drop}
            >
              <Paperclip />
              {t('file.add')}
              <input
                {...control}
                type="file"
                className="visually-hidden"
                multiple={maxCount !== 1}
                accept={accept}
                onChange={(event) => {
                  void add([...(event.target.files ?? [])]);
                  event.target.value = '';
                }}
              />
            </label>
          )}
          <ul className="file-list">
            {value.map((file) => (
              <li key={file.id} className="file-item">
                <FileText />
                {areHidden ? (
                  <span className="cut spread">{file.name}</span>
                ) : (
                  <a className="cut spread" href={`/files/${file.id}`} target="_blank" rel="noreferrer">
                    {file.name}
                  </a>
                )}
                {!isReadOnly && (
                  <IconButton
                    size="small"
                    aria-label={t('remove', { name: file.name })}
                    onClick={() => onChange(value.filter((each) => each.id !== file.id))}
                  >
                    <X />
                  </IconButton>
                )}
              </li>
            ))}
            {pending.map((name) => (
              <li key={name} className="file-item quiet" role="status">
                {t('file.uploading', { name })}
              </li>
            ))}
          </ul>
        </>
      )}
    </FieldFrame>
  );
}
