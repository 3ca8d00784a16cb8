// A button that opens a menu: arrows move, Enter chooses, Escape and Tab close it.
import { useEffect, useId, useRef, useState } from 'react';

export interface MenuItem {
  readonly name: string;
  readonly choose: () => void;
}

interface MenuProps {
  readonly label: string;
  readonly items: readonly MenuItem[];
  /** How the button looks. */
  readonly look?: string;
  readonly children: React.ReactNode;
}

export function Menu({ label, items, look = 'icon', children }: MenuProps) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    list.current?.querySelector('button')?.focus();
    list.current?.scrollIntoView({ block: 'nearest' });
    const closeOutside = ({ target }: PointerEvent): void => {
      const isInside = target instanceof Node && list.current?.parentElement?.contains(target);
      if (!isInside) setOpen(false);
    };
    document.addEventListener('pointerdown', closeOutside);
    return () => document.removeEventListener('pointerdown', closeOutside);
  }, [isOpen]);
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  const move = (event: React.KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Tab') setOpen(false);
    if (event.key === 'Escape') close();
    else if (step !== undefined) moveFocus(list.current, step);
    else return;
    event.preventDefault();
  };
  if (items.length === 0) return null;
  return (
    <div className="menu">
      <button
        ref={button}
        type="button"
        className={look}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        {children}
      </button>
      {isOpen && (
        <div id={id} ref={list} role="menu" aria-label={label} tabIndex={-1} onKeyDown={move}>
          {items.map(({ name, choose }, index) => (
            <button
              type="button"
              role="menuitem"
              tabIndex={-1}
              key={`${index} ${name}`}
              onClick={() => {
                close();
                choose();
              }}
            >
              {name}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

function moveFocus(list: HTMLElement | null, step: number): void {
  const items = [...(list?.querySelectorAll('button') ?? [])];
  const at = items.findIndex((item) => item.matches(':focus'));
  items[(at + step + items.length) % items.length]?.focus();
}
