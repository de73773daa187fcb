import { createRoot } from "react-dom/client";
import "./index.css";
import { Workbench } from "./Workbench";

const app = document.getElementById("app");
if (app === null) throw new Error("index.html has no #app");
createRoot(app).render(<Workbench />);
