import { FluentProvider, webLightTheme } from "@fluentui/react-components";

export function Workbench() {
  return (
    <FluentProvider theme={webLightTheme}>
      <main>决算公开助手</main>
    </FluentProvider>
  );
}
