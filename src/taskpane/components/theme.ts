import { webLightTheme, type Theme } from "@fluentui/react-components";

const SANS =
  '"Segoe UI", "Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", sans-serif';

export function withOurFonts(theme: Theme): Theme {
  return {
    ...theme,
    fontFamilyBase: SANS,
    // Codes and cell addresses stand among Chinese words: the same face reads calmer than a typewriter's.
    fontFamilyMonospace: SANS,
  };
}

export const paneTheme = withOurFonts(webLightTheme);
