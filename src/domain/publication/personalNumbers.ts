import type { PublishedCell } from "./publishedTexts";
import { line, named, type ReadinessLine, type ReadinessState, type Topic } from "./readinessLine";

interface Spotted {
  readonly cell: PublishedCell;
  readonly text: string;
  readonly state: Extract<ReadinessState, "failed" | "confirm">;
}

const CONTACT = /电话|热线|传真|联系方式|联系我们|邮箱|邮件|e-?mail|信箱/iu;
const PERSONAL = /手机|本人|个人|家庭|住宅/u;
const PERSON = /联系人|填表人|填报人|制表人|经办人|负责人|联络员/u;
/** A mobile that the unit itself gives to the public. */
const PUBLIC = /热线|(?:公开|监督|举报|咨询|投诉|服务|值班|对外)[^,，。;；]{0,6}(?:电话|联系方式)/u;
const IDENTITY = /身份证|证件号/u;
const ACCOUNT = /账号|帐号|账户|帐户|卡号|开户/u;
const OTHER_NUMBER = /编码|编号|代码|文号|信用码|项目号|合同号|序列|条码/u;

const DIGIT_BEFORE = String.raw`(?<![0-9A-Za-z_]|[0-9][.\-])`;
const DIGIT_AFTER = String.raw`(?![0-9A-Za-z_]|[.\-][0-9]|\s*(?:万|亿)?元)`;
const MOBILE = new RegExp(
  `${DIGIT_BEFORE}(?:\\+?86[- ]?)?1[3-9][0-9](?:[- ]?[0-9]{4}){2}${DIGIT_AFTER}`,
  "gu",
);
const LANDLINE = new RegExp(
  `${DIGIT_BEFORE}(?:\\(0[0-9]{2,3}\\)[- ]?|0[0-9]{2,3}[-—–－ ])[2-9][0-9]{6,7}${DIGIT_AFTER}`,
  "gu",
);
/** Without its area code only where the cell says what it is. */
const SHORT_LINE = new RegExp(`${DIGIT_BEFORE}0?[0-9]{0,3}[2-9][0-9]{6,7}${DIGIT_AFTER}`, "gu");
const MAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu;
const LONG = new RegExp(`${DIGIT_BEFORE}[0-9](?:[ -]?[0-9]){13,18}[Xx]?${DIGIT_AFTER}`, "gu");

export function personalNumbers(cells: readonly PublishedCell[]): ReadinessLine[] {
  const spot = (find: (cell: PublishedCell, said: string, text: string) => Spotted[]) =>
    cells.flatMap((cell) => {
      const labels = `${cell.before} ${cell.above}`;
      const text = typeof cell.value === "number" ? typedNumber(cell.value, labels) : cell.text;
      return text === "" ? [] : find(cell, `${labels} ${cell.text}`, text);
    });
  return [
    ...told("phones", spot(phones), {
      none: "没有看到电话号码。",
      failed: (found) => `写着手机号${found}。如是个人的，请删去。`,
      confirm: (found) => `写着电话${found}。请确认是单位对外公开的电话。`,
    }),
    ...told("identity-numbers", spot(identityNumbers), {
      none: "没有看到身份证号。",
      failed: (found) => `写着身份证号${found}。请删去。`,
      confirm: (found) => `${found}像是身份证号。请核对，是就删去。`,
    }),
    ...told("bank-accounts", spot(accounts), {
      none: "没有看到银行账号。",
      failed: (found) => `写着银行账号${found}。请删去。`,
      confirm: (found) => `有很长的数字${found}。请核对是不是账号，是就删去。`,
    }),
    ...told("mails", spot(mails), {
      none: "没有看到电子邮箱。",
      failed: (found) => `写着电子邮箱${found}。请删去。`,
      confirm: (found) => `写着电子邮箱${found}。请确认是单位对外公开的邮箱。`,
    }),
  ];
}

/** Sums are as long as telephone numbers: a number counts where a label says that it is one. */
function typedNumber(value: number, labels: string): string {
  const isNumber =
    CONTACT.test(labels) || PERSONAL.test(labels) || IDENTITY.test(labels) || ACCOUNT.test(labels);
  return isNumber && Number.isSafeInteger(value) && value > 0 ? String(value) : "";
}

