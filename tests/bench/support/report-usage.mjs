// Loaded before the measured program (`node --import`): writes what it used to the file that POCKET_HELP_USAGE names.
import { writeFileSync } from "node:fs";

process.on("exit", () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const usage = { maxRssBytes: maxRSS * 1024, cpuMs: (userCPUTime + systemCPUTime) / 1000 };
  writeFileSync(process.env.POCKET_HELP_USAGE, JSON.stringify(usage));
});
