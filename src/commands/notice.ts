import { troubleNamed, troubleWords } from "../application/troubleWords";
import "./notice.css";

/** The dialog of a ribbon button, which has no pane to speak in: notice.html?code=protected&detail=… */
const asked = new URLSearchParams(window.location.search);
const words = document.getElementById("words");
if (words === null) throw new Error("notice.html has no #words");
words.textContent = troubleWords(troubleNamed(asked.get("code") ?? "", asked.get("detail") ?? ""));
