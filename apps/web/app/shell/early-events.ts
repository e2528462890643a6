declare global {
  interface Window {
    /** What was done on the page before its scripts were there; undefined once they have taken it over. */
    earlyEvents: Event[] | undefined;
  }
}

/**
 * Stands in the page's head and notes what is done before the page's scripts have come, so that a press or a text on a
 * slow line isn't lost (`holdEvents` takes it over). A form that waits for a script isn't sent by the browser meanwhile.
 */
export const noteEarlyEvents = `window.earlyEvents=[];for(const n of['click','input','keydown','submit'])addEventListener(n,e=>{if(!window.earlyEvents)return;window.earlyEvents.push(e);if(n==='submit'&&e.target.method!=='post')e.preventDefault()},true)`;
