// A file of bookings is checked in a worker: issues by row, and results to download.

import { readFileSync } from "node:fs";
import { choose, expect, open, test } from "./support/playground.mjs";

// The worker uses the real clock, so the dates are in 2030.
const GROUP = "120363019502650977@g.us";
const csv = [
  "to,name,start,durationMinutes,timeZone,location.name,extraGuestsAllowed",
  `${GROUP},"Corte, barba",2030-07-01T10:00,45,America/Sao_Paulo,"Salão ""Vila""",true`,
  "call me,,2030-07-01T10:00,,America/Sao_Paulo,,",
  `${GROUP},Retorno,tomorrow,30,America/Sao_Paulo,Clínica,false`,
  `${GROUP},"Two`,
  `lines",2030-07-01T10:00,30,America/Sao_Paulo,Clínica,false`,
  "",
].join("\r\n");
const ndjson = [
  JSON.stringify({ to: GROUP, name: "One", start: "2030-07-01T10:00:00-03:00", location: { name: "Sala" } }),
  "not json",
  "[1]",
  JSON.stringify({ to: GROUP, start: "2030-07-01T10:00:00-03:00" }),
].join("\n");

const give = (page, name, text) => page.locator("#file").setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
const faults = (page) => page.locator("#faults tbody tr").evaluateAll((rows) => rows.map((row) => [row.cells[0].textContent, row.cells[1].textContent, row.cells[2].dataset.code]));

async function downloaded(page, id) {
  const [file] = await Promise.all([page.waitForEvent("download"), page.locator(id).click()]);
  return [file.suggestedFilename(), readFileSync(await file.path(), "utf8")];
}

test("CSV: issues are shown by row, and the requests of the good rows can be downloaded", async ({ page }) => {
  await open(page);
  await give(page, "bookings.csv", csv);
  await expect(page.locator("#tally")).toContainText("4 rows");
  // A title is one line: two lines are joined, with a warning.
  await expect(page.locator("#tally")).toContainText("2 good · 2 with faults");
  expect(await faults(page)).toEqual([["2", "to", "phone_letters"], ["2", "name", "required"], ["3", "start", "time_format"]]);

  const [name, text] = await downloaded(page, "#download-requests");
  expect(name).toBe("requests.ndjson");
  const rows = text.trimEnd().split("\n").map((line) => JSON.parse(line));
  expect(rows.map(({ row }) => row)).toEqual([1, 4]);
  expect(JSON.parse(rows[1].request.body).name).toBe("Two lines");
  expect(rows[0].request).toMatchObject({ method: "POST", url: "https://ryzeapi.cloud/api/message/event/clinic", headers: { token: "{token}" } });
  expect(JSON.parse(rows[0].request.body)).toEqual({
    number: GROUP, name: "Corte, barba", startAt: "2030-07-01T10:00:00-03:00", endAt: "2030-07-01T10:45:00-03:00", location: { name: 'Salão "Vila"' },
    isScheduleCall: false, hasReminder: false, extraGuestsAllowed: true, isCanceled: false,
  });

  const [faultsName, told] = await downloaded(page, "#download-faults");
  expect(faultsName).toBe("faults.csv");
  const lines = told.replace("\ufeff", "").trimEnd().split("\r\n");
  expect(lines[0]).toBe("row,line,field,code,message");
  expect(lines.slice(1).map((line) => line.split(",").slice(0, 4).join())).toEqual(["2,3,to,phone_letters", "2,3,name,required", "3,4,start,time_format"]);
});

test("NDJSON: requests are for the chosen gateway", async ({ page }) => {
  await open(page);
  await choose(page, "WAHA");
  await give(page, "bookings.ndjson", ndjson);
  await expect(page.locator("#tally")).toContainText("1 good · 3 with faults");
  expect(await faults(page)).toEqual([["2", "", "json"], ["3", "", "json"], ["4", "name", "required"]]);
  const [, text] = await downloaded(page, "#download-requests");
  expect(JSON.parse(JSON.parse(text).request.body)).toMatchObject({ chatId: GROUP, event: { name: "One", startTime: Date.UTC(2030, 6, 1, 13) / 1000 } });
});

test("a dropped file is checked, and the drop zone is highlighted before that", async ({ page }) => {
  await open(page);
  const transfer = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], "bookings.csv"));
    return data;
  }, csv);
  await page.dispatchEvent("#drop", "dragover", { dataTransfer: transfer });
  await expect(page.locator("#drop")).toHaveAttribute("data-over", "true");
  await page.dispatchEvent("#drop", "drop", { dataTransfer: transfer });
  await expect(page.locator("#drop")).not.toHaveAttribute("data-over");
  await expect(page.locator("#tally")).toContainText("4 rows");
});

test("checking a large file shows progress, leaves the page responsive, and can be cancelled", async ({ page }) => {
  test.slow();
  await open(page);
  // Playwright's setInputFiles accepts at most 50 MB.
  await page.evaluate(({ group }) => {
    const line = `${group},Event,2030-07-01T10:00,30,America/Sao_Paulo\r\n`;
    const text = `to,name,start,durationMinutes,timeZone\r\n${line.repeat(400_000)}`;
    const data = new DataTransfer();
    data.items.add(new File([text], "many.csv"));
    globalThis.seen = new Set();
    setInterval(() => seen.add(document.querySelector("#progress").value), 20);
    document.querySelector("#drop").dispatchEvent(new DragEvent("drop", { dataTransfer: data }));
  }, { group: GROUP });
  await expect.poll(() => page.evaluate(() => [...seen].filter((value) => value > 0 && value < 1).length), { timeout: 600_000 }).toBeGreaterThan(3);
  await expect(page.locator("#tally")).toHaveText(/^[\d,]+ rows…$/);
  // The page still responds in the meantime.
  await page.locator("#name").fill("Meanwhile");
  await expect(page.locator("#card h3")).toHaveText("Meanwhile");
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.locator("#tally")).toHaveText("Stopped.");
  await expect(page.locator("#run")).toBeHidden();
  await expect(page.locator("#file")).toBeFocused();
  await page.waitForTimeout(300);
  await expect(page.locator("#tally")).toHaveText("Stopped.");
});

test("unusable files are reported: no header, another encoding, a wrong target, no content", async ({ page }) => {
  await open(page);
  await give(page, "bookings.csv", "1,2,3\n4,5,6\n");
  await expect(page.locator("#tally")).toContainText("The first row must name the columns; “1”");
  await page.locator("#file").setInputFiles({ name: "latin1.csv", mimeType: "text/csv", buffer: Buffer.from("to,name,start\nx,S\xe3o,y\n", "latin1") });
  await expect(page.locator("#tally")).toContainText("The file cannot be read:");
  await page.locator("#ryzeapi-instance").fill("../x");
  await give(page, "bookings.csv", csv);
  await expect(page.locator("#tally")).toContainText("instance");
  await give(page, "empty.csv", "");
  await expect(page.locator("#tally")).not.toBeEmpty();
  await expect(page.locator("#run")).toBeHidden();
});

test("the page shows the first 100 issues, and the file to download has all of them", async ({ page }) => {
  await open(page);
  await give(page, "bookings.csv", `to,name,start\n${"x,,\n".repeat(120)}`);
  await expect(page.locator("#faults tbody tr")).toHaveCount(100);
  await expect(page.locator("#faults caption")).toContainText("The first 100");
  const [, told] = await downloaded(page, "#download-faults");
  expect(told.trimEnd().split("\r\n")).toHaveLength(1 + 120 * 3);
});
