import { readFileSync } from "node:fs";
import { readFile, stat, truncate } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { fetchFile } from "../../../../src/cli/models/fetch-file";
import { ModelFiles } from "../../../../src/cli/models/model-files";
import { modelSource } from "../../../../src/cli/models/model-source";
import { run } from "../../../../src/cli/run";
import { readPins } from "../../../../src/pipeline/models/model-pins";
import { captureConsole } from "../../../support/console";
import { emptyFolder, filesIn, folderWith } from "../../../support/folders";
import {
  breakAfter,
  COMMIT,
  modelMirror,
  page,
  send,
  sha256,
  status,
  TINY_ENCODER,
  TINY_ONNX,
} from "../../../support/model-mirror";

const onnx = readFileSync(join(TINY_ENCODER, TINY_ONNX));
const PINNED = [
  "1_Pooling/config.json",
  "README.md",
  "config.json",
  TINY_ONNX,
  "special_tokens_map.json",
  "tokenizer.json",
  "tokenizer_config.json",
];

const { said, complained } = captureConsole();
beforeEach(() => {
  vi.stubEnv("HF_TOKEN", undefined);
  vi.stubEnv("HF_ENDPOINT", undefined);
});
afterEach(() => vi.unstubAllEnvs());

const add = (content: string, hub: string, ...more: string[]) =>
  run(["models", "add", "acme/tiny", "--content", content, "--hub", hub, ...more]);

const partIn = (content: string) => join(content, "models/.adding/acme+tiny", `${TINY_ONNX}.part`);

