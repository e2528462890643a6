import { useEffect } from 'react';

interface PageHeadingProps {
  children: string;
  className?: string;
  /** What the browser's tab says, where the heading alone is not enough. */
  tabTitle?: string;
}

/** The heading of a page, by which its tab and the browser's history are told from others (WCAG 2.4.2). */
export function PageHeading({ children, className, tabTitle = children }: PageHeadingProps) {
  useEffect(() => {
    document.title = `${tabTitle} · Handoff`;
  }, [tabTitle]);
  return <h1 className={className}>{children}</h1>;
}
