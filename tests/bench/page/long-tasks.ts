/** Watches for tasks that keep the page's thread from answering. The browser reports those of 50 ms and more. */
export function watchLongTasks(): { readonly longestMs: () => Promise<number> } {
  let longest = 0;
  const note = (entries: PerformanceEntryList) => {
    for (const entry of entries) longest = Math.max(longest, entry.duration);
  };
  const observer = new PerformanceObserver((list) => note(list.getEntries()));
  observer.observe({ type: "longtask" });
  return {
    /** The longest task since the start in milliseconds; 0 when none reached 50 ms. */
    async longestMs() {
      // The task that is running now is reported after it has ended.
      await new Promise((done) => setTimeout(done, 200));
      note(observer.takeRecords());
      observer.disconnect();
      return longest;
    },
  };
}