describe("models add", () => {
  it("fetches, tries out and pins a model of the hub, and shows its licence before and after", async () => {
    const { url } = await modelMirror();
    const content = emptyFolder();
    expect(await add(content, url)).toBe(0);
    expect(await filesIn(join(content, "models"))).toEqual(
      ["models.json", ...PINNED.map((path) => `acme/tiny/${path}`)].sort(),
    );
    const { models } = await readPins(join(content, "models"));
    const { files, ...rest } = models[0]!;
    expect(rest).toEqual({
      role: "encoder",
      id: "acme/tiny",
      source: `${url}/acme/tiny`,
      revision: COMMIT,
      licence: "mit",
      dimensions: 16,
      dtype: "q8",
      pooling: "mean",
      prefixes: { query: "", passage: "" },
    });
    expect(files.map(({ path }) => path)).toEqual(PINNED);
    expect(files.find(({ path }) => path === TINY_ONNX)).toEqual({
      path: TINY_ONNX,
      bytes: onnx.length,
      sha256: sha256(onnx),
    });
    expect(said.slice(0, 2)).toEqual([`acme/tiny from ${url}/acme/tiny`, "Licence: mit"]);
    expect(said.at(-1)).toBe(
      "Added acme/tiny: 16 dimensions, 7 files, 15 kB; pooling mean; prefixes: query none, passage none.\n" +
        'Licence: mit\nTo use it, write into config.json: "models": { "encoder": "acme/tiny" }',
    );
    expect(complained).toEqual([]);
  });

  it("asks for every file of the commit that the first answer named", async () => {
    const { url, requests } = await modelMirror();
    await add(emptyFolder(), url);
    expect(requests.find(({ path }) => path === TINY_ONNX)?.status).toBe(200);
    expect(
      requests
        .filter(({ status }) => status === 404)
        .map(({ path }) => path)
        .sort(),
    ).toEqual(["LICENSE", "LICENSE.txt", "config_sentence_transformers.json"]);
  });

  it("takes a folder, and the address of a folder", async () => {
    const { url } = await modelMirror();
    const content = emptyFolder();
    expect(await run(["models", "add", TINY_ENCODER, "--content", content, "--id", "from-folder"])).toBe(0);
    expect(await run(["models", "add", `${url}/acme/tiny/resolve/main/`, "--content", content])).toBe(0);
    const { models } = await readPins(join(content, "models"));
    expect(models.map(({ id, source, revision }) => ({ id, source, revision }))).toEqual([
      { id: "from-folder", source: TINY_ENCODER, revision: "" },
      { id: "acme/tiny", source: `${url}/acme/tiny/resolve/main/`, revision: COMMIT },
    ]);
  });

  it("takes prefixes from the command line, and knows those of E5", async () => {
    const content = emptyFolder();
    const source = ["models", "add", TINY_ENCODER, "--content", content, "--id"];
    await run([...source, "multilingual-e5-tiny"]);
    await run([...source, "own", "--query-prefix", "ask: ", "--passage-prefix", "tell: "]);
    const { models } = await readPins(join(content, "models"));
    expect(models.map(({ prefixes }) => prefixes)).toEqual([
      { query: "query: ", passage: "passage: " },
      { query: "ask: ", passage: "tell: " },
    ]);
  });

  it("goes on where a transfer broke", async () => {
    const { url, answers, requests } = await modelMirror();
    const content = emptyFolder();
    answers.set(TINY_ONNX, breakAfter(4000, 2, partIn(content)));
    expect(await add(content, url)).toBe(0);
    expect(requests.filter(({ path }) => path === TINY_ONNX).map(({ range, status }) => [range, status])).toEqual([
      [undefined, 200],
      ["bytes=4000-", 206],
      ["bytes=8000-", 206],
    ]);
  });

  it("starts again where the server does not know ranges", async () => {
    const { url, answers } = await modelMirror();
    const content = emptyFolder();
    const broken = breakAfter(4000, 1, partIn(content));
    answers.set(TINY_ONNX, (request, response, file) => {
      if (broken(request, response, file)) return true;
      response.writeHead(200, { "Content-Length": file!.length }).end(file);
      return true;
    });
    expect(await add(content, url)).toBe(0);
    expect(await readFile(join(content, "models/acme/tiny", TINY_ONNX))).toEqual(onnx);
  });

  it("keeps what has arrived when the network is gone, and goes on with the next call", async () => {
    const { url, answers, requests } = await modelMirror();
    const content = emptyFolder();
    answers.set(TINY_ONNX, breakAfter(1000, 5, partIn(content)));
    expect(await add(content, url)).toBe(1);
    expect(complained[0]).toContain(`${TINY_ONNX} `);
    expect(complained[0]).toContain(
      " The connection did not last. What has arrived is kept: the same command goes on from there.",
    );
    expect(complained[0]).not.toContain("online");
    expect(await filesIn(join(content, "models"))).not.toContain("models.json");
    requests.length = 0;
    expect(await add(content, url)).toBe(0);
    expect(requests.find(({ path }) => path === TINY_ONNX)).toMatchObject({ range: "bytes=5000-", status: 206 });
    expect(requests.find(({ path }) => path === "tokenizer.json")).toMatchObject({ status: 304 });
    expect(await filesIn(join(content, "models"))).toHaveLength(PINNED.length + 1);
  }, 30_000);

  it("says when nobody answers", async () => {
    const { url, close } = await modelMirror();
    await close();
    expect(await add(emptyFolder(), url)).toBe(1);
    expect(complained).toEqual([
      `pocket-help: ${url}/acme/tiny/resolve/main/README.md cannot be reached: ECONNREFUSED. Is this machine online? ` +
        "What has arrived is kept: the same command goes on from there. Where the network ends at a mirror, name it with --hub URL; " +
        "or fetch the files elsewhere and name their folder.",
    ]);
  }, 30_000);

  it("says when the trouble is the server's", async () => {
    const { url, answers, requests } = await modelMirror();
    const content = emptyFolder();
    answers.set("tokenizer.json", status(500));
    expect(await add(content, url)).toBe(1);
    expect(complained).toEqual([
      `pocket-help: ${url}/acme/tiny/resolve/${COMMIT}/tokenizer.json answers 500. The trouble is the server's, not this ` +
        "machine's: try again later. What has arrived is kept: the same command goes on from there.",
    ]);
    expect(requests.filter(({ path }) => path === "tokenizer.json")).toHaveLength(5);
    answers.clear();
    requests.length = 0;
    expect(await add(content, url)).toBe(0);
    expect(requests.find(({ path }) => path === "config.json")).toMatchObject({ status: 304 });
  }, 30_000);

  it("refuses a file whose hash is not the hub's, large or small", async () => {
    const { url, answers } = await modelMirror();
    const content = emptyFolder();
    const wrong = "a".repeat(64);
    answers.set(TINY_ONNX, (request, response, file) => {
      send(request, response, file!, { "X-Linked-Etag": `"${wrong}"` });
      return true;
    });
    expect(await add(content, url)).toBe(1);
    expect(complained[0]).toBe(
      `pocket-help: ${url}/acme/tiny/resolve/${COMMIT}/${TINY_ONNX} has a wrong hash.\n  expected: sha256 ${wrong}\n  found:    sha256 ${sha256(onnx)}`,
    );
    answers.set("config.json", (request, response, file) => {
      send(request, response, file!, { ETag: `"${"b".repeat(40)}"` });
      return true;
    });
    expect(await add(content, url)).toBe(1);
    expect(complained[1]).toContain(`expected: git hash ${"b".repeat(40)}`);
    expect(await filesIn(content)).toEqual([]);
  });

  it("refuses a web page in place of a model", async () => {
    const { url, answers } = await modelMirror();
    answers.set(TINY_ONNX, page);
    expect(await add(emptyFolder(), url)).toBe(1);
    expect(complained[0]).toContain(
      `${TINY_ONNX} is not what it should be: it is a web page, as a login page or a captive portal sends it.`,
    );
  });

  it.each(["none", "pocket-help-encoder", "pocket-help-reader"])(
    "refuses the id %s, which means something else",
    async (id) => {
      const { url } = await modelMirror();
      const content = emptyFolder();
      expect(await add(content, url, "--id", id)).not.toBe(0);
      expect(complained.join("\n")).toContain(`"${id}" means something else in config.json`);
      expect(await filesIn(content)).toEqual([]);
    },
  );

  it("refuses an id that is the folder of another model, and one in the folder of another", async () => {
    const content = emptyFolder();
    const addAs = (id: string) => run(["models", "add", TINY_ENCODER, "--content", content, "--id", id]);
    expect(await addAs("acme/tiny")).toBe(0);
    expect(await addAs("other")).toBe(0);
    const before = await filesIn(content);
    for (const id of ["acme", "Acme", "other/tiny"]) expect(await addAs(id)).toBe(2);
    expect(complained.filter((line) => line.startsWith("pocket-help: "))).toEqual([
      'pocket-help: "acme" cannot be added beside "acme/tiny", which models.json names: the folder of acme/tiny would lie in that of acme; call it something else with --id',
      'pocket-help: "Acme" cannot be added beside "acme/tiny", which models.json names: the folder of acme/tiny would lie in that of Acme; call it something else with --id',
      'pocket-help: "other/tiny" cannot be added beside "other", which models.json names: the folder of other/tiny would lie in that of other; call it something else with --id',
    ]);
    expect(await filesIn(content)).toEqual(before);
    for (const id of ["acme/tiny", "acme/tiny-2", "acme-2"]) expect(await addAs(id)).toBe(0);
  });

  it("brings two models in different folders, however alike their ids are", () => {
    const ids = ["a/b", "a--b", "a.old", "a"];
    const folders = ids.map((id) => {
      const source = modelSource(TINY_ENCODER, { hub: "https://hub.example", id });
      return new ModelFiles("models", source, { onBytes: () => undefined, onFile: () => undefined }).staging;
    });
    expect(new Set(folders).size).toBe(ids.length);
  });

  it.each([
    ["README.md", "64", 64_000_001],
    ["tokenizer.json", "64", 64_000_001],
    [TINY_ONNX, "4000", 4_000_000_001],
  ])("refuses a %s of more than %s MB before it is here", async (path, limit, length) => {
    const { url, answers } = await modelMirror();
    const content = emptyFolder();
    answers.set(path, (_request, response) => {
      response.writeHead(200, { "Content-Length": length }).write("{");
      return true;
    });
    expect(await add(content, url)).toBe(1);
    expect(complained[0]).toMatch(
      new RegExp(`/${path} is too large: a file of this kind may have ${limit} MB at most\\.$`),
    );
    expect(await filesIn(content)).toEqual([]);
  });

  it("refuses a file of more than 64 MB in a folder, before it copies it", async () => {
    const folder = await folderWith({ "config.json": "{}" });
    await truncate(join(folder, "config.json"), 64_000_001);
    const content = emptyFolder();
    expect(await run(["models", "add", folder, "--content", content, "--id", "tiny"])).toBe(1);
    expect(complained).toEqual([
      `pocket-help: ${join(folder, "config.json")} is too large: a file of this kind may have 64 MB at most.`,
    ]);
    expect(await filesIn(content)).toEqual([]);
  });

  it("stops a file that goes on for ever", async () => {
    const { url, answers } = await modelMirror();
    let sent = 0;
    answers.set("config.json", (_request, response) => {
      const sending = setInterval(() => {
        sent += 1000;
        response.write("x".repeat(1000));
      }, 1);
      response.on("close", () => clearInterval(sending));
      return true;
    });
    const to = join(emptyFolder(), "config.json");
    const from = `${url}/acme/tiny/resolve/main/config.json`;
    await expect(fetchFile({ url: from, to, limit: 10_000 })).rejects.toThrow(
      `${from} is too large: a file of this kind may have 0.01 MB at most.`,
    );
    expect((await stat(`${to}.part`)).size).toBeLessThanOrEqual(10_000);
    expect(sent).toBeLessThan(1_000_000);
  });

  it("takes a file that has exactly as many bytes as it may", async () => {
    const { url } = await modelMirror();
    const to = join(emptyFolder(), "model.onnx");
    const from = `${url}/acme/tiny/resolve/main/${TINY_ONNX}`;
    expect(await fetchFile({ url: from, to, limit: onnx.length })).toMatchObject({ bytes: onnx.length });
  });

  it.each([
    ["config.json", "\uFEFF{}", /a byte order mark at its beginning$/],
    ["tokenizer.json", '{ "version": ', /JSON/],
    ["1_Pooling/config.json", '{ "pooling_mode_cls_token": tru', /JSON/],
    ["config_sentence_transformers.json", "\uFEFF{}", /a byte order mark at its beginning$/],
  ])("names a %s that cannot be read", async (path, text, found) => {
    const files = Object.fromEntries(
      ["config.json", "tokenizer.json", "tokenizer_config.json", TINY_ONNX].map((name) => [
        name,
        readFileSync(join(TINY_ENCODER, name)),
      ]),
    );
    const folder = await folderWith({ ...files, [path]: text });
    const content = emptyFolder();
    expect(await run(["models", "add", folder, "--content", content, "--id", "tiny"])).toBe(1);
    const [first, expected, last] = complained[0]?.split("\n") ?? [];
    expect([first, expected]).toEqual([
      `pocket-help: ${join(folder, path)} cannot be read.`,
      "  expected: JSON in UTF-8, without a byte order mark",
    ]);
    expect(last).toMatch(/^ {2}found: {4}/);
    expect(last).toMatch(found);
    expect(await filesIn(content)).toEqual([]);
  });

  it("names a needed file that is not there", async () => {
    const { url, answers } = await modelMirror();
    answers.set("tokenizer.json", status(404));
    expect(await add(emptyFolder(), url)).toBe(1);
    expect(complained).toEqual([`pocket-help: ${url}/acme/tiny has no tokenizer.json, which a model needs here.`]);
    expect(await add(emptyFolder(), url, "--dtype", "q4")).toBe(1);
    answers.clear();
    expect(await add(emptyFolder(), url, "--dtype", "q4")).toBe(1);
    expect(complained[2]).toContain(
      "has no onnx/model_q4.onnx, which a model needs here. Other number formats: --dtype.",
    );
  });

  it("says what to do about a gated model, and sends a token to the hub alone", async () => {
    const { url, answers, requests } = await modelMirror();
    const store = await modelMirror();
    const gate = status(401, { "X-Error-Code": "GatedRepo" });
    answers.set(
      "config.json",
      (request, response, file) => request.headers.authorization !== "Bearer hf_x" && gate(request, response, file),
    );
    expect(await add(emptyFolder(), url)).toBe(1);
    expect(complained[0]).toContain(
      `config.json answers 401 (GatedRepo). The model is gated or private, or there is none of that name. If it is gated, accept its terms at ${url}/acme/tiny and set HF_TOKEN.`,
    );
    answers.set(
      TINY_ONNX,
      status(302, {
        Location: `${store.url}/acme/tiny/resolve/main/${TINY_ONNX}`,
        "X-Linked-Etag": `"${sha256(onnx)}"`,
      }),
    );
    vi.stubEnv("HF_TOKEN", "hf_x");
    expect(await add(emptyFolder(), url)).toBe(0);
    expect(requests.at(-1)).toMatchObject({ path: TINY_ONNX, authorization: "Bearer hf_x" });
    expect(store.requests).toMatchObject([{ path: TINY_ONNX, authorization: undefined, status: 200 }]);
  });

  it("refuses what does not run, and leaves an earlier model as it was", async () => {
    const content = emptyFolder();
    await run(["models", "add", TINY_ENCODER, "--content", content, "--id", "tiny"]);
    const before = await Promise.all(
      (await filesIn(content)).map(async (path) => [path, sha256(await readFile(join(content, path)))]),
    );
    const files = Object.fromEntries(
      ["config.json", "tokenizer.json", "tokenizer_config.json"].map((path) => [
        path,
        readFileSync(join(TINY_ENCODER, path)),
      ]),
    );
    const broken = await folderWith({ ...files, [TINY_ONNX]: onnx.subarray(0, 5000) });
    expect(await run(["models", "add", broken, "--content", content, "--id", "tiny"])).toBe(1);
    expect(complained[0]).toContain("The model does not run as an encoder: ");
    const classifier = await folderWith({
      ...files,
      [TINY_ONNX]: Buffer.from(onnx.toString("latin1").replaceAll("last_hidden_state", "logits_of_classes"), "latin1"),
    });
    expect(await run(["models", "add", classifier, "--content", content, "--id", "tiny"])).toBe(1);
    expect(complained[1]).toContain(
      "it is not a feature-extraction model: it gives logits_of_classes where last_hidden_state was expected",
    );
    const after = await Promise.all(
      (await filesIn(content)).map(async (path) => [path, sha256(await readFile(join(content, path)))]),
    );
    expect(after).toEqual(before);
  });

  it("says what it does not understand", async () => {
    const content = emptyFolder();
    expect(await run(["models"])).toBe(2);
    expect(await run(["models", "add", "--content", content])).toBe(2);
    expect(await run(["models", "add", "./nowhere", "--content", content])).toBe(2);
    expect(await run(["models", "add", "acme/tiny", "--content", content, "--dtype", "q2"])).toBe(2);
    expect(complained.filter((line) => line.startsWith("pocket-help: "))).toEqual([
      "pocket-help: `models` wants to know what to do: list, verify, add",
      "pocket-help: name a model, for example Xenova/all-MiniLM-L6-v2",
      'pocket-help: "./nowhere" is no id of the hub (owner/name), no address (https://…) and no folder that is there',
      'pocket-help: --dtype is one of q8, fp32, fp16, int8, uint8, q4, q4f16, bnb4, not "q2"',
    ]);
  });
});
