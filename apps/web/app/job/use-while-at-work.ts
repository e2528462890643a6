import { useRevalidator } from '@remix-run/react';
import { useEffect } from 'react';

const SOON_MILLISECONDS = 2000;

/** Reads the page again every other second while a job that it shows is at work. */
export function useWhileAtWork(isMoving: boolean) {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!isMoving) return;
    const timer = setInterval(revalidate, SOON_MILLISECONDS);
    return () => clearInterval(timer);
  }, [isMoving, revalidate]);
  return revalidate;
}
