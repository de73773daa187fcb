import { UsageError } from "../../../src/cli/commandLine";
import { readBuildOptions, type BuildOptions } from "../../../src/cli/page/buildOptions";

const env = (...pairs: string[]) => pairs.flatMap((pair) => ["--env", pair]);

test.each<[string, string[], BuildOptions]>([
  ["nothing: for this computer, Microsoft's own library", [], { office: "cdn" }],
  [
    "a folder gets its slash",
    env("host=https://czj.example.gov.cn/gongkai"),
    { host: "https://czj.example.gov.cn/gongkai/", office: "cdn" },
  ],
  [
    "a bare host, with a port",
    env("host=https://10.1.2.3:8443"),
    { host: "https://10.1.2.3:8443/", office: "cdn" },
  ],
  [
    "a Chinese folder, as addresses write it",
    env("host=https://czj.example.gov.cn/决算/"),
    { host: "https://czj.example.gov.cn/%E5%86%B3%E7%AE%97/", office: "cdn" },
  ],
  [
    "both, in any order",
    env("officejs=self", "host=https://a.example/"),
    { host: "https://a.example/", office: "self" },
  ],
  ["21Vianet's library", env("officejs=21vianet"), { office: "21vianet" }],
  [
    "in one word",
    ["--env=officejs=self", "--env=host=https://a.example/"],
    { host: "https://a.example/", office: "self" },
  ],
])("%s", (_, args, options) => {
  expect(readBuildOptions(args)).toEqual(options);
});

test.each([
  [
    env("host=http://a.example/"),
    "“http://a.example/”应以 https:// 开头：Excel 只从加密的地址取加载项。",
  ],
  [
    env("host=a.example"),
    "“a.example”不是完整的地址，应像 https://czj.example.gov.cn/gongkai/ 这样写。",
  ],
  [env("host="), "“”不是完整的地址，应像 https://czj.example.gov.cn/gongkai/ 这样写。"],
  [env("host=https://a.example/?a=b"), "“https://a.example/?a=b”里只能有网站和文件夹。"],
  [env("host=https://me:pw@a.example/"), "“https://me:pw@a.example/”里只能有网站和文件夹。"],
  [env("officejs=local"), "officejs 只能是 cdn、21vianet、self，没有“local”。"],
  [env("office=self"), "--env 里没有“office”。是不是要写“officejs=…”？"],
  [["--env"], "“--env”后面缺少内容。"],
  [["--host", "https://a.example/"], "没有“--host”这个选项。"],
  [["https://a.example/"], "多了“https://a.example/”。"],
])("%j → %s", (args, sentence) => {
  expect(() => readBuildOptions(args)).toThrow(new UsageError(sentence));
});
