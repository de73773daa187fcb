import {
  Button,
  Field,
  FluentProvider,
  Input,
  Link,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  ProgressBar,
  Select,
  webLightTheme,
} from "@fluentui/react-components";
import { createRoot } from "react-dom/client";

/** The Fluent components that the pane draws when it opens, and nothing else. */
function Peer() {
  return (
    <FluentProvider theme={webLightTheme}>
      <div role="tablist">
        {["套表", "审核", "自评", "说明", "公开"].map((name) => (
          <Button key={name} role="tab">
            {name}
          </Button>
        ))}
      </div>
      <Button>打开…</Button>
      <Button>另存为 .xlsx</Button>
      <MessageBar>
        <MessageBarBody>
          <MessageBarTitle>公开表</MessageBarTitle>
        </MessageBarBody>
        <MessageBarActions>
          <Button size="small">知道了</Button>
        </MessageBarActions>
      </MessageBar>
      <Field label="模板">
        <Select>
          <option>湖南省 2020 年度</option>
        </Select>
      </Field>
      <Field label="单位名称">
        <Input />
      </Field>
      <Field label="决算年度">
        <Input />
      </Field>
      <ProgressBar />
      <Link>看示例</Link>
    </FluentProvider>
  );
}

const app = document.getElementById("app");
if (app) createRoot(app).render(<Peer />);
