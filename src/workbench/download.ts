const OFFICE = "application/vnd.openxmlformats-officedocument";
const XLSX = `${OFFICE}.spreadsheetml.sheet`;
const DOCX = `${OFFICE}.wordprocessingml.document`;

export function download(name: string, bytes: Uint8Array): void {
  const type = name.endsWith(".docx") ? DOCX : name.endsWith(".txt") ? "text/plain" : XLSX;
  const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken hold of it by then.
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 60_000);
}
