import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';

interface ButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style'> {
  /** `main` is the one next step of a screen. */
  kind?: 'main' | 'plain' | 'quiet' | 'danger';
  small?: boolean;
  lang?: string;
  dir?: string;
  children: ReactNode;
}

/** A large button that works by touch, mouse, keyboard and screen reader. */
export function Button({ kind = 'plain', small = false, children, ...props }: ButtonProps) {
  return (
    <AriaButton {...props} className="button" data-kind={kind} data-small={small || undefined}>
      {children}
    </AriaButton>
  );
}
