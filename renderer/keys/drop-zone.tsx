import { IconFileImport } from '@tabler/icons-react';
import { type DragEvent, type ReactNode, useState } from 'react';
import { useText } from '../text/use-text';
import styles from './keys.module.css';

interface DropZoneProps {
  readonly enabled: boolean;
  readonly onFile: (file: File) => void;
  readonly children: ReactNode;
}

/** Takes a file that is dropped anywhere on what it surrounds. */
export function DropZone({ enabled, onFile, children }: DropZoneProps) {
  const { say } = useText();
  const [over, setOver] = useState(false);
  const holdsFile = (event: DragEvent) => enabled && event.dataTransfer.types.includes('Files');
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a way round for the mouse; the buttons do the same.
    <div
      className={styles['zone']}
      onDragOver={(event) => {
        if (!holdsFile(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={(event) => {
        setOver(false);
        const file = event.dataTransfer.files[0];
        if (!holdsFile(event) || file === undefined) return;
        event.preventDefault();
        onFile(file);
      }}
    >
      {children}
      {over && (
        <div className={styles['drop']}>
          <IconFileImport size={34} aria-hidden />
          {say('imports.dropHere')}
        </div>
      )}
    </div>
  );
}