function phones(cell: PublishedCell, said: string, text: string): Spotted[] {
  const isContact = CONTACT.test(said);
  const mobiles = matches(MOBILE, text);
  const isPublic = PUBLIC.test(said) && !PERSONAL.test(said) && !PERSON.test(said);
  const state = isPublic ? "confirm" : "failed";
  const rest = text.replace(MOBILE, " ");
  const lines = matches(LANDLINE, rest);
  const short = isContact && lines.length === 0 ? matches(SHORT_LINE, rest) : [];
  return [
    ...mobiles.map((found): Spotted => ({ cell, text: found, state })),
    ...[...lines, ...short].map((found): Spotted => ({ cell, text: found, state: "confirm" })),
  ];
}

function identityNumbers(cell: PublishedCell, said: string, text: string): Spotted[] {
  return matches(LONG, text).flatMap((found): Spotted[] => {
    const number = plain(found);
    if (isIdentityNumber(number)) return [{ cell, text: found, state: "failed" }];
    const isAlike = number.length === 18 ? isBornOn(number.slice(6, 14)) : isOldIdentity(number);
    if (!isAlike || !IDENTITY.test(said)) return [];
    return [{ cell, text: found, state: "confirm" }];
  });
}

function accounts(cell: PublishedCell, said: string, text: string): Spotted[] {
  return matches(LONG, text).flatMap((found): Spotted[] => {
    const number = plain(found);
    if (/x$/iu.test(number) || isIdentityNumber(number) || IDENTITY.test(said)) return [];
    if (ACCOUNT.test(said)) return [{ cell, text: found, state: "failed" }];
    if (OTHER_NUMBER.test(said) || number.length < 16) return [];
    const isCard = number.startsWith("62") && hasCardDigit(number);
    return [{ cell, text: found, state: isCard ? "failed" : "confirm" }];
  });
}

function mails(cell: PublishedCell, said: string, text: string): Spotted[] {
  const isOffice = CONTACT.test(said) && !PERSONAL.test(said);
  return matches(MAIL, text).map((found) => ({
    cell,
    text: found,
    state: isOffice || /\.gov\.cn$/iu.test(found) ? "confirm" : "failed",
  }));
}

function matches(pattern: RegExp, text: string): string[] {
  return Array.from(text.matchAll(pattern), ([found]) => found.trim());
}

function plain(number: string): string {
  return number.replace(/[ -]/gu, "");
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_DIGITS = "10X98765432";
const REGION = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/u;

/** Region, a day that exists, and the check digit of GB 11643. */
export function isIdentityNumber(number: string): boolean {
  if (!/^[0-9]{17}[0-9Xx]$/u.test(number)) return false;
  if (!REGION.test(number) || !isBornOn(number.slice(6, 14))) return false;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(number[index]), 0);
  return CHECK_DIGITS[sum % 11] === number[17]?.toUpperCase();
}

function isOldIdentity(number: string): boolean {
  return number.length === 15 && REGION.test(number) && isBornOn(`19${number.slice(6, 12)}`);
}

function isBornOn(day: string): boolean {
  const [, year, month, date] = /^((?:18|19|20)[0-9]{2})([0-9]{2})([0-9]{2})$/u.exec(day) ?? [];
  if (year === undefined) return false;
  const days = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][Number(month) - 1] ?? 0;
  return Number(date) >= 1 && Number(date) <= days;
}

/** As cards of all banks end (Luhn). */
function hasCardDigit(number: string): boolean {
  const sum = Array.from(number)
    .reverse()
    .reduce((total, digit, index) => {
      const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
  return sum % 10 === 0;
}

type Words = Readonly<Record<"failed" | "confirm", (found: string) => string>> & {
  readonly none: string;
};

function told(topic: Topic, spotted: readonly Spotted[], words: Words): ReadinessLine[] {
  if (spotted.length === 0) return [line(topic, "passed", words.none)];
  return (["failed", "confirm"] as const).flatMap((state) => {
    const own = spotted.filter((each) => each.state === state);
    if (own.length === 0) return [];
    const found = named(
      own.map(({ text }) => `“${masked(text)}”`),
      "个",
    );
    const cells = [...new Set(own.map(({ cell }) => cell.cell))];
    return [line(topic, state, words[state](found), cells)];
  });
}

/** The list itself may be passed on: what should not be published is not repeated in it. */
function masked(text: string): string {
  const kept = text.includes("@") ? 2 : 3;
  return `${text.slice(0, kept)}${"*".repeat(4)}${text.slice(-2)}`;
}
