import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type HostSite, serveHost } from "./host-server";
import { buildAndServe, projectFolder, type TestSite } from "./sites";

/** The demo centre and the host sites that may show it. */
export interface DemoHosts {
  readonly shop: HostSite;
  readonly intranet: HostSite;
  readonly hostile: HostSite;
  /** What customers read; the shop and the hostile pages embed it. */
  readonly help: TestSite;
  /** The staff's edition, which the intranet embeds. */
  readonly staff: TestSite;
  remove(): Promise<void>;
}

/** Builds the demo in its two editions, each for the hosts that embed it, and serves all of them. */
export async function demoHosts(): Promise<DemoHosts> {
  const [shop, intranet, hostile] = await Promise.all([serveHost("shop"), serveHost("intranet"), serveHost("hostile")]);
  const folder = await mkdtemp(join(tmpdir(), "pocket-help-hosts-"));
  const config = JSON.parse(await readFile(projectFolder("content", "config.json"), "utf8")) as object;
  const build = async (audience: string, hosts: readonly HostSite[]) => {
    const file = join(folder, `${audience}.json`);
    await writeFile(file, JSON.stringify({ ...config, allowedHosts: hosts.map(({ origin }) => origin) }));
    return buildAndServe(projectFolder("content"), "--config", file, "--audience", audience, "--base", "/");
  };
  const help = await build("public", [shop, hostile]);
  const staff = await build("staff", [intranet]);
  shop.embed({ help: help.url });
  intranet.embed({ help: staff.url });
  hostile.embed({ help: help.url });
  return {
    shop,
    intranet,
    hostile,
    help,
    staff,
    async remove() {
      await Promise.all([shop.stop(), intranet.stop(), hostile.stop(), help.remove(), staff.remove()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
